package org.quipu.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a continuous function passes 0, by T. R. Chandrupatla, "A new hybrid quadratic/bisection
 * algorithm", Advances in Engineering Software 28 (1997) 145–149,
 * https://doi.org/10.1016/S0965-9978(96)00051-8.
 */
final class Root {
  private static final double RELATIVE = 4e-16;
  private static final int MOST_STEPS = 300;

  private Root() {}

  /** A root between a and b, at which the function has opposite signs. */
  static double between(DoubleUnaryOperator f, double a, double b) {
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (fa == 0 || fb == 0) {
      return fa == 0 ? a : b;
    }
    if (fa > 0 == fb > 0) {
      throw new IllegalArgumentException(
          "f(" + a + ") = " + fa + " and f(" + b + ") = " + fb + " have the same sign");
    }
    double step = 0.5;
    for (int i = 0; i < MOST_STEPS; i++) {
      double x = a + step * (b - a);
      double fx = f.applyAsDouble(x);
      double c;
      double fc;
      if (fx > 0 == fa > 0) {
        c = a;
        fc = fa;
      } else {
        c = b;
        fc = fb;
        b = a;
        fb = fa;
      }
      a = x;
      fa = fx;
      double best = Math.abs(fa) < Math.abs(fb) ? a : b;
      double least = (RELATIVE * Math.abs(best) + Double.MIN_NORMAL) / Math.abs(b - a);
      if (least > 0.5 || fa == 0 || fb == 0) {
        return best;
      }
      double xi = (a - b) / (c - b);
      double phi = (fa - fb) / (fc - fb);
      boolean quadratic = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
      step =
          quadratic
              ? fa / (fb - fa) * fc / (fb - fc)
                  + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
              : 0.5;
      step = Math.min(1 - least, Math.max(least, step));
    }
    return Math.abs(fa) < Math.abs(fb) ? a : b;
  }

  /** A root of a function that rises with x, outside of or between the two points to start from. */
  static double ofRising(DoubleUnaryOperator f, double low, double high) {
    double width = high - low;
    while (f.applyAsDouble(low) > 0) {
      low -= width;
      width *= 2;
    }
    while (f.applyAsDouble(high) < 0) {
      high += width;
      width *= 2;
    }
    return between(f, low, high);
  }
}
