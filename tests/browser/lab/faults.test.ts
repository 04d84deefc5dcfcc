import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { places } from "../../../viz/state/labState.ts";
import { skipBrowserTests } from "../chromium.ts";
import { type LabSite, openLabSite, openPage } from "./labSite.ts";
import { hiddenStops, invisibleText, reordered, smallTargets } from "./layoutFaults.ts";

const small = "set.firms=500";

describe.skipIf(skipBrowserTests)("the lab, where something is wrong and for every reader", () => {
  let site: LabSite;
  beforeAll(async () => {
    site = await openLabSite();
  });
  afterAll(() => site?.close());

  // The first of all: a worker's script that is kept for use without a network would be found.
  test("says that its worker did not load, and goes on when it is asked again", async () => {
    const page = await site.context.newPage();
    await page.route("**/labWorker.js", (route) => route.fulfill({ status: 404, body: "not found" }));
    await page.goto(`${site.origin}/index.html?place=watch&lang=en&${small}`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/worker could not start/i);
    await page.unroute("**/labWorker.js");
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.locator(".watch-numbers[data-busy=false]").waitFor();
    expect(await alert.count()).toBe(0);
    await page.close();
  });

  test("starts another worker when one dies in the middle, and shows the same numbers", async () => {
    const { page } = await site.open(`?place=watch&${small}&step=2012`);
    const numbers = page.locator(".watch-numbers[data-busy=false]");
    const before = await numbers.innerText();
    const [worker] = page.workers();
    await worker?.evaluate(() => {
      setTimeout(() => {
        throw new Error("the thread died");
      });
    });
    const slider = page.getByLabel("Demand shocks", { exact: true });
    await slider.press("ArrowRight");
    await expect.poll(() => numbers.innerText()).not.toBe(before);
    await slider.press("ArrowLeft");
    await expect.poll(() => numbers.innerText()).toBe(before);
    expect(page.workers()).not.toContain(worker);
    await page.close();
  });

  test("runs no script that stands in a link, and names what it did not take over", async () => {
    const script = "<script>window.hit=1</script><img src=x onerror=window.hit=1>";
    const names = [
      "world",
      "seed",
      "step",
      "theme",
      "embed",
      "set.firms",
      "set.<b>",
      "x.province",
      "v",
      script,
    ];
    for (const first of [`place=${encodeURIComponent(script)}`, "place=watch"]) {
      const rest = names.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(script)}`);
      const { page, complaints } = await site.open(`?lang=en&${first}&${small}&${rest.join("&")}`);
      await page.locator(".watch-numbers[data-busy=false]").waitFor();
      const said = await page.getByRole("status", { name: "Messages" }).innerText();
      for (const name of ["world", "step", "theme", "embed", "set.firms"]) expect(said).toContain(name);
      expect(await page.evaluate(() => "hit" in window)).toBe(false);
      expect(await page.locator("#app script, #app img").count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test("says that a link is too long, and opens without it", async () => {
    const { page, complaints } = await openPage(
      site.context,
      `${pathToFileURL(site.singleFile)}?lang=en&place=learn&seed=${"9".repeat(16_000)}`,
    );
    expect(await page.getByRole("status", { name: /Messages|Messaggi/ }).innerText()).toMatch(/16.?0\d\d/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  const outOfRange = "set.firms=-5&set.base=1e300&set.imitationSame=often&set.nothing=1";
  test.each([
    ["a world that there is not", "world=atlantis/W9", ["atlantis/W9"]],
    ["parameters out of range", outOfRange, ["firms", "base", "imitationSame", "nothing"]],
  ])("says in Watch that a link names %s, and shows the default", async (_, link, named) => {
    const { page, complaints } = await site.open(`?place=watch&x.autoplay=0&${link}`);
    await page.locator(".watch-numbers[data-busy=false]").waitFor();
    const messages = page.getByRole("status", { name: "Messages" });
    for (const name of named) await expect.poll(() => messages.innerText()).toContain(name);
    await expect.poll(() => page.locator(".watch-numbers").innerText()).toMatch(/ of [\d,]{5,6} firms/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(places)(
    "has something to see at %s whatever world and parameters a link names",
    async (place) => {
      const { page, complaints } = await site.open(
        `?place=${place}&world=atlantis/W9&set.firms=-5&set.nothing=1`,
      );
      await page.waitForTimeout(300);
      expect((await page.locator("main").innerText()).length).toBeGreaterThan(200);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test.each(places)(
    "%s: targets, Tab key, zoom, forced colours, paper, and nobody else's servers",
    async (place) => {
      const asked: string[] = [];
      site.context.on("request", (request) => asked.push(request.url()));
      const { page, complaints } = await site.open(
        `?place=${place}&lang=it&theme=dark&${small}&x.autoplay=0`,
      );
      await page.waitForTimeout(500);
      expect.soft(await reordered(page)).toEqual([]);
      expect.soft(await hiddenStops(page, 60)).toEqual([]);
      for (const width of [1280, 768, 640, 384]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForTimeout(50);
        expect.soft(await smallTargets(page), `at ${width}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `at ${width}`).toBeLessThanOrEqual(width);
      }
      await page.emulateMedia({ forcedColors: "active" });
      expect.soft(await invisibleText(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: "none", media: "print" });
      const [ink, ground] = await page.evaluate(() =>
        [document.body, document.documentElement].map((of) => {
          const { color, backgroundColor } = getComputedStyle(of);
          return of === document.body ? color : backgroundColor;
        }),
      );
      // Paper is white whatever the page's theme: printers leave backgrounds out.
      expect.soft(ink).toBe("rgb(26, 26, 26)");
      expect.soft(ground).toMatch(/^rgba?\((251, 250, 247|255, 255, 255|0, 0, 0, 0)/);
      expect(await page.locator("header.top").isVisible()).toBe(false);
      expect(await page.locator("main h1").first().isVisible()).toBe(true);
      expect(asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(site.origin))).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test("plays nothing by itself where less motion is wanted, and moves nothing", async () => {
    const page = await site.context.newPage();
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const place of places) {
      await page.goto(`${site.origin}/index.html?place=${place}&lang=en&${small}`);
      await page.locator("main h1").waitFor();
      const moving = await page.evaluate(() => [
        ...document.getAnimations().map(String),
        ...[...document.querySelectorAll("body *")]
          .filter((each) => !/^(0s(, )?)+$/.test(getComputedStyle(each).transitionDuration))
          .map((each) => each.outerHTML.slice(0, 80)),
      ]);
      expect(moving, place).toEqual([]);
      if (place !== "watch") continue;
      const numbers = page.locator(".watch-numbers[data-busy=false]");
      const before = await numbers.innerText();
      await page.waitForTimeout(1000);
      expect(await numbers.innerText()).toBe(before);
    }
    await page.close();
  });

  test("is a guest in a slide: no header, a way out, and its height is posted", async () => {
    const page = await site.context.newPage();
    await page.goto(`${site.origin}/blank.html`);
    const height = await page.evaluate(
      (link) =>
        new Promise<number>((resolve) => {
          addEventListener("message", ({ data }) => {
            if (data?.bandwagon?.height > 300) resolve(data.bandwagon.height);
          });
          const frame = document.createElement("iframe");
          frame.src = link;
          frame.width = "900";
          frame.height = "300";
          document.body.append(frame);
        }),
      `/index.html?place=watch&embed=1&lang=en&${small}`,
    );
    expect(height).toBeGreaterThan(300);
    const frame = page.frameLocator("iframe");
    expect(await frame.locator("header.top").count()).toBe(0);
    const out = frame.locator(".embed-bar a");
    expect(await out.getAttribute("target")).toBe("_blank");
    expect(await out.getAttribute("href")).not.toContain("embed");
    await page.close();
  });
});
