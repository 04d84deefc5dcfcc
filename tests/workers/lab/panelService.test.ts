import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { panelFiles } from "../../../cli/plannedFiles.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { simulate, watchedWorld } from "../../../sim/index.ts";
import { panelService } from "../../../workers/lab/panelService.ts";

const request = {
  scenario: "canello-2022/W0",
  set: { firms: 900, recordedYears: 8, warmUpYears: 2, datedShocks: [{ year: 2008, closure: 0.1 }] },
  seed: "9",
};

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** The bytes that `bandwagon simulate --out` writes. */
async function filesOfTerminal(path: string): Promise<[name: string, digest: string][]> {
  const { scenario, key } = watchedWorld(request);
  const planned = panelFiles(path, tableFromColumns(simulate(scenario, key).columns));
  return Promise.all(
    planned.map(async (file): Promise<[string, string]> => {
      const pieces: Buffer[] = [];
      await file.write(async (piece) => {
        pieces.push(Buffer.from(piece));
      });
      return [file.path, digest(Buffer.concat(pieces))];
    }),
  );
}

describe("the panel of a watched history", () => {
  it.each(["csv", "parquet"] as const)(
    "is the terminal's byte for byte, as %s and with its codebooks",
    async (format) => {
      const progress: unknown[] = [];
      const run = await panelService.prepare(null);
      const made = await run(
        { request, format, name: "world-9" },
        (each) => progress.push(each),
        new AbortController().signal,
      );
      const found = await Promise.all(
        made.files.map(async ({ name, content }) => [name, digest(Buffer.from(await content.arrayBuffer()))]),
      );
      expect(found).toEqual(await filesOfTerminal(`world-9.${format}`));
      expect(made.rows).toBeGreaterThan(900 * 4 * 5);
      expect(progress.at(-1)).toEqual({ done: 9, of: 10 });
    },
  );
});
