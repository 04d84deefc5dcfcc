"""Points of SciPy's unscrambled Sobol sequence: python3 tests/reference/sampling/sobol.py > tests/reference/sampling/sobol.json"""
import json
import scipy
from scipy.stats import qmc

points = qmc.Sobol(21, scramble=False, bits=32).random(1024)
kept = [0, 1, 2, 3, 4, 5, 6, 7, 100, 511, 512, 777, 1023]
print(json.dumps({"scipy": scipy.__version__, "points": {str(at): points[at].tolist() for at in kept}}))
