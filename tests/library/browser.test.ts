import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, skipBrowserTests } from "../browser/chromium.ts";
import { serveFolder } from "../browser/staticServer.ts";
import { Consumer } from "./consumer.ts";

/** Runs in Node and in a page; what it leaves in `result` is compared digit by digit. */
const program = `
const { fitCox, fitRandomEffects, modelFrame, readCsv, resolveScenario, simulate, tableFromColumns } = library;
const scenario = resolveScenario("canello-2022", { firms: 300 });
const history = simulate(scenario, { seed: "1", condition: "browser", replication: 1 });
const panel = tableFromColumns(history.columns);
const frame = modelFrame("active ~ yLag + yInitial + size + (1 | pair)", panel);
const panelFit = fitRandomEffects(frame.matrix, frame.outcome.values, frame.randomEffect.codes);
const table = await readCsv("time,event,x\\n1,1,0.5\\n2,1,1.5\\n3,1,0\\n4,0,1\\n5,1,2\\n6,1,-1\\n");
const { matrix, outcome } = modelFrame("Surv(time, event) ~ x", table);
const coxFit = fitCox({ matrix, stop: outcome.stop, event: outcome.event });
const result = JSON.stringify([panelFit.terms, panelFit.randomEffect, panelFit.logLikelihood, coxFit.terms]);
`;

describe.skipIf(skipBrowserTests)("the packed library in a page", () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = new Consumer();
  });
  afterAll(() => consumer.remove());

  it("gives the digits that it gives in Node", async () => {
    consumer.write("node.js", `import * as library from "bandwagon";\n${program}\nconsole.log(result);`);
    const inNode = consumer.run("node.js").trim();
    expect(JSON.parse(inNode)[0]).toHaveLength(4);

    const server = await serveFolder(join(consumer.folder, "node_modules", "bandwagon", "dist"));
    const { context, close } = await launchChromium();
    try {
      const page = await context.newPage();
      await page.goto(`${server.origin}/blank.html`);
      const module = `const library = await import("/index.js");\n${program}\nreturn result;`;
      const inPage = await page.evaluate((body) => {
        const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
        return new AsyncFunction(body)() as Promise<string>;
      }, module);
      expect(inPage).toBe(inNode);
    } finally {
      await close();
      await server.close();
    }
  });
});
