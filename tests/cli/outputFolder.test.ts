import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EXIT, explainFailure } from "../../cli/failure.ts";
import { prepareFiles, prepareFolder } from "../../cli/outputFolder.ts";

/** The file name of the next write that fails as on a full disk. */
const fails = vi.hoisted(() => ({ at: "" }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  return {
    ...real,
    writeFileSync(path: string, content: string) {
      if (fails.at !== "" && path.includes(fails.at)) {
        throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write" });
      }
      real.writeFileSync(path, content);
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-folder-"));
});
afterEach(() => {
  fails.at = "";
  rmSync(folder, { recursive: true, force: true });
});

describe("a place to write to", () => {
  it("is made with its parents and taken away again while it is empty", async () => {
    const output = await prepareFolder(join(folder, "a", "b"), "--out");
    expect(readdirSync(join(folder, "a", "b"))).toEqual([]);
    output.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not taken away when it holds something or was there before", async () => {
    mkdirSync(join(folder, "before"));
    const output = await prepareFolder(join(folder, "before", "made"), "--out");
    writeFileSync(join(folder, "before", "made", "kept.txt"), "");
    output.discard();
    expect(readdirSync(join(folder, "before", "made"))).toEqual(["kept.txt"]);
    (await prepareFolder(join(folder, "before"), "--out")).discard();
    expect(readdirSync(folder)).toEqual(["before"]);
  });

  it("is refused as a wrong request where a file or a folder stands in the way", async () => {
    writeFileSync(join(folder, "file"), "");
    const below = await prepareFolder(join(folder, "file", "below"), "--out").catch(explainFailure);
    expect(below).toMatchObject({ code: EXIT.wrongRequest });
    const file = await prepareFolder(join(folder, "file"), "--out").catch(explainFailure);
    expect(file).toMatchObject({
      code: EXIT.wrongRequest,
      lines: [
        `error: --out ${join(folder, "file")}`,
        "  found     a file, not a folder",
        "  expected  a folder that can be written to",
      ],
    });
    const aFolder = await prepareFiles([folder], "--out").catch(explainFailure);
    expect(aFolder).toMatchObject({ code: EXIT.wrongRequest });
  });

  it("is refused, and not made, where one of the files to be is a folder", async () => {
    mkdirSync(join(folder, "old", "summary.json"), { recursive: true });
    const names = ["design.json", "summary.json"];
    const refused = await prepareFolder(join(folder, "old"), "--out", names).catch(explainFailure);
    expect(refused).toEqual({
      code: EXIT.wrongRequest,
      lines: [
        `error: --out ${join(folder, "old", "summary.json")}`,
        "  found     a folder, not a file",
        "  expected  a new name, or a file that may be replaced",
      ],
    });
    const beside = [join(folder, "old", "panel.csv"), join(folder, "old", "summary.json")] as const;
    expect(await prepareFiles(beside, "--out").catch(explainFailure)).toEqual(refused);
  });

  it("that turns out to be full is not left behind", async () => {
    fails.at = "partial";
    const refused = await prepareFolder(join(folder, "a", "b"), "--out").catch(explainFailure);
    expect(refused).toMatchObject({ code: EXIT.wrongRequest });
    expect(readdirSync(folder)).toEqual([]);
  });
});
