package io.gradus.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the kind of building block that an interface stands for, such as `model` or `optimizer`.
///
/// Wherever a record's component has such an interface as its type, an experiment file writes a
/// block `{type: NAME, ...}`, and the catalogs say which records NAME may mean.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
  /// The kind's name, one lower-case word.
  String value();
}
