import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../workers/bundle.ts";
import { minifiedMap } from "./fixtures/servedMap.ts";

const geometry = readFileSync("viz/map/geometry.ts", "utf8");

it("The map's script with geometry, words of both languages, file and table is at most 15 KB compressed", async () => {
  expect(gzipSync(await minifiedMap(), { level: 9 }).length).toBeLessThanOrEqual(15 * 1024);
});

it("The geometry is what its script makes of the sources", async () => {
  const folder = temporaryFolder();
  const made = join(folder.path, "geometry.ts");
  execFileSync(process.execPath, ["scripts/make-map.mjs", made]);
  expect(readFileSync(made, "utf8")).toBe(geometry);
  await folder.remove();
});

it("The geometry can be written into a page: nothing in it ends or comments out a script", () => {
  expect(geometry).not.toMatch(/<\/script|<!--|<script/i);
});
