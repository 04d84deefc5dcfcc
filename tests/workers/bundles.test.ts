import { afterAll, expect, test } from "vitest";
import { bundle, temporaryFolder } from "./bundle.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Comlink tells its own values by symbols that each copy makes anew: with two copies a proxy is no proxy any more. */
test.each([
  ["node", "cli/main.ts"],
  ["node", "workers/nodeWorker.ts"],
  ["browser", "workers/lab/labWorker.ts"],
  ["browser", "workers/browserEndpoint.ts"],
] as const)("a %s bundle of %s holds at most one copy of Comlink", async (platform, entry) => {
  const { metafile } = await bundle(platform, folder.path, { entry });
  const copies = Object.keys(metafile.inputs).filter((path) => /comlink\/dist\/.*comlink/.test(path));
  expect(copies.length).toBeLessThanOrEqual(1);
});
