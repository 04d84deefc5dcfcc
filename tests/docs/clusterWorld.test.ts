import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clusterScenarioNames, clusterScenarioSchema } from "../../scenarios/clusters/index.ts";
import { ordinalChecks } from "../../sim/clusters/checks/ordinalChecks.ts";
import { clusterColumns } from "../../sim/clusters/recording/clusterColumns.ts";
import { page, wordsOfUnion } from "./pages.ts";

const odd = page("docs/odd.md");
const family = page("docs/gancarczyk-2017.md");

describe("the ODD description of the world of clusters", () => {
  it.each(Object.keys(clusterScenarioSchema.shape))("has %s in its table of parameters", (path) => {
    expect(odd).toContain(`\n| \`${path}\` | `);
  });

  it.each(readdirSync("sim/clusters/mechanisms"))("names the file of the mechanism %s", (file) => {
    expect(odd).toContain(`\`sim/clusters/mechanisms/${file}\``);
  });

  it.each(wordsOfUnion("sim/clusters/purposes.ts", "ClusterPurpose"))(
    "says what the stream %s draws",
    (purpose) => {
      expect(odd).toContain(`\n| \`${purpose}\` | `);
    },
  );

  it.each(clusterScenarioNames())("has the ready world %s in its table", (name) => {
    expect(odd).toContain(`\n| \`${name}\` | `);
  });

  it.each(["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"])("has the mechanism %s", (mechanism) => {
    expect(odd).toContain(`\n**${mechanism} · `);
  });
});

describe("the page of Gancarczyk & Gancarczyk (2017)", () => {
  it.each(clusterColumns.map(({ name }) => name))("has the column %s in its codebook", (name) => {
    expect(family).toContain(`\n| \`${name}\` | `);
  });

  it.each(ordinalChecks.map(({ of, quantity, sides }) => [of, `${quantity}: ${sides.join(" > ")}`]))(
    "has a result for %s, %s",
    (of, order) => {
      expect(family).toContain(`\n| ${of} | ${order} | `);
    },
  );
});
