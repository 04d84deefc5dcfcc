import { version } from "../../package.json";
import { InvalidInput, type Scenario } from "../../scenarios/index.ts";
import { measureOptionsOf } from "../../study/calibration/fitsOfTargets.ts";
import { type JudgedWorld, judgeHistories } from "../../study/targets/judge.ts";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { EXIT, Interrupted } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { prepareFiles } from "../outputFolder.ts";
import { memoryLimit, refuseTooLarge } from "../panelMemory.ts";
import { jsonFile } from "../plannedFiles.ts";
import { progressDisplay } from "../progressDisplay.ts";
import { namedWorld, settingsOf } from "../scenarioFile.ts";
import { writeFiles } from "../writeFiles.ts";
import { calibratedFamily, chosenParameters, chosenTargets, scaled } from "./calibrationRequest.ts";
import { type CalibrationRun, runCalibration } from "./runCalibration.ts";
import { pointSimulator } from "./simulatePoints.ts";
import { targetTable } from "./targetTable.ts";

export interface CalibrateOptions {
  /** Empty for all, as is `parameters`. */
  readonly targets: readonly string[];
  readonly parameters: readonly string[];
  readonly world?: string;
  readonly histories?: number;
  readonly seed: string;
  readonly scale: number;
  readonly evaluations: number;
  readonly workers?: number;
  readonly out?: string;
  readonly check: boolean;
  readonly format: "table" | "json";
}

const HISTORIES_TO_SEARCH = 4;
const HISTORIES_TO_CHECK = 30;

/** `bandwagon calibrate PAPER`. Returns the exit code. */
export async function calibrateWorld(paper: string, options: CalibrateOptions): Promise<number> {
  const family = calibratedFamily(paper);
  const targets = chosenTargets(family.calibrationTargets, options.targets);
  const name = options.world ?? family.presets[0]?.name ?? paper;
  const world = await namedWorld(name);
  const scenario = scaled(world.scenario, options.scale);
  const histories = options.histories ?? (options.check ? HISTORIES_TO_CHECK : HISTORIES_TO_SEARCH);
  const workers = Math.min(options.workers ?? availableCores(), histories);
  refuseTooLarge(scenario, "--world", workers, memoryLimit());
  const out = outputOf(options);
  const { signal, release } = interruption();
  const simulator = pointSimulator(
    { seed: options.seed, options: measureOptionsOf(targets) },
    { histories, workers, signal },
  );
  try {
    if (out === null) {
      const progress = progressDisplay(histories, process.stderr, "histories");
      let done = 0;
      const measures = await simulator
        .run(scenario, () => progress.update(++done, 0))
        .finally(() => progress.stop());
      print(options, { world: name, ...judgeHistories(targets, measures) });
      return EXIT.done;
    }
    const folder = await prepareFiles([out], "--out");
    try {
      const parameters = chosenParameters(family.calibrationParameters ?? [], options.parameters);
      const request = { paper, world: name, scenario, targets, parameters, histories, seed: options.seed };
      const run = await runCalibration({ ...request, evaluations: options.evaluations, out, simulator });
      const calibrated = { ...run.result.scenario, firms: world.scenario.firms };
      await writeFiles([jsonFile(out, scenarioFile(world.base, calibrated, options, request, run))], signal);
      print(options, { world: out, ...run.judged });
      process.stderr.write(`file: ${out} (journal: ${run.journal})\n`);
      return EXIT.done;
    } catch (error) {
      folder.discard();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof Interrupted) || out === null) throw error;
    process.stderr.write(
      "Interrupted: what was simulated stands in the journal; the same command goes on.\n",
    );
    return EXIT.interrupted;
  } finally {
    await simulator.end();
    release();
  }
}

/** Null where nothing is searched for. */
function outputOf({ out, check }: CalibrateOptions): string | null {
  if (check && out !== undefined) {
    throw new InvalidInput({ path: "--out", found: out, expected: "nothing beside --check, which prints" });
  }
  if (check) return null;
  if (out !== undefined && /\.json$/i.test(out)) return out;
  throw new InvalidInput({
    path: "--out",
    found: out === undefined ? "nothing" : JSON.stringify(out),
    expected: "the scenario file to be written, with a name that ends in .json; or --check",
  });
}

function print({ format }: CalibrateOptions, world: JudgedWorld & { readonly world: string }): void {
  process.stdout.write(
    format === "json" ? `${JSON.stringify(world, null, 2)}\n` : `\n${targetTable(world)}\n`,
  );
}

/** What `simulate` and `replicate` can read, and how it was made. */
function scenarioFile(
  base: string,
  scenario: Scenario,
  { scale, evaluations }: CalibrateOptions,
  {
    paper,
    world,
    targets,
    parameters,
    histories,
    seed,
  }: Pick<CalibrationRun, "paper" | "world" | "targets" | "parameters" | "histories" | "seed">,
  { result, judged }: Awaited<ReturnType<typeof runCalibration>>,
): object {
  return {
    scenario: base,
    set: settingsOf(base, scenario),
    made: {
      by: `bandwagon ${version} calibrate ${paper}`,
      world,
      targets: targets.map(({ name }) => name),
      histories,
      seed,
      scale,
      evaluations: { asked: evaluations, done: result.evaluations, ended: result.ended },
      objective: result.sumOfSquares,
      parameters: parameters.map((parameter, at) => ({ ...parameter, value: result.point[at] })),
      moments: judged.targets.flatMap(({ target, parts }) =>
        parts.map(({ part, mean, met }) => ({
          target: target.name,
          measure: part.measure,
          published: part.published,
          mean,
          met,
        })),
      ),
    },
  };
}
