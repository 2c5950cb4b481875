package io.gradus.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a setting is when the file leaves it out, written as it would stand in the file.
///
/// A component without a default must be given, unless it is an `Optional`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /// The value in YAML, such as `true` or `{type: constant, value: 0.1}`.
  String value();
}
