import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { designFile, listedStudies, namedStudies } from "../../../cli/study/namedStudies.ts";
import { families, InvalidInput } from "../../../scenarios/index.ts";
import { buildCommandLine } from "../commandLine.ts";

const files = readdirSync("scenarios", { recursive: true })
  .map(String)
  .filter((path) => /[/\\]studies[/\\][^/\\]+\.json$/.test(path));

describe("studies by name", () => {
  it("are the files of all families, no two of one name", () => {
    const names = namedStudies().map(({ name }) => name);
    expect(names.length).toBe(files.length);
    expect(new Set(names).size).toBe(names.length);
    expect(families.length).toBeGreaterThan(1);
    expect(names).toEqual(expect.arrayContaining(["aggregation", "identifiability", "recovery"]));
  });

  it("each say what they ask", () => {
    for (const { aim, name } of listedStudies()) expect(aim.length, name).toBeGreaterThan(20);
  });

  it("are found by their name; a path is taken as it is", () => {
    expect(designFile("recovery")).toMatch(/canello-2022[/\\]studies[/\\]recovery\.json$/);
    for (const path of ["package.json", "no/such/file", "nothing.json", "scenarios"])
      expect(designFile(path)).toBe(path);
  });

  it("a name that is neither is answered with those there are", () => {
    try {
      designFile("identifiabilty");
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      expect(error.suggestion).toBe("identifiability");
      expect(error.expected).toContain("recovery");
    }
  });
});

describe("the built command line, run from another folder", () => {
  let cli: ReturnType<typeof buildCommandLine>;
  beforeAll(() => {
    cli = buildCommandLine();
  }, 120_000);
  afterAll(() => cli.remove());

  it("lists the studies, and knows them by name", async () => {
    const { code, stdout } = await cli.run("study", "list", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).map(({ name }: { name: string }) => name)).toEqual(
      namedStudies().map(({ name }) => name),
    );
    const unknown = await cli.run("study", "run", "identifiabilty");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('did you mean "identifiability"?');
  }, 60_000);

  it("a file of the same name goes before it", async () => {
    const folder = join(cli.folder, "here");
    mkdirSync(folder);
    writeFileSync(join(folder, "recovery"), "{");
    const { code, stderr } = await cli.shell(`cd '${folder}' && "$@"`, "study", "run", "recovery");
    expect(code).toBe(2);
    expect(stderr).toContain("a JSON document");
  }, 60_000);
});
