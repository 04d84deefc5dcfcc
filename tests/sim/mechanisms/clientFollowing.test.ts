import { describe, expect, it } from "vitest";
import { startWorld } from "../../../sim/index.ts";
import { key, panelOf, quietWorld, sum, watch } from "../worlds.ts";

describe("clients", () => {
  const world = startWorld(quietWorld("behavioural", { firms: 2000, captiveFirms: 60 }), key());
  const { clients, firms, captives, industries } = world;
  const ofCell = (cell: number) => Array.from(captives.cell).filter((of) => of === cell).length;

  it("are had by suppliers, and by no other firm", () => {
    expect(Array.from(clients, (client) => Number(client >= 0))).toEqual(Array.from(firms.supplier));
  });

  it("are captive firms of the own cell, or of the industry where the cell has none", () => {
    let far = 0;
    clients.forEach((client, firm) => {
      if (client < 0) return;
      if (ofCell(firms.cell[firm]) > 0) expect(captives.cell[client]).toBe(firms.cell[firm]);
      else {
        far += 1;
        expect(captives.cell[client] % industries).toBe(firms.industry[firm]);
      }
    });
    expect(far).toBeGreaterThan(20);
  });

  it("are shared among the captive firms of a cell", () => {
    const shared = new Map<number, number>();
    for (const client of clients) if (client >= 0) shared.set(client, (shared.get(client) ?? 0) + 1);
    expect(shared.size).toBeGreaterThan(40);
  });

  it("are none where there is no captive firm", () => {
    const none = startWorld(quietWorld("behavioural", { firms: 50, captiveFirms: 0 }), key());
    expect(none.clients.every((client) => client === -1)).toBe(true);
  });
});

describe("a supplier that follows its client", () => {
  const set = { firms: 3000, captiveFirms: 174, base: -1.5 };
  const { world, history, captives } = watch(quietWorld("behavioural", { ...set, clientFollowing: 1 }));
  const panel = panelOf(history);

  it("has in the panel where the client was at the end of the year before", () => {
    for (let row = 0; row < history.rows; row += 7) {
      const client = world.clients[panel.firm[row] - 1];
      const there = captives.get(panel.year[row] - 1)?.[4 * client + panel.destination[row]] ?? 0;
      expect(panel.clientActive[row]).toBe(client < 0 ? 0 : there);
    }
  });

  it("is active where the client is more often than elsewhere, as the probit says", () => {
    const share = (rows: number[]) => sum(rows.map((row) => panel.active[row])) / rows.length;
    const all = Array.from({ length: history.rows }, (_, row) => row);
    // Φ(−0.5) and Φ(−1.5).
    expect(share(all.filter((row) => panel.clientActive[row] === 1))).toBeCloseTo(0.3085, 1);
    expect(share(all.filter((row) => panel.clientActive[row] === 0))).toBeCloseTo(0.0668, 2);
  });
});
