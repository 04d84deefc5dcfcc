import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT, explainFailure, Interrupted } from "../../cli/failure.ts";
import { type PlannedFile, writeFiles } from "../../cli/writeFiles.ts";

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

  it("all stay as they were when one of the names is a folder", async () => {
    writeFileSync(join(folder, "a.txt"), "old");
    mkdirSync(join(folder, "b.txt"));
    const failure = await writeFiles([text("a.txt", "new"), text("b.txt", "b")]).catch(explainFailure);
    expect(failure).toEqual({
      code: EXIT.workFailed,
      lines: [`error: ${join(folder, "b.txt")}: a folder, not a file`],
    });
    expect(readdirSync(folder)).toEqual(["a.txt", "b.txt"]);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
  });

  it("all stay as they were, and new ones go, when the last cannot be renamed", async () => {
    writeFileSync(join(folder, "a.txt"), "old");
    // The last file cannot get its name: what was to become it is gone.
    const late: PlannedFile = {
      path: join(folder, "c.txt"),
      async write(to) {
        await to("c");
        rmSync(join(folder, `c.txt.partial-${process.pid}`));
      },
    };
    writeFileSync(join(folder, "c.txt"), "old c");
    await expect(writeFiles([text("a.txt", "new"), text("b.txt", "b"), late])).rejects.toThrow("ENOENT");
    expect(readdirSync(folder)).toEqual(["a.txt", "c.txt"]);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
    expect(readFileSync(join(folder, "c.txt"), "utf8")).toBe("old c");
  });

  it.skipIf(process.getuid?.() === 0)("all stay as they were when one may not be written to", async () => {
    writeFileSync(join(folder, "a.txt"), "old");
    writeFileSync(join(folder, "b.txt"), "kept", { mode: 0o444 });
    await expect(writeFiles([text("a.txt", "new"), text("b.txt", "b")])).rejects.toThrow("no permission");
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
  });

  it("leave nothing when a second Ctrl-C ends the process while they are written", async () => {
    const script = join(folder, "script.mjs");
    buildSync({
      stdin: {
        contents: `
          import { interruption } from "./cli/interruption.ts";
          import { prepareFolder } from "./cli/outputFolder.ts";
          import { writeFiles } from "./cli/writeFiles.ts";
          const out = process.argv[2];
          interruption();
          await prepareFolder(out, "--out");
          const forever = () => new Promise((resolve) => setTimeout(resolve, 1e6));
          await writeFiles([{ path: out + "/a.txt", async write(to) { await to("half"); console.log("half"); await forever(); } }]);`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      format: "esm",
      platform: "node",
      outfile: script,
    });
    const child = spawn(process.execPath, [script, join(folder, "made")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect(readdirSync(join(folder, "made"))).toEqual([`a.txt.partial-${child.pid}`]);
    child.kill("SIGINT");
    const again = setInterval(() => child.kill("SIGINT"), 50);
    const code = await new Promise((resolve) => child.on("close", resolve));
    clearInterval(again);
    expect(code).toBe(EXIT.interrupted);
    expect(readdirSync(folder)).toEqual(["script.mjs"]);
  });
});
