/// The GPT family; reached only through its catalog.
package io.gradus.models.gpt;
