package org.quipu.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale from values to pixels.
 *
 * @param from value at {@code start}
 * @param to value at {@code end}, greater than {@code from}
 * @param logarithmic whether equal ratios, not equal steps, are equally far apart
 */
record Axis(double from, double to, double start, double end, boolean logarithmic) {
  private static final double[] STEPS = {1, 2, 5};
  private static final double FINEST = 1e-12;
  private static final int MOST_POWERS = 8;

  double at(double value) {
    double share =
        logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    return start + share * (end - start);
  }

  /** Round values along the axis, about so many. */
  List<Double> ticks(int about) {
    return logarithmic ? logarithmicTicks() : linearTicks(about);
  }

  private List<Double> linearTicks(int about) {
    double raw = (to - from) / about;
    if (!(raw > FINEST * Math.max(Math.abs(from), Math.abs(to)))) {
      return List.of(from); // No steps that a double could tell apart.
    }
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = 10 * power;
    for (int i = STEPS.length - 1; i >= 0; i--) {
      step = STEPS[i] * power >= raw ? STEPS[i] * power : step;
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private List<Double> logarithmicTicks() {
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(from));
    int last = (int) Math.ceil(Math.log10(to));
    boolean many = last - first <= 3;
    int apart = 1 + (last - first) / MOST_POWERS;
    for (int exponent = first; exponent <= last; exponent += apart) {
      for (double step : many ? STEPS : new double[] {1}) {
        double tick = step * Math.pow(10, exponent);
        if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
