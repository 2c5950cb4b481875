/// What `docs/performance.md` claims, measured.
package io.gradus.benchmarks;
