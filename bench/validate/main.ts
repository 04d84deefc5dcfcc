import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { validationDesigns } from "./designs/index.ts";
import { type FitMeasures, measuresOf } from "./measures.ts";
import { pageOf, sectionsOf } from "./page.ts";
import { serveTasks, Threads } from "./runReplications.ts";
import { section } from "./section.ts";
import { SEED } from "./seed.ts";

const PAGE = "docs/validation.md";

const HELP = `npm run validate -- [model]… [--replications N] [--seed TEXT] [--threads N] [--write]

Fits each model to data drawn from itself and prints bias, standard errors and coverage; all models, or those named:
  ${validationDesigns.map(({ name }) => name).join(", ")}

  --replications N   of every model (default: each model's own, 500 to 2000)
  --seed TEXT        names the draws (default ${SEED})
  --threads N        default: the cores of this machine
  --write            write ${PAGE}, or the sections of the models named
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      replications: { type: "string" },
      seed: { type: "string", default: SEED },
      threads: { type: "string", default: String(availableCores()) },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const unknown = positionals.find((name) => !validationDesigns.some((each) => each.name === name));
  if (unknown !== undefined) throw new RangeError(`no model "${unknown}"\n\n${HELP}`);
  const replications =
    values.replications === undefined ? null : atLeast(2, "replications", values.replications);
  const chosen = validationDesigns.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );

  const sections = new Map<string, string>();
  const threads = new Threads(new URL(import.meta.url), atLeast(1, "threads", values.threads));
  const missed: string[] = [];
  for (const design of chosen) {
    const started = performance.now();
    const count = replications ?? design.replications;
    const outcomes = await threads.run(design, values.seed, count, (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${design.name} ${done} of ${count} `);
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stderr.write(
      `${process.stderr.isTTY ? "\r" : ""}${design.name}: ${count} replications in ${seconds} s\n`,
    );
    const measures = measuresOf(design, outcomes);
    missed.push(...unexplained(design.name, measures));
    const text = section(design, measures, outcomes[0]);
    sections.set(design.name, text);
    process.stdout.write(`${text}\n\n`);
  }
  await threads.end();

  if (values.write) {
    const kept = existsSync(PAGE) ? sectionsOf(readFileSync(PAGE, "utf8")) : new Map<string, string>();
    const flags = [
      ...(replications === null ? [] : [` --replications ${replications}`]),
      ...(values.seed === SEED ? [] : [` --seed ${values.seed}`]),
    ].join("");
    const page = pageOf(
      validationDesigns,
      new Map([...kept, ...sections]),
      `npm run validate -- --write${flags}`,
    );
    writeFileSync(`${PAGE}.partial`, page);
    renameSync(`${PAGE}.partial`, PAGE);
    process.stderr.write(`${PAGE} written\n`);
  }
  if (missed.length > 0) {
    process.stderr.write(
      `coverage that should be nominal and is not:\n${missed.map((each) => `  ${each}\n`).join("")}`,
    );
    process.exitCode = 1;
  }
}

function unexplained(name: string, measures: readonly FitMeasures[]): string[] {
  return measures.flatMap(({ fit, terms }) =>
    terms
      .filter(({ nominal, exception }) => !nominal && exception === null)
      .map(({ term, coverage }) => `${name}, ${fit}, ${term}: ${(100 * coverage.value).toFixed(1)} %`),
  );
}

function atLeast(least: number, what: string, text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= least)) {
    throw new RangeError(`--${what}: found ${text}; expected a whole number of ${least} or more`);
  }
  return value;
}

if (isMainThread) {
  try {
    await main();
  } catch (error) {
    const wrongRequest = error instanceof RangeError || error instanceof TypeError;
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = wrongRequest ? 2 : 1;
  }
} else {
  serveTasks(validationDesigns);
}
