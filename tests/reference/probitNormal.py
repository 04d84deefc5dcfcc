"""Values of the standard normal distribution to 50 digits, for probitNormal.json.

    python3 tests/reference/probitNormal.py      (Debian: python3-mpmath)

Arguments are exact doubles; results are the nearest doubles. Points: a grid over the whole range, the tails beyond it, and
numbers with all bits in use.
"""

import json
import os

import mpmath

from mpmath import mp, mpf, erfc, sqrt, exp, pi, log, log1p, erfinv

mp.dps = 60


def cdf(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def density(z):
    return exp(-z * z / 2) / sqrt(2 * pi)


def log_cdf(z):
    return log(cdf(z)) if z < 0 else log1p(-cdf(-z))


def quantile(p):
    # Newton on log cdf from the double nearest; the left half only, the right one by symmetry.
    if p > mpf(1) / 2:
        return -quantile(1 - p)
    z = -sqrt(-2 * log(p)) if p < mpf("0.1") else sqrt(mpf(2)) * erfinv(2 * p - 1)
    for _ in range(60):
        step = (log_cdf(z) - log(p)) * cdf(z) / density(z)
        z -= step
        if abs(step) < mpf(10) ** -50:
            break
    return z


points = [k / 8 for k in range(-40 * 8, 40 * 8 + 1)]
points += [k * 0.7310585786300049 - 39.3 for k in range(108)]
points += [-1e3 / 3, -1e5 / 3, -1e7 / 3, -1e9, 1e-9, -1e-9, 1e-300, 0.1 + 0.2, -(0.1 + 0.2)]
points = sorted(set(points))
normal = []
for point in points:
    z = mpf(point)
    if abs(point) > 100:
        # Phi itself is below any double, but its logarithm and lambda are not.
        normal.append([point, 0.0, float(log_cdf(z)), float(density(z) / cdf(z))])
    else:
        normal.append([point, float(cdf(z)), float(log_cdf(z)), float(density(z) / cdf(z))])

probabilities = [10.0**-k for k in (300, 250, 200, 100, 50, 30, 20, 16, 12, 10, 8, 6, 4, 3, 2)]
probabilities += [k / 64 for k in range(1, 64)] + [0.025, 0.975, 0.995, 0.999, 0.0749999, 0.0750001, 1 - 2.0**-30]
quantiles = [[p, float(quantile(mpf(p)))] for p in sorted(probabilities)]

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "probitNormal.json"), "w") as file:
    rows = lambda table: "[\n    " + ",\n    ".join(json.dumps(row) for row in table) + "\n  ]"
    file.write('{\n  "mpmath": %s,\n  "columns": ["z", "cdf", "logCdf", "inverseMillsRatio"],\n' % json.dumps(mpmath.__version__))
    file.write('  "normal": %s,\n  "quantiles": %s\n}\n' % (rows(normal), rows(quantiles)))
