package org.quipu.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a column of a result table holds. A component without it, or with empty texts, takes the
 * texts of {@link Dictionary} for its column name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

  /** Description in English, a phrase without a full stop. */
  String en() default "";

  /** The same in Spanish. */
  String es() default "";

  /** Column name where it is not the component's name in snake_case, e.g. {@code used_1}. */
  String name() default "";
}
