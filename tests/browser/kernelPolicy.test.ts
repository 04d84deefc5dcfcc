import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, temporaryFolder } from "../workers/bundle.ts";
import { launchChromium, skipBrowserTests } from "./chromium.ts";
import { probitFits } from "./fixtures/kernels.ts";
import type {} from "./fixtures/kernelsPage.ts";
import { serveFolder } from "./staticServer.ts";

/** The policy in the head of the lab's page. */
function policyOfThePage(): string {
  const [, policy] = readFileSync("viz/index.html", "utf8").match(/content="(default-src [^"]*)"/) ?? [];
  if (policy === undefined) throw new Error("viz/index.html has no content-security policy");
  return policy;
}

describe.skipIf(skipBrowserTests)("the probit's kernels in Chromium", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let browser: Awaited<ReturnType<typeof launchChromium>>;

  beforeAll(async () => {
    folder = temporaryFolder();
    await bundle("browser", folder.path, {
      kernelsPage: "tests/browser/fixtures/kernelsPage.ts",
      kernelsWorker: "tests/browser/fixtures/kernelsWorker.ts",
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await folder?.remove();
  });

  /** What a page finds that is served under a policy, and its worker whose script is served under the same or another. */
  async function under(policy: string, policyOfWorker = policy) {
    const server = await serveFolder(folder.path, policyOfWorker);
    const page = await browser.context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(`${server.origin}/blank.html?csp=${encodeURIComponent(policy)}`);
    await page.addScriptTag({ type: "module", url: "/kernelsPage.js" });
    await page.waitForFunction(() => "kernelsInPage" in globalThis);
    const found = await page.evaluate(async () => ({
      page: { kernels: kernelsInPage.hasKernels(), fits: kernelsInPage.probitFits("wasm") },
      worker: await new Promise<unknown>((resolve, reject) => {
        const worker = new Worker("./kernelsWorker.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    }));
    await page.close();
    await server.close();
    return { found, complaints };
  }

  test("run under the page's policy, in the page and in workers served with it, and give Node's digits", async () => {
    const { found, complaints } = await under(policyOfThePage());
    const expected = { kernels: true, fits: probitFits("plain") };
    expect(found).toEqual({ page: expected, worker: expected });
    expect(complaints).toEqual([]);
  });

  test("run in a worker whose script comes without a policy, whatever that of the page", async () => {
    const { found } = await under(policyOfThePage().replace(" 'wasm-unsafe-eval'", ""), "");
    expect(found).toMatchObject({ page: { kernels: false }, worker: { kernels: true } });
  });

  test("give way to the plain ones where a policy does not allow WebAssembly", async () => {
    const { found } = await under(policyOfThePage().replace(" 'wasm-unsafe-eval'", ""));
    const expected = { kernels: false, fits: probitFits("plain") };
    expect(found).toEqual({ page: expected, worker: expected });
  });
});
