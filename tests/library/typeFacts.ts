/**
 * Facts about the types of the library, for the compiler: as it reads the sources (`npm run types`) and as it reads the
 * declarations of the packed package (library.test.ts). A line that should not compile says so, and is an error if it does.
 */
import {
  type BinaryFit,
  type CoxFit,
  type FitTest,
  fitBinary,
  fitCox,
  fitGammaFrailty,
  fitLinear,
  fitProbit,
  fitRandomEffects,
  fitRandomEffectsProbit,
  fitSelectionDuration,
  InvalidFormula,
  type InvalidInput,
  type ModelFrame,
  type ModelMatrix,
  modelFrame,
  parseDesign,
  performance,
  type readCsv,
  resolveDesign,
  resolveScenario,
  runReplication,
  simulate,
  summarise,
  type Table,
  type TermEstimate,
  type tableFromColumns,
} from "bandwagon";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where the fact holds, and only there. */
function fact<_Fact extends true>(): void {}

declare const matrix: ModelMatrix;
declare const frame: ModelFrame;
declare const outcome: Uint8Array;
declare const group: Int32Array;

const probit = fitProbit(matrix, outcome, { information: "expected", robust: "HC1", cluster: group });
fact<Same<typeof probit.model, "probit">>();
fact<Same<typeof probit.terms, readonly TermEstimate[]>>();
fact<Same<TermEstimate["robustStdError"], number | undefined>>();
fact<typeof probit extends BinaryFit ? true : false>();
fact<Same<BinaryFit["model"], "probit" | "logit" | "cloglog">>();
fitBinary(matrix, outcome, { link: "cloglog", weights: [1, 2], offset: new Float64Array(2) });
// @ts-expect-error: no such link
fitBinary(matrix, outcome, { link: "cauchit" });
// @ts-expect-error: the link of a probit is not a choice
fitProbit(matrix, outcome, { link: "logit" });
// @ts-expect-error: a misspelt option
fitProbit(matrix, outcome, { confidencelevel: 0.9 });
// @ts-expect-error: R's sandwich knows more types than this
fitProbit(matrix, outcome, { robust: "HC3" });
// @ts-expect-error: absent and undefined are two things
fitProbit(matrix, outcome, { offset: undefined });
// @ts-expect-error: results cannot be changed
probit.logLikelihood = 0;

const panel = fitRandomEffectsProbit(matrix, outcome, group, { quadratureNodes: 12 });
fact<Same<typeof panel.randomEffect.sigma, number>>();
fact<Same<typeof panel.randomEffect.quadratureError, number | null>>();
// @ts-expect-error: groups are whole numbers
fitRandomEffectsProbit(matrix, outcome, new Float64Array(3));

fact<Same<typeof panel.model, "randomEffectsProbit">>();
const logit = fitRandomEffects(matrix, outcome, group, { link: "logit", tests: false });
fact<Same<typeof logit.sigmaTest, FitTest | null>>();
// @ts-expect-error: no such link
fitRandomEffects(matrix, outcome, group, { link: "poisson" });

const frailty = fitGammaFrailty(matrix, outcome, group);
fact<Same<typeof frailty.frailty.variance, number>>();
const selection = fitSelectionDuration(matrix, outcome, matrix, group, outcome, { dependence: "gaussian" });
fact<Same<typeof selection.dependence.parameter, "alpha" | "rho">>();
// @ts-expect-error: the two dependences there are
fitSelectionDuration(matrix, outcome, matrix, group, outcome, { dependence: "frank" });

const cox = fitCox({ matrix, stop: new Float64Array(3), event: new Uint8Array(3) }, { ties: "efron" });
fact<Same<typeof cox, CoxFit>>();
fact<Same<typeof cox.terms, readonly TermEstimate[]>>();
fact<Same<typeof cox.tests.likelihoodRatio, FitTest | null>>();
fact<Same<typeof cox.aic, number>>();
fact<Same<typeof cox.ties, "efron" | "breslow" | "exact">>();
// @ts-expect-error: durations need an event column
fitCox({ matrix, stop: new Float64Array(3) });
// @ts-expect-error: no such method for ties
fitCox({ matrix, stop: new Float64Array(3), event: new Uint8Array(3) }, { ties: "discrete" });

fact<Same<ReturnType<typeof fitLinear>["model"], "linear">>();
// @ts-expect-error: absorbed factors are a list
fitLinear(matrix, outcome, { absorb: group });

// An outcome is values or durations: which one must be asked before it is used.
// @ts-expect-error: not known to be durations
frame.outcome.stop;
if (frame.outcome.kind === "duration") fact<Same<typeof frame.outcome.event, Uint8Array>>();
if (frame.outcome.kind === "values") fact<Same<typeof frame.outcome.event, string | null>>();
declare const table: Table;
modelFrame("y ~ x + (1 | id)", table, { panel: { id: "id", time: "year" }, missing: "refuse" });
// @ts-expect-error: rows with missing cells are dropped or refused
modelFrame("y ~ x", table, { missing: "zero" });
fact<Same<Awaited<ReturnType<typeof readCsv>>, Table>>();
fact<Same<ReturnType<typeof tableFromColumns>, Table>>();

const formulaError = new InvalidFormula(
  { what: "formula", text: "y ~" },
  { start: 3 },
  { found: "", expected: "" },
);
fact<typeof formulaError extends InvalidInput ? true : false>();
fact<InvalidInput extends RangeError ? true : false>();
fact<Same<InvalidInput["path"] | InvalidInput["found"] | InvalidInput["expected"], string>>();

const scenario = resolveScenario("canello-2022", { firms: 200 });
fact<Same<typeof scenario.firms, number>>();
simulate(scenario, { seed: "1", condition: "a", replication: 1 });
// @ts-expect-error: random streams are named by seed, condition and replication
simulate(scenario, { seed: "1" });
const design = resolveDesign(parseDesign({}));
summarise(design, runReplication(design, 0, 1));
// @ts-expect-error: no such measure
performance.accuracy([1, 2]);
