import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { binaryPanel } from "../../../bench/data/binaryPanel.ts";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";
import { estimated, expectNear } from "./runEstimate.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let panel: string;
beforeAll(() => {
  bandwagon = buildCommandLine();
  panel = join(bandwagon.folder, "panel.csv");
  const { matrix, outcome, group } = binaryPanel(8_400);
  const [lag, x] = matrix.numeric;
  const columns = { y: [...outcome], lag: [...lag.values], x: [...x.values], pair: [...group] };
  writeFileSync(panel, csvText(columns));
});
afterAll(() => bandwagon.remove());

it("two threads fit what one fits, with the same bytes each time", async () => {
  const fitted = (...options: string[]) =>
    estimated(bandwagon, panel, "y ~ lag + x + (1 | pair)", ...options);
  const alone = await fitted();
  const [first, second] = [await fitted("--threads", "2"), await fitted("--threads", "2")];
  expect(second).toEqual(first);
  expect(first.observations).toBe(50_400);
  const numbers = ({ terms, logLikelihood }: typeof alone) => [
    logLikelihood,
    ...terms.flatMap(({ estimate, stdError }) => [estimate ?? Number.NaN, stdError ?? Number.NaN]),
  ];
  expectNear(numbers(first), numbers(alone).map(Number), 1e-12);
  expect(await fitted("--threads", "1")).toEqual(alone);
});
