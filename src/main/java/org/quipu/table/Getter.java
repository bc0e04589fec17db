package org.quipu.table;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Reads one component of records of one class, a primitive as it is.
 *
 * @param function of a record: as {@link Kind} says for the component's type
 */
record Getter(Class<?> type, Object function) {

  /** One that is there at once: a handle of the field. */
  static Getter ofHandle(RecordComponent component) {
    VarHandle field = handle(component);
    Class<?> type = component.getType();
    Object function;
    if (type == double.class) {
      function = (ToDoubleFunction<Object>) record -> (double) field.get(record);
    } else if (type == long.class) {
      function = (ToLongFunction<Object>) record -> (long) field.get(record);
    } else if (type == int.class) {
      function = (ToIntFunction<Object>) record -> (int) field.get(record);
    } else if (type == boolean.class) {
      function = (Predicate<Object>) record -> (boolean) field.get(record);
    } else {
      function = (Function<Object, Object>) record -> (Object) field.get(record);
    }
    return new Getter(type, function);
  }

  private static VarHandle handle(RecordComponent component) {
    Class<?> record = component.getDeclaringRecord();
    try {
      return lookup(record).findVarHandle(record, component.getName(), component.getType());
    } catch (ReflectiveOperationException e) {
      throw unreadable(component, e);
    }
  }

  /**
   * One that takes longer to make, and less to read: a class of its own that calls the accessor.
   */
  static Getter compiled(RecordComponent component) {
    Class<?> record = component.getDeclaringRecord();
    Class<?> type = component.getType();
    Kind kind = Kind.of(type);
    try {
      MethodHandle function =
          LambdaMetafactory.metafactory(
                  lookup(record),
                  kind.method,
                  MethodType.methodType(kind.function),
                  MethodType.methodType(type.isPrimitive() ? type : Object.class, Object.class),
                  lookup(record).unreflect(component.getAccessor()),
                  MethodType.methodType(type, record))
              .getTarget();
      return new Getter(type, function.invoke());
    } catch (Throwable e) {
      throw unreadable(component, e);
    }
  }

  /** The function that reads values of a type, and its method. */
  private record Kind(Class<?> function, String method) {
    static Kind of(Class<?> type) {
      if (type == double.class) {
        return new Kind(ToDoubleFunction.class, "applyAsDouble");
      } else if (type == long.class) {
        return new Kind(ToLongFunction.class, "applyAsLong");
      } else if (type == int.class) {
        return new Kind(ToIntFunction.class, "applyAsInt");
      }
      return type == boolean.class
          ? new Kind(Predicate.class, "test")
          : new Kind(Function.class, "apply");
    }
  }

  private static MethodHandles.Lookup lookup(Class<?> record) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(record, MethodHandles.lookup());
  }

  private static IllegalStateException unreadable(RecordComponent component, Throwable e) {
    return new IllegalStateException(
        component.getDeclaringRecord() + "." + component.getName() + " cannot be read", e);
  }

  @SuppressWarnings("unchecked") // The type says which function it is.
  ToDoubleFunction<Object> ofDouble() {
    return (ToDoubleFunction<Object>) function;
  }

  @SuppressWarnings("unchecked")
  ToLongFunction<Object> ofLong() {
    return (ToLongFunction<Object>) function;
  }

  @SuppressWarnings("unchecked")
  ToIntFunction<Object> ofInt() {
    return (ToIntFunction<Object>) function;
  }

  @SuppressWarnings("unchecked")
  Predicate<Object> ofBoolean() {
    return (Predicate<Object>) function;
  }

  @SuppressWarnings("unchecked")
  Function<Object, Object> ofObject() {
    return (Function<Object, Object>) function;
  }

  /** The value as an object. */
  Object value(Object record) {
    if (type == double.class) {
      return ofDouble().applyAsDouble(record);
    } else if (type == long.class) {
      return ofLong().applyAsLong(record);
    } else if (type == int.class) {
      return ofInt().applyAsInt(record);
    } else if (type == boolean.class) {
      return ofBoolean().test(record);
    }
    return ofObject().apply(record);
  }
}
