import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { typicalFirm } from "../../../sim/firms/typicalFirm.ts";
import { simulate } from "../../../sim/index.ts";
import { migrantReturn } from "../../../sim/mechanisms/migrantReturn.ts";
import { startWorld } from "../../../sim/startWorld.ts";

const key = { seed: "1", condition: "common", replication: 1 };
const scenario = (pull: number) => resolveScenario("canello-2022/W2", { firms: 3000, migrantReturn: pull });

describe("migrant-owned firms at home", () => {
  it("pull by what the share of a firm's cell has above that of a typical one", () => {
    const world = startWorld(scenario(0.02), key);
    const share = world.provinceCharacteristics.migrantFirmShare;
    for (const firm of [0, 7, 2999]) {
      const above = (share[world.firms.cell[firm] ?? 0] ?? 0) - typicalFirm.migrantFirmShare;
      expect(migrantReturn(world, firm)).toBe(0.02 * above);
    }
  });

  it("send firms of cells with many home sooner than others", () => {
    const returnRates = (pull: number) => {
      const { columns } = simulate(scenario(pull), key);
      const of = (name: string) => columns.find((column) => column.name === name)?.values ?? [];
      const [share, before, active] = ["migrantFirmShare", "yLag", "active"].map(of);
      const rate = (many: boolean) => {
        let abroad = 0;
        let returned = 0;
        before?.forEach((was, row) => {
          if (was !== 1 || (share?.[row] ?? 0) > typicalFirm.migrantFirmShare !== many) return;
          abroad += 1;
          returned += 1 - (active?.[row] ?? 0);
        });
        return returned / abroad;
      };
      return rate(true) - rate(false);
    };
    expect(returnRates(0.06)).toBeGreaterThan(returnRates(0) + 0.05);
  });
});
