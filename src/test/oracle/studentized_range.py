"""Upper tails of the studentized range, and noncentralities of t and F, with 20 digits.

python3 studentized_range.py OUTPUT_DIRECTORY        (mpmath 1.3.0; some minutes)

R's ptukey is one minus the lower tail, refuses df < 2 and takes df > 25000 for infinite, and its
pt(ncp = ) is good to about 1e-11: neither is a reference for 1e-10 in the tails.
Composite Gauss-Legendre over s and z, where the program has trapezoids over log s and z.
"""

import sys
from mpmath import betainc, mp, mpf, erfc, exp, expm1, findroot, log, log1p, loggamma, pi, quad, sqrt

mp.dps = 20


def upper_normal(z):
    return erfc(z / sqrt(2)) / 2


def pieces(low, high, width):
    n = max(1, int((high - low) / width) + 1)
    return [low + (high - low) * mpf(i) / n for i in range(n + 1)]


def integrate(f, low, high, width):
    return quad(f, pieces(low, high, width), method="gauss-legendre", maxdegree=4)


def range_upper(w, k):
    def at(z):
        a, b = upper_normal(-z), upper_normal(w - z)
        return exp((w * w - 2 * z * z) / 4) * a ** (k - 1) * -expm1((k - 1) * log1p(-b / a))

    # Scaled by its size in the tail, as quad looks at absolute errors.
    return exp(-w * w / 4) / sqrt(2 * pi) * k * integrate(at, w / 2 - 8, max(w / 2 + 9, mpf(10)), 2)


def log_density(s, df):
    return log(2) + df / 2 * log(df / 2) - loggamma(df / 2) + (df - 1) * log(s) - df * s * s / 2


def upper(q, k, df):
    q, df = mpf(q), mpf(df)
    peak = sqrt(max(df - 1, mpf("0.5")) / (df + q * q / 2))
    width = 1 / sqrt(2 * df + q * q)
    low, high = max(mpf(0), peak - 13 * width), peak + 13 * width
    size = exp(log_density(peak, df)) * range_upper(q * peak, k) * width
    return size * integrate(
        lambda s: exp(log_density(s, df)) * range_upper(q * s, k) / size, low, high, 2 * width
    )


def noncentrality(t, df, p):
    t, df = mpf(t), mpf(df)
    peak, width = sqrt((df - mpf("0.5")) / df), 1 / sqrt(2 * df)
    low, high = max(mpf(0), peak - 14 * width), peak + 14 * width
    step = min(2 * width, 2 / abs(t)) if t else 2 * width

    def f(delta):
        return integrate(
            lambda s: exp(log_density(s, df)) * upper_normal(delta - t * s), low, high, step
        ) - p

    start = t + (1.96 if p < 0.5 else -1.96) * sqrt(1 + t * t / (2 * df))
    return findroot(f, (start, start + mpf("0.01")), tol=1e-32)


def noncentrality_of_f(f, df1, df2, p):
    f, df1, df2 = mpf(f), mpf(df1), mpf(df2)
    x = df1 * f / (df1 * f + df2)

    def error(l):
        total, j, weight = mpf(0), 0, exp(-l / 2)
        while j < l / 2 or weight > mpf(10) ** -22:
            total += weight * betainc(df1 / 2 + j, df2 / 2, 0, x, regularized=True)
            j += 1
            weight *= l / 2 / j
        return total - p

    if error(mpf(0)) < 0:
        return mpf(0)
    middle = df1 * f
    wide = 4 * sqrt(2 * df1 + 4 * middle + 2 * middle**2 / df2) + 5
    return findroot(error, (max(mpf(0), middle - wide), middle + wide), solver="anderson", tol=1e-30)


TAILS = [
    (3.5, 3, 10), (2, 3, 2), (0.5, 3, 5), (10, 3, 2), (50, 3, 2), (400, 3, 2), (4, 3, 6.5),
    (20, 3, 1), (6.5, 3, 30), (15, 3, 60), (40, 3, 400), (30, 3, 1497), (52, 3, 1e6),
    (12, 3, 1e9), (8, 4, 12.5), (25, 5, 20), (60, 10, 90),
]
NONCENTRAL = [
    (0, 3), (0.5, 1), (2.1, 2), (3.3, 10), (-0.0, 50), (1.2, 7.5), (5, 28), (12, 198), (0.01, 1e4),
    (40, 998), (25, 60), (3, 1e6), (100, 2e5), (8, 4), (30, 5),
]
NONCENTRAL_F = [
    (3, 2, 30), (11.87, 2, 1497), (1, 3, 20), (0.3, 4, 10), (60, 5, 200), (9, 1, 7), (2.2, 11, 3.5),
    (150, 2, 90), (20, 24, 475), (0.01, 2, 40),
]

if __name__ == "__main__":
    with open(sys.argv[1] + "/studentized-range-expected.csv", "w") as out:
        out.write("q,k,df,upper\n")
        for q, k, df in TAILS:
            out.write(f"{q!r},{k},{df!r},{mp.nstr(upper(q, k, df), 17)}\n")
            out.flush()
    with open(sys.argv[1] + "/noncentral-t-expected.csv", "w") as out:
        out.write("t,df,probability,noncentrality\n")
        for t, df in NONCENTRAL:
            for p in (0.975, 0.025):
                out.write(f"{t!r},{df!r},{p!r},{mp.nstr(noncentrality(t, df, mpf(p)), 17)}\n")
                out.flush()
    with open(sys.argv[1] + "/noncentral-f-expected.csv", "w") as out:
        out.write("f,df1,df2,probability,noncentrality\n")
        for f, df1, df2 in NONCENTRAL_F:
            for p in (0.975, 0.025):
                value = mp.nstr(noncentrality_of_f(f, df1, df2, mpf(p)), 17)
                out.write(f"{f!r},{df1},{df2!r},{p!r},{value}\n")
                out.flush()
