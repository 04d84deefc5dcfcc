import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT, explainFailure, Interrupted } from "../../cli/failure.ts";
import { type PlannedFile, prepareFile, prepareFolder, writeFiles } from "../../cli/writeFiles.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bandwagon-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string, content: string): PlannedFile => ({
  path: join(folder, name),
  write: (to) => to(content),
});
/** As Node reports a disk that is full. */
const diskFull = () =>
  Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });

describe("files that belong together", () => {
  it("all appear, and replace what stood there", async () => {
    writeFileSync(join(folder, "a.txt"), "old");
    await writeFiles([text("a.txt", "new"), text("b.txt", "b")]);
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "b.txt"]);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("new");
  });

  it("on a full disk none appears, the old one stays, and no temporary file is left", async () => {
    writeFileSync(join(folder, "a.txt"), "old");
    const full: PlannedFile = {
      path: join(folder, "b.txt"),
      async write(to) {
        await to("half");
        throw diskFull();
      },
    };
    const failure = await writeFiles([text("a.txt", "new"), full]).catch(explainFailure);
    expect(failure).toEqual({
      code: EXIT.workFailed,
      lines: ["error: the disk is full; nothing was left half-written"],
    });
    expect(readdirSync(folder)).toEqual(["a.txt"]);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
  });

  it("an interruption in the middle leaves nothing", async () => {
    const controller = new AbortController();
    const slow: PlannedFile = {
      path: join(folder, "b.txt"),
      async write(to) {
        await to("half");
        controller.abort();
        await to("other half");
      },
    };
    await expect(writeFiles([text("a.txt", "a"), slow], controller.signal)).rejects.toBeInstanceOf(
      Interrupted,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a place to write to", () => {
  it("is made with its parents and taken away again while it is empty", async () => {
    const output = await prepareFolder(join(folder, "a", "b"), "--out");
    expect(readdirSync(join(folder, "a", "b"))).toEqual([]);
    await output.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not taken away when it holds something or was there before", async () => {
    mkdirSync(join(folder, "before"));
    const output = await prepareFolder(join(folder, "before", "made"), "--out");
    writeFileSync(join(folder, "before", "made", "kept.txt"), "");
    await output.discard();
    expect(readdirSync(join(folder, "before", "made"))).toEqual(["kept.txt"]);
    await (await prepareFolder(join(folder, "before"), "--out")).discard();
    expect(readdirSync(folder)).toEqual(["before"]);
  });

  it("is refused as a wrong request where a file or a folder stands in the way", async () => {
    writeFileSync(join(folder, "file"), "");
    const below = await prepareFolder(join(folder, "file", "below"), "--out").catch(explainFailure);
    expect(below).toMatchObject({ code: EXIT.wrongRequest });
    const file = await prepareFolder(join(folder, "file"), "--out").catch(explainFailure);
    expect(file).toMatchObject({ code: EXIT.wrongRequest });
    const aFolder = await prepareFile(folder, "--out").catch(explainFailure);
    expect(aFolder).toMatchObject({ code: EXIT.wrongRequest });
  });
});
