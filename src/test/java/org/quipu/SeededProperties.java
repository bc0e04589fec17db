package org.quipu;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Properties see the same values in each build, so that a build fails for what was changed. To look
 * for what nobody thought of, give other values and more of them: {@code mvn test
 * -Dproperties.seed=2 -Dproperties.times=50}.
 *
 * <p>Found through {@code META-INF/services}; applies to all properties.
 */
public final class SeededProperties implements AroundPropertyHook {
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    if (attributes.seed().isEmpty()) {
      attributes.setSeed(String.valueOf(Long.getLong("properties.seed", 1)));
    }
    int times = Integer.getInteger("properties.times", 1);
    attributes.tries().ifPresent(tries -> attributes.setTries(tries * times));
    return property.execute();
  }
}
