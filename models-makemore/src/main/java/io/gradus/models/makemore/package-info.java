/// The makemore family; reached only through its catalog.
package io.gradus.models.makemore;
