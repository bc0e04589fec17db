package org.quipu.job;

import java.util.function.Supplier;

/** Something large that is made when somebody first asks for it, and then is what it is. */
final class OnceMade<T> implements Supplier<T> {
  private Supplier<T> maker;
  private T made;

  OnceMade(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Whoever asks first makes it; others wait. What fails to be made is tried again. */
  @Override
  public synchronized T get() {
    if (maker != null) {
      made = maker.get();
      maker = null;
    }
    return made;
  }
}
