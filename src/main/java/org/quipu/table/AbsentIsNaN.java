package org.quipu.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record of numbers of which there are millions: a {@code double} that is NaN stands for
 * what is absent, and becomes NULL in the table. An object a number would take four times the
 * memory.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AbsentIsNaN {}
