import { normalCdf } from "../../numerics/normal.ts";
import { decisionDraws, type Implementation, model, placements } from "./declaration.ts";

interface Firm {
  readonly province: number;
  /** By destination. */
  active: boolean[];
  activeBefore: boolean[];
}

/** One object a firm, no library: what most people would write first. */
export const plainObjects: Implementation = {
  name: "plain objects",
  found() {
    const place = placements();
    const nowhere = () => new Array<boolean>(model.destinations).fill(false);
    const firms = Array.from(
      { length: model.firms },
      (): Firm => ({ province: place(), active: nowhere(), activeBefore: nowhere() }),
    );
    return {
      simulateYear: (year) => simulateYear(firms, year),
      statuses: () => Uint8Array.from(firms.flatMap(({ active }) => active.map(Number))),
    };
  },
};

function simulateYear(firms: readonly Firm[], year: number): void {
  const draw = decisionDraws(year);
  const counts = Array.from({ length: model.provinces }, () => new Array<number>(model.destinations).fill(0));
  for (const { province, active, activeBefore } of firms) {
    const here = counts[province];
    for (let destination = 0; destination < model.destinations; destination++) {
      here[destination] += Number(active[destination]) + Number(activeBefore[destination]);
    }
  }
  for (const firm of firms) {
    const here = counts[firm.province];
    const { active, activeBefore } = firm;
    const next = model.offset.map((offset, destination) => {
      const own = Number(active[destination]) + Number(activeBefore[destination]);
      const index =
        model.base +
        offset +
        model.stateDependence * Number(active[destination]) +
        (model.imitation * (here[destination] - own)) / 2;
      return draw() < normalCdf(index);
    });
    firm.activeBefore = active;
    firm.active = next;
  }
}
