import { csvChunks } from "../../panel/csvChunks.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";

/** What is simulated, as `bandwagon simulate` is asked for it: a world in which firms imitate, small enough to be fitted at once. */
export const SAMPLE = {
  scenario: "canello-2022/W1",
  set: { firms: 1000, imitationSame: 0.4, base: -3 },
  seed: "1",
} as const;

const COLUMNS = [
  ...["pair", "firm", "province", "region", "industry", "destination", "year"],
  ...["active", "yLag", "yInitial", "tenure", "size", "labourProductivity"],
  ...["msePeersSameDestination", "msePeersOtherDestinations"],
];

export const SAMPLE_NAME = "sample-panel.csv";

/** A small simulated panel as a CSV file, the same each time. */
export function samplePanel(): File {
  const scenario = resolveScenario(SAMPLE.scenario, SAMPLE.set);
  const { columns } = simulate(
    scenario,
    { seed: SAMPLE.seed, condition: SAMPLE.scenario, replication: 1 },
    { columns: COLUMNS, recordTruth: false },
  );
  const chosen = COLUMNS.flatMap((name) => columns.find((each) => each.name === name) ?? []);
  return new File([...csvChunks(tableFromColumns(chosen))], SAMPLE_NAME, { type: "text/csv" });
}
