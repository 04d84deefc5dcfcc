import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as library from "../../index.ts";
import { Consumer } from "./consumer.ts";

const page = readFileSync("docs/library.md", "utf8");

describe("the packed package in a folder of somebody's own", () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = new Consumer();
    consumer.write("typeFacts.ts", readFileSync("tests/library/typeFacts.ts", "utf8"));
  });
  afterAll(() => consumer.remove());

  it.each([
    ["node16", { module: "node16", moduleResolution: "node16" }],
    ["bundler", { module: "esnext", moduleResolution: "bundler" }],
  ])("has types that hold under %s resolution, its declarations checked too", (_, options) => {
    const strictest = { exactOptionalPropertyTypes: true, lib: ["es2022", "dom"] };
    expect(consumer.compile("typeFacts.ts", { ...options, ...strictest })).toBe("");
  });

  it("has types that the compiler holds against a false fact", () => {
    consumer.write("false.ts", 'import { fitCox } from "bandwagon";\nfitCox({ ties: "efron" });\n');
    const found = consumer.compile("false.ts", { module: "nodenext", lib: ["es2022", "dom"] });
    expect(found).toContain("false.ts(2,");
  });

  it("reads a file, evaluates a formula and fits it in Node", () => {
    consumer.write(
      "fit.js",
      `import { fitCox, modelFrame, readCsv } from "bandwagon";
      const table = await readCsv("time,event,treated\\n1,1,0\\n2,1,1\\n3,1,0\\n4,0,1\\n5,1,1\\n");
      const { matrix, outcome } = modelFrame("Surv(time, event) ~ treated", table);
      const fit = fitCox({ matrix, stop: outcome.stop, event: outcome.event });
      console.log(JSON.stringify([fit.terms[0].term, fit.terms[0].estimate, fit.events]));`,
    );
    const [term, estimate, events] = JSON.parse(consumer.run("fit.js"));
    expect([term, events]).toEqual(["treated", 4]);
    expect(estimate).toBeCloseTo(Math.log(ratioThatSolvesTheScore()), 8);
  });

  it("fits a probit in Node: the intercept alone has the mean outcome", () => {
    consumer.write(
      "probit.js",
      `import { fitProbit } from "bandwagon";
      const fit = fitProbit({ rows: 5, intercept: true, numeric: [], factors: [] }, [0, 1, 1, 0, 1]);
      console.log(JSON.stringify(fit));`,
    );
    const fit = JSON.parse(consumer.run("probit.js"));
    expect(fit.terms[0].estimate).toBeCloseTo(0.2533471031357997, 12); // Φ⁻¹(3/5)
    expect(fit.logLikelihood).toBeCloseTo(3 * Math.log(0.6) + 2 * Math.log(0.4), 12);
  });

  it("fits with several threads in Node, and has their types", () => {
    const program = `import { type FitThreads, fitRandomEffects } from "bandwagon";
      import { fitThreads } from "bandwagon/threads";
      const rows = 50_000;
      const matrix = { rows, intercept: true, numeric: [], factors: [] };
      const outcome = Uint8Array.from({ length: rows }, (_, row) => (row % 5 < 2 || row % 35 < 12 ? 1 : 0));
      const group = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 5));
      const offset = Float64Array.from(outcome, (_, row) => (row % 7) / 7);
      const threads: FitThreads = fitThreads(2);
      const fits = [{}, { threads }].map((options) =>
        fitRandomEffects(matrix, outcome, group, { ...options, offset, tests: false }),
      );
      console.log(JSON.stringify(fits.map(({ converged, logLikelihood }) => [converged, logLikelihood])));`;
    consumer.write("threads.ts", program);
    expect(consumer.compile("threads.ts", { module: "nodenext", lib: ["es2022", "dom"] })).toBe("");
    consumer.write(
      "threads.js",
      program.replace("type FitThreads, ", "").replace("threads: FitThreads", "threads"),
    );
    const [alone, together] = JSON.parse(consumer.run("threads.js"));
    expect([alone[0], together[0]]).toEqual([true, true]);
    expect(together[1] / alone[1]).toBeCloseTo(1, 12);
  });

  it("runs the examples of its page, which print what the page shows", () => {
    symlinkSync(resolve("docs"), join(consumer.folder, "docs"));
    const examples = [...page.matchAll(/```js\n((?:(?!```).)*)\n```\n\n```\n(.*?)```/gs)];
    expect(examples).toHaveLength(4);
    for (const [, program = "", printed] of examples) {
      consumer.write("example.js", program);
      expect(consumer.run("example.js")).toBe(printed);
    }
  });

  it("holds the declarations that its own lead to and of Node's threads, in one bundle free of Node's modules", () => {
    const installed = join(consumer.folder, "node_modules", "bandwagon", "dist");
    const bundle = readFileSync(join(installed, "index.js"), "utf8");
    expect(bundle).not.toMatch(/from "node:|require\("(?:node:|fs|path)/);
    const types = readdirSync(join(installed, "types"), { recursive: true, encoding: "utf8" });
    expect(types).toContain("index.d.ts");
    const beyond = types.filter((file) => /^(?:cli|workers|viz|bench|tests)./.test(file));
    expect(beyond).toEqual(["workers/fitThreads.d.ts"]);
  });
});

/**
 * At risk, as untreated + treated: 2 + 3 at time 1, 1 + 3 at 2, 1 + 2 at 3 and 0 + 1 at 5; two events are treated. The
 * score falls in the hazard ratio r.
 */
function ratioThatSolvesTheScore(): number {
  const score = (r: number) =>
    2 - ((3 * r) / (2 + 3 * r) + (3 * r) / (1 + 3 * r) + (2 * r) / (1 + 2 * r) + 1);
  let [low, high] = [1e-6, 1e6];
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high);
    if (score(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

describe("a refusal", () => {
  const matrix = { rows: 2, intercept: false, numeric: [], factors: [] };
  const cox = { matrix, stop: Float64Array.of(1), event: Uint8Array.of(1, 1) };
  const table = library.tableFromColumns([{ name: "y", values: Uint8Array.of(0, 1) }]);
  const refusals: Readonly<Record<string, () => unknown>> = {
    "of lengths that do not match": () => library.fitProbit(matrix, [0]),
    "of a cell": () => library.fitProbit(matrix, [0, 2]),
    "of durations": () => library.fitCox(cox),
    "of a formula": () => library.parseFormula("y ~ "),
    "of a column that is not there": () => library.modelFrame("y ~ z", table),
    "of a parameter": () => library.resolveScenario("canello-2022", { firms: -1 }),
    "of a design": () => library.parseDesign({}),
  };
  it.each(Object.entries(refusals))("%s is a RangeError with a message", (_, refused) => {
    expect(refused).toThrow(RangeError);
    expect(refused).toThrow(/\w/);
  });

  it("has a place where the request came as text or cells", () => {
    for (const refused of Object.values(refusals).slice(2)) {
      try {
        refused();
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(library.InvalidInput);
        const { path, found, expected } = error as library.InvalidInput;
        expect([path, found, expected].map((part) => typeof part)).toEqual(["string", "string", "string"]);
        expect(expected).not.toBe("");
      }
    }
  });
});

describe("what the library exports", () => {
  const exported = exportedNames("index.ts");

  it("is what its sources name", () => {
    const values = exported.filter(({ name }) => name in library).map(({ name }) => name);
    expect([...values, "performance", "report"].sort()).toEqual(Object.keys(library).sort());
  });

  it("is named on its page", () => {
    const names = [...Object.keys(library), ...Object.keys(library.report)];
    const unnamed = names.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`.${name}\``));
    expect(unnamed).toEqual([]);
  });

  it("is described: functions and classes under a comment, interfaces there or member by member", () => {
    const bare = exported.filter(({ name, file }) => {
      const described = commentOf(name, file) !== null || /\*\//.test(interfaceBody(name, file) ?? "");
      return !described && !isAlias(name, file);
    });
    expect(bare.map(({ name, file }) => `${file}: ${name}`)).toEqual([]);
  });

  it("names its errors: who says `throw` in its own body says @throws or what is refused", () => {
    const silent = exported.filter(({ name, file }) => {
      const body = functionBody(name, file);
      return (
        body !== null &&
        /\bthrow\b/.test(body) &&
        !/@throws|Refused|[Rr]efuses|`Invalid|RangeError/.test(commentOf(name, file) ?? "")
      );
    });
    expect(silent.map(({ name, file }) => `${file}: ${name}`)).toEqual([]);
  });
});

/** Names and the files that declare them, through `export … from`. */
function exportedNames(file: string): { name: string; file: string }[] {
  const text = readFileSync(file, "utf8");
  const from = (path: string) => join(file, "..", path);
  const named = [...text.matchAll(/export (?:type )?\{([^}]*)\} from "(\.[^"]*)"/g)].flatMap(
    ([, names, path]) =>
      names
        .split(",")
        .map((each) => each.trim().replace(/^type /, ""))
        .filter((each) => each !== "")
        .map((each) => {
          const [original, alias] = each.split(" as ");
          return { name: alias ?? original, original, file: from(path) };
        })
        .map(({ original, file: at }) => declaration(original, at)),
  );
  const all = [...text.matchAll(/export (?:type )?\* from "(\.[^"]*)"/g)].flatMap(([, path]) =>
    exportedNames(from(path)),
  );
  return [...named, ...all];
}

/** The file that declares the name, past files that only hand it on. */
function declaration(name: string, file: string): { name: string; file: string } {
  if (declares(name).test(readFileSync(file, "utf8"))) return { name, file };
  const next = exportedNames(file).find((each) => each.name === name);
  if (next !== undefined) return next;
  for (const [, path] of readFileSync(file, "utf8").matchAll(/export (?:type )?\* from "(\.[^"]*)"/g)) {
    const at = join(file, "..", path);
    if (declares(name).test(readFileSync(at, "utf8"))) return { name, file: at };
  }
  throw new Error(`${file} does not declare ${name}`);
}

function declares(name: string): RegExp {
  return new RegExp(
    `^export (?:async )?(?:abstract )?(?:function\\*?|class|interface|type|const) ${name}\\b`,
    "m",
  );
}

/** The comment that ends right above the declaration. */
function commentOf(name: string, file: string): string | null {
  const text = readFileSync(file, "utf8");
  const before = text.slice(0, text.search(declares(name)));
  return /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\n$/.exec(before)?.[1] ?? null;
}

function interfaceBody(name: string, file: string): string | null {
  const text = readFileSync(file, "utf8");
  const start = text.search(new RegExp(`^export interface ${name}\\b`, "m"));
  return start < 0 ? null : text.slice(start, text.indexOf("\n}\n", start));
}

/** A type that only names others, such as a list of words. */
function isAlias(name: string, file: string): boolean {
  return new RegExp(`^export type ${name}\\b`, "m").test(readFileSync(file, "utf8"));
}

function functionBody(name: string, file: string): string | null {
  const text = readFileSync(file, "utf8");
  const start = text.search(new RegExp(`^export (?:async )?function\\*? ${name}\\b`, "m"));
  return start < 0 ? null : text.slice(start, text.indexOf("\n}\n", start));
}
