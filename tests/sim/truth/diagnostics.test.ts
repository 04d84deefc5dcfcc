import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import { resolveScenario } from "../../../scenarios/index.ts";
import { simulate } from "../../../sim/index.ts";
import { key, type Parameters, panelOf, quietWorld, watch } from "../worlds.ts";

describe("the reproduction number", () => {
  const set: Parameters = {
    firms: 150,
    base: -1.3,
    imitationSame: 0.04,
    peerMeasure: "stock",
    stateDependence: 1,
  };

  /** Σ over inactive firms of Φ(index + gain) − Φ(index), a year, by market; times `stay`. */
  function byHand(
    history: ReturnType<typeof simulate>,
    weight: number,
    peersOf: (row: number) => number,
    stay: number,
  ) {
    const panel = panelOf(history);
    const levels = (name: string) => history.columns.find((column) => column.name === name)?.levels ?? [];
    const followers = new Map<string, number>();
    for (let row = 0; row < history.rows; row++) {
      if (panel.yLag[row] === 1) continue;
      const index = -1.3 + weight * peersOf(row);
      const market = ["province", "industry", "destination"]
        .map((name) => levels(name)[panel[name][row]])
        .join(" ");
      const more = ((normalCdf(index + weight) - normalCdf(index)) / 6) * stay;
      followers.set(market, (followers.get(market) ?? 0) + more);
    }
    return followers;
  }

  it("is the yearly followers of one more peer times the mean stay, the largest market's and the firms' mean", () => {
    const { world, history } = watch(quietWorld("dynamicProbit", set));
    const panel = panelOf(history);
    const { reproductionNumber, exitRate } = history.diagnostics;
    const followers = byHand(history, 0.04, (row) => panel.msePeersSameDestination[row], 1 / exitRate);
    const [largestCell, largest] = [...followers].sort(([, a], [, b]) => b - a)[0];
    expect(reproductionNumber.largest).toBeCloseTo(largest, 12);
    expect(reproductionNumber.largestCell).toBe(largestCell);

    let weighted = 0;
    world.cellFirms.forEach((firms, cell) => {
      world.destinationNames.forEach((destination) => {
        const place = `${world.provinces[Math.floor(cell / 2)].code} ${world.industryNames[cell % 2]} ${destination}`;
        weighted += firms * (followers.get(place) ?? 0);
      });
    });
    expect(reproductionNumber.mean).toBeCloseTo(weighted / (150 * 4), 12);
  });

  it("counts a starter once where imitation follows starters", () => {
    // A weight so small that every index is the base whatever the peers do.
    const weight = 1e-6;
    const history = simulate(
      quietWorld("dynamicProbit", { ...set, peerMeasure: "flow", stateDependence: 0, imitationSame: weight }),
      key(),
    );
    const largest = Math.max(...byHand(history, weight, () => 0, 1).values());
    expect(history.diagnostics.reproductionNumber.largest / largest).toBeCloseTo(1, 4);
  });

  it("is zero where nobody imitates, and not a number where nobody was abroad", () => {
    const none = simulate(quietWorld("dynamicProbit", { firms: 20 }), key()).diagnostics;
    expect(none.reproductionNumber).toEqual({ largest: 0, largestCell: "", mean: 0 });
    const nobody = quietWorld("dynamicProbit", { firms: 20, base: -6, imitationSame: 0.1 });
    expect(simulate(nobody, key()).diagnostics.reproductionNumber.largest).toBeNaN();
  });
});

describe("a world that explodes", () => {
  const explosive = resolveScenario("canello-2022/eq1", { firms: 800, imitationSame: 0.3, warmUpYears: 12 });
  const { world, history } = watch(explosive, key());

  it("is legal, and says so: a reproduction number above one and the names of the full cells", () => {
    const { reproductionNumber, filledCells } = history.diagnostics;
    expect(reproductionNumber.largest).toBeGreaterThan(1);
    expect(reproductionNumber.largestCell).toMatch(
      /^[A-Z]{2} (clothing|footwear) (europe|northAfrica|eastAsia|other)$/,
    );
    expect(filledCells.length).toBeGreaterThan(0);
  });

  it("calls a cell of ten firms or more full when nine of ten are active at the end", () => {
    const full: string[] = [];
    world.cellFirms.forEach((firms, cell) => {
      for (let destination = 0; destination < 4; destination++) {
        let active = 0;
        world.firms.cell.forEach((of, firm) => {
          if (of === cell) active += world.pairs.active[firm * 4 + destination];
        });
        const place = `${world.provinces[Math.floor(cell / 2)].code} ${world.industryNames[cell % 2]}`;
        if (firms >= 10 && active >= 0.9 * firms)
          full.push(`${place} ${world.destinationNames[destination]}`);
      }
    });
    expect(history.diagnostics.filledCells).toEqual(full);
  });
});

describe("a stable world", () => {
  it("has a reproduction number below one and no full cell", () => {
    const stable = resolveScenario("canello-2022/eq1", { firms: 800, imitationSame: 0.01, warmUpYears: 12 });
    const { reproductionNumber, filledCells } = simulate(stable, key()).diagnostics;
    expect(reproductionNumber.largest).toBeGreaterThan(0);
    expect(reproductionNumber.largest).toBeLessThan(1);
    expect(filledCells).toEqual([]);
  });
});

describe("rates", () => {
  it("are the panel's: firms active anywhere, starters of inactive pairs, leavers of active ones", () => {
    const history = simulate(quietWorld("behavioural", { firms: 60, stateDependence: 1 }), key());
    const panel = panelOf(history);
    const firmYears = new Map<string, number>();
    const counts = { starts: 0, inactive: 0, returns: 0, active: 0 };
    for (let row = 0; row < history.rows; row++) {
      const firmYear = `${panel.firm[row]} ${panel.year[row]}`;
      firmYears.set(firmYear, Math.max(firmYears.get(firmYear) ?? 0, panel.active[row]));
      counts.active += panel.yLag[row];
      counts.inactive += 1 - panel.yLag[row];
      counts.starts += (1 - panel.yLag[row]) * panel.active[row];
      counts.returns += panel.yLag[row] * (1 - panel.active[row]);
    }
    const abroad = [...firmYears.values()].filter((active) => active === 1).length;
    expect(history.diagnostics.activeShare).toBe(abroad / firmYears.size);
    expect(history.diagnostics.entryRate).toBe(counts.starts / counts.inactive);
    expect(history.diagnostics.exitRate).toBe(counts.returns / counts.active);
  });
});
