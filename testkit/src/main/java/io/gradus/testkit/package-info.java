/// Contracts: interfaces of tests, which a test class implements by giving samples.
package io.gradus.testkit;
