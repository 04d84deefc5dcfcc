import {
  fitSelectionDuration,
  type SelectionDurationFit,
  type SelectionDurationOptions,
} from "../../../estimators/index.ts";
import { exp, log, log1p } from "../../../numerics/elementary.ts";
import { normalCdf } from "../../../numerics/normal.ts";
import { matrixOf } from "../columns.ts";
import type { EstimateWithTruth, FitOutcome, ValidationDesign } from "../design.ts";
import type { Draws } from "../draws.ts";
import { besideTruth } from "../fitOutcome.ts";

/** As many as in Boehmke, Morey and Shannon's own Monte Carlo. */
const rows = 5000;
const shape = 1.3;
const selectionTruths = [-0.1, 0.8, 0.5];
const durationTruths = [-0.5, 0.6];
const censoring = 4;

const equations =
  "selection index −0.1 + 0.8 w + 0.5 x, Weibull durations with index −0.5 + 0.6 x and shape 1.3, w and x standard normal, censored at 4";

/** A row's two errors: uniform, dependent as the design has it. */
type Copula = (draws: Draws) => { selection: number; duration: number };

interface Data {
  readonly w: Float64Array;
  readonly x: Float64Array;
  readonly selected: Uint8Array;
  readonly time: Float64Array;
  readonly event: Uint8Array;
}

/** `selects`: whether a row with this index is selected at this draw; durations are long where `duration` is near 1. */
function drawData(draws: Draws, copula: Copula, selects: (index: number, draw: number) => boolean): Data {
  const w = draws.column(rows, () => draws.normal());
  const x = draws.column(rows, () => draws.normal());
  const selected = new Uint8Array(rows);
  const event = new Uint8Array(rows);
  const time = new Float64Array(rows).fill(Number.NaN);
  const [c, ofW, ofX] = selectionTruths;
  for (let row = 0; row < rows; row++) {
    const { selection, duration } = copula(draws);
    if (!selects(c + ofW * w[row] + ofX * x[row], selection)) continue;
    // Pr(T > t) = exp(−(e^(x'β) t)^p).
    const full = exp(log(-log1p(-duration)) / shape - durationTruths[0] - durationTruths[1] * x[row]);
    selected[row] = 1;
    time[row] = Math.min(full, censoring);
    event[row] = full < censoring ? 1 : 0;
  }
  return { w, x, selected, time, event };
}

function fitted(
  { w, x, selected, time, event }: Data,
  options: SelectionDurationOptions,
): SelectionDurationFit {
  return fitSelectionDuration(matrixOf({ w, x }), selected, matrixOf({ x }), time, event, {
    tests: false,
    ...options,
  });
}

/** All but the dependence. */
function outcome(name: string, fit: SelectionDurationFit): FitOutcome {
  const truths = [...selectionTruths, ...durationTruths];
  const estimates: EstimateWithTruth[] = fit.terms.map((term, at) => besideTruth(term, truths[at]));
  if (fit.shape !== null) estimates.push({ term: "shape", truth: shape, ...fit.shape });
  return { fit: name, converged: fit.converged, estimates };
}

function withDependence(name: string, fit: SelectionDurationFit, truth: number): FitOutcome {
  const { parameter: term, estimate, stdError, confLow, confHigh } = fit.dependence;
  const all = outcome(name, fit);
  return { ...all, estimates: [...all.estimates, { term, truth, estimate, stdError, confLow, confHigh }] };
}

const alpha = 0.3;

/** Farlie–Gumbel–Morgenstern: the second uniform solves v + A v (1 − v) = q given the first, A = α (1 − 2u). */
const morgenstern: Copula = (draws) => {
  const selection = draws.uniform();
  const q = draws.uniform();
  const a = alpha * (1 - 2 * selection);
  return { selection, duration: (2 * q) / (1 + a + Math.sqrt((1 + a) * (1 + a) - 4 * a * q)) };
};

/** Selected when a unit exponential exceeds exp(−index). */
function exceeds(index: number, draw: number): boolean {
  return -log1p(-draw) > exp(-index);
}

export const boehmke: ValidationDesign = {
  name: "selection-duration",
  title: "Selection and duration, Boehmke, Morey and Shannon's model",
  text: `${rows} rows, ${equations}; Pr(selected) is exp(−exp(−index)), the errors have the authors' own dependence with α = ${alpha}, a correlation of ${alpha / 4}.`,
  replications: 1000,
  exceptions: [],
  replicate(draws) {
    const data = drawData(draws, morgenstern, exceeds);
    return [withDependence("fgm", fitted(data, { dependence: "fgm" }), alpha)];
  },
};

function gaussian(rho: number): Copula {
  return (draws) => {
    const first = draws.normal();
    const second = rho * first + Math.sqrt(1 - rho * rho) * draws.normal();
    return { selection: normalCdf(first), duration: normalCdf(second) };
  };
}

const rho = 0.5;

export const gaussianSelection: ValidationDesign = {
  name: "selection-duration-gaussian",
  title: "Selection and duration with a Gaussian copula",
  text: `${rows} rows, ${equations}; selection is a probit, and its error and the normal score of the duration have the correlation ${rho}.`,
  replications: 300,
  exceptions: [],
  replicate(draws) {
    const data = drawData(draws, gaussian(rho), (index, draw) => normalCdf(-index) < draw);
    return [withDependence("gaussian", fitted(data, { dependence: "gaussian" }), rho)];
  },
};

/** Correlations of the normal errors: the first within the bound of the model, the second far beyond. */
const normalCorrelations = [0.2, 0.6];

export const boundedSelection: ValidationDesign = {
  name: "selection-duration-bound",
  title: "Selection and duration beyond the bound",
  text: `After Boehmke, Morey and Shannon's own Monte Carlo: ${rows} rows of which a third or so is selected, ${equations}, but the two unit exponential errors are −log(1 − Φ(e)) of bivariate normal e with correlation ${normalCorrelations.join(" or ")}. The model cannot express a correlation beyond 0.25.`,
  replications: 100,
  exceptions: normalCorrelations.map((correlation) => ({
    fit: `fgm at ${correlation}`,
    because:
      correlation > 0.25
        ? "the dependence is beyond the bound of the model, which leaves part of the selection bias in the duration's coefficients and shape."
        : "the dependence is within the bound, but the errors are not of the model's distribution.",
  })),
  replicate(draws) {
    return normalCorrelations.map((correlation) => {
      const data = drawData(draws, gaussian(correlation), exceeds);
      return outcome(`fgm at ${correlation}`, fitted(data, { dependence: "fgm" }));
    });
  },
};
