import { textTable } from "../cli/textTable.ts";
import { tableFromColumns } from "../panel/tableFromColumns.ts";
import { modelSpecification, resolveScenario } from "../scenarios/index.ts";
import { simulate } from "../sim/index.ts";
import { fitSpecification } from "../study/methods.ts";
import { neededColumns } from "../study/neededColumns.ts";
import { median, medianRatio, time } from "./timing.ts";

const replications = 3;

/**
 * The full country has eight times the firms of the preset, and so eight times the small peers; an eighth of the
 * effect of each keeps the world as stable.
 */
const scenario = resolveScenario("canello-2022/eq1", {
  firms: 15_902,
  imitationSame: 0.0195 / 8,
  imitationOther: -0.0125 / 8,
});
/** Column C with dummies for parts of the country: with regions, one in which nobody is abroad would leave the fit without a maximum. */
const method = modelSpecification("canello-2022/C-small");
const columns = neededColumns([method]);

/** One replication of the full-size world of eq. (1): how long its simulation takes beside its estimation. */
export function replication(): string {
  const simulation: number[] = [];
  const everyColumn: number[] = [];
  const estimation: number[] = [];
  let observations = 0;
  let iterations = 0;
  let converged = true;
  // The first replication is the engine's warm-up.
  for (let number = 0; number <= replications; number++) {
    const key = { seed: "bench", condition: "eq1", replication: number };
    const simulated = time(() => simulate(scenario, key, { columns }));
    const complete = time(() => simulate(scenario, key).rows);
    const fitted = time(() => fitSpecification(tableFromColumns(simulated.value.columns), method, 0.95));
    if (number === 0) continue;
    simulation.push(simulated.duration.cpu);
    everyColumn.push(complete.duration.cpu);
    estimation.push(fitted.duration.cpu);
    ({ observations, iterations } = fitted.value.fit);
    converged &&= fitted.value.fit.converged;
  }
  const table = textTable(
    [
      { title: "part", align: "left" },
      { title: "CPU ms", align: "right" },
      { title: "least", align: "right" },
      { title: "share of the estimation", align: "right" },
    ],
    [
      ["simulation, 26 years with the truth", simulation] as const,
      ["the same with every column of the panel", everyColumn] as const,
      [`estimation, ${method.name}`, estimation] as const,
    ].map(([part, cpu]) => [part, ...figures(cpu), medianRatio(cpu, estimation).toFixed(3)]),
  );
  return [
    `${scenario.firms} firms, ${observations} observations, random-effects probit by ${iterations} Newton steps${converged ? "" : " (not converged)"}; medians of ${replications} replications`,
    table,
  ].join("\n\n");
}

function figures(values: readonly number[]): string[] {
  return [median(values).toFixed(0), Math.min(...values).toFixed(0)];
}
