import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceWatch, startWatch, watchedWorld, watchTruth } from "../../../sim/index.ts";
import { createWatchClient, type RunListeners, type WatchClient } from "../../../workers/lab/watchClient.ts";
import { spawnNodeWorker } from "../../../workers/nodeEndpoint.ts";
import { bundle, temporaryFolder } from "../bundle.ts";

const folder = temporaryFolder();
let threads = 0;
let client: WatchClient;

beforeAll(async () => {
  await bundle("node", folder.path, { lab: "tests/workers/lab/labNodeWorker.ts" });
  const url = pathToFileURL(join(folder.path, "lab.js"));
  client = createWatchClient(() => {
    threads += 1;
    return spawnNodeWorker(url);
  });
});
afterAll(async () => {
  await client.dispose();
  await folder.remove();
});

const request = {
  scenario: "canello-2022/W1",
  set: { firms: 400, base: -2, warmUpYears: 2, recordedYears: 8 },
  seed: "5",
};

function listeners(): RunListeners & { readonly years: unknown[]; readonly worlds: unknown[] } {
  const [years, worlds]: [unknown[], unknown[]] = [[], []];
  return { years, worlds, onYear: (year) => years.push(year), onWorld: (world) => worlds.push(world) };
}

function watchedHere({ scenario, set, seed }: typeof request) {
  const world = watchedWorld({ scenario, set, seed });
  const run = startWatch(world.scenario, world.key);
  while (advanceWatch(run) !== null);
  return run;
}

describe("the watching thread", () => {
  it("sends the world and then every year, none left out, as they are run here", async () => {
    const heard = listeners();
    expect(await client.run(request, heard)).toEqual({ ok: true, value: 10 });
    expect(heard.worlds).toMatchObject([
      { firms: 400, firstRecorded: 2, years: [2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013] },
    ]);
    expect(heard.years).toEqual(watchedHere(request).snapshots);
  });

  it("sends the year on display first, where one is named, and then what it would have sent", async () => {
    const heard = listeners();
    const asked = { ...request, seed: "9" };
    const order: unknown[] = [];
    await client.run(asked, {
      ...heard,
      first: 6,
      onFirst: (index, year) => order.push([index, year, heard.years.length]),
    });
    const { snapshots } = watchedHere(asked);
    expect(order).toEqual([[6, snapshots[6].with, 0]]);
    expect(heard.years).toEqual(snapshots);
    await client.run(asked, { ...heard, first: 99, onFirst: (index) => order.push(index) });
    expect(order[1]).toBe(9);
  });

  it("looks into a run that it has kept, and into one that it has not", async () => {
    const kept = await client.province(request, "MI", 9, { limit: 5 });
    const other = { ...request, seed: "6" };
    const run = await client.province(other, "MI", 4, { limit: 5 });
    expect(kept).toMatchObject({ ok: true, value: { code: "MI", year: 2013, rest: expect.any(Number) } });
    expect(run).toMatchObject({ ok: true, value: { code: "MI", year: 2008 } });
    const firm = kept.ok ? (kept.value.firms[0]?.place ?? -1) : -1;
    expect(await client.firm(request, firm)).toMatchObject({
      ok: true,
      value: { place: firm, province: "MI", years: { length: 10 } },
    });
  });

  it("knows the effect of one more peer", async () => {
    const { scenario, key } = watchedWorld(request);
    expect(await client.truth(request)).toEqual({ ok: true, value: watchTruth(scenario, key) });
  });

  it("answers a wrong request with a code, a message and the place", async () => {
    const wrong = { ...request, set: { imitationSam: 1 } };
    expect(await client.run(wrong, listeners())).toMatchObject({
      ok: false,
      error: {
        code: "invalid-input",
        message: expect.stringContaining("imitationSame"),
        details: { path: expect.any(String) },
      },
    });
    const nowhere = {
      ...request,
      set: { pioneers: [{ year: 2005, destination: "europe", province: "XX" }] },
    };
    expect(await client.run(nowhere, listeners())).toMatchObject({
      ok: false,
      error: { code: "invalid-input", details: { path: "set.pioneers[0].province" } },
    });
    expect(await client.province(request, "XX", 0)).toMatchObject({
      ok: false,
      error: { details: { path: "province" } },
    });
    expect(await client.firm(request, 400)).toMatchObject({ ok: false, error: { code: "RangeError" } });
  });

  it("gives up a run for a newer one, without a word more of the old one and without a new thread", async () => {
    const before = threads;
    const long = { ...request, seed: "7", set: { ...request.set, recordedYears: 60 } };
    const first = listeners();
    const second = listeners();
    const stopAfterYears = 3;
    let newer: Promise<unknown> | null = null;
    const older = await client.run(long, {
      onWorld: first.onWorld,
      onYear(year) {
        first.onYear(year);
        if (first.years.length === stopAfterYears) newer = client.run(request, second);
      },
    });
    expect(older).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(await newer).toEqual({ ok: true, value: 10 });
    expect(first.years).toHaveLength(stopAfterYears);
    expect(second.years).toHaveLength(10);
    expect(threads).toBe(before);
  });

  it("gives up what its caller aborts, and goes on where it stopped when asked again", async () => {
    const long = { ...request, seed: "8", set: { ...request.set, recordedYears: 30 } };
    const abort = new AbortController();
    const heard = listeners();
    const outcome = await client.run(
      long,
      { onWorld: heard.onWorld, onYear: () => abort.abort(new Error("enough")) },
      abort.signal,
    );
    expect(outcome).toEqual({ ok: false, error: { code: "cancelled", message: "enough" } });
    expect(await client.run(long, heard)).toEqual({ ok: true, value: 32 });
    expect(heard.years).toEqual(watchedHere(long).snapshots);
  });

  it("does as well after many runs as after one: what it has forgotten it runs again", async () => {
    for (const imitationSame of [0, 0.05, 0.1, 0.15, 0.2, 0.25]) {
      const set = { ...request.set, imitationSame };
      const heard = listeners();
      await client.run({ ...request, set }, heard);
      expect(heard.years).toEqual(watchedHere({ ...request, set }).snapshots);
    }
    const again = listeners();
    await client.run(request, again);
    expect(again.years).toEqual(watchedHere(request).snapshots);
  });
});
