package io.gradus.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a record of one component that a file may write as that component alone.
///
/// `lr: 0.1` is short for `lr: {type: constant, value: 0.1}`, because the constant schedule is
/// bare.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Bare {}
