import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildProgram } from "../../cli/program.ts";

let folder: string;
let packed: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-pack-"));
  const left = new Set(["node_modules", "dist", "out", "tests", "docs", ".git", ".types", "coverage"]);
  for (const name of readdirSync(".").filter((each) => !left.has(each))) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const json = execFileSync("npm", ["pack", "--dry-run", "--json", "--silent"], { cwd: folder });
  const [{ files }] = JSON.parse(json.toString());
  packed = files.map(({ path }: { path: string }) => path);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a package made from a tree that was never built holds the program", () => {
  expect(packed).toContain(JSON.parse(readFileSync("package.json", "utf8")).bin.bandwagon);
  expect(packed).toContain("dist/worker.js");
});

it("a package holds what says what it is and how to cite it", () => {
  expect(packed).toEqual(
    expect.arrayContaining(["README.md", "CHANGELOG.md", "LICENSE", "CITATION.cff", "codemeta.json"]),
  );
});

it("a package holds neither what only developers run nor maps of the code", () => {
  expect(packed.filter((path) => /\.map$|^dist\/(bench|validate)\.js$|^tests\//.test(path))).toEqual([]);
});

it("a package holds the licences of the packages bundled into it, and no page that a document links is missing", () => {
  expect(packed).toContain("dist/THIRD-PARTY-LICENSES.txt");
  expect(packed).toContain("bench/README.md");
});

it("a package holds every study that an example of the help runs", () => {
  let help = "";
  const program = buildProgram(() => {});
  const commands = [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)];
  for (const command of commands) {
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
    });
    command.outputHelp();
  }
  const studies = [...new Set(help.match(/scenarios\/\S+\.json/g))];
  expect(studies).not.toEqual([]);
  for (const study of studies) expect(packed).toContain(study);
});

it("every package this one depends on is imported somewhere", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const folders = readdirSync(".", { withFileTypes: true })
    .filter((each) => each.isDirectory() && existsSync(join(folder, each.name)))
    .map(({ name }) => name)
    .filter((name) => name !== "node_modules");
  const sources = folders
    .flatMap((name) => readdirSync(name, { recursive: true }).map((file) => join(name, String(file))))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const unused = Object.keys(dependencies).filter((name) => !sources.includes(`from "${name}`));
  // The page that will draw with it is under way.
  expect(unused.filter((name) => name !== "chart.js")).toEqual([]);
});
