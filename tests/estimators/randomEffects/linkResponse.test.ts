import { describe, expect, it } from "vitest";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import { responseOf, rowOf } from "../../../estimators/randomEffects/linkResponse.ts";

const INDICES = [-1e6, -40, -8.3, -1, -1e-9, 0, 0.4, 3, 8.3, 37, 1e6];

describe.each(["probit", "logit", "cloglog"] as const)(
  "the response as the quadrature takes it, %s",
  (name) => {
    const link = LINKS[name];

    it("has the link's log-likelihood and derivatives for either outcome", () => {
      const [found, truth] = [new Float64Array(3), new Float64Array(3)];
      for (const index of INDICES) {
        for (const outcome of [0, 1]) {
          rowOf(link)(outcome, index, found);
          link.row(outcome, index, truth);
          found.forEach((value, i) => {
            if (Number.isFinite(truth[i]))
              expect(Math.abs(value - truth[i])).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(truth[i])));
            else expect(value).toBe(truth[i]);
          });
        }
      }
    });

    it("has the link's probability, density and relative slope", () => {
      const found = new Float64Array(3);
      for (const index of INDICES) {
        responseOf(link)(index, found);
        expect(found[0]).toBeCloseTo(link.probability(index), 15);
        expect(found[1]).toBeCloseTo(link.density(index), 15);
        expect(Math.abs(found[2] - link.relativeSlope(index))).toBeLessThanOrEqual(
          1e-15 * (1 + Math.abs(index)),
        );
      }
    });
  },
);
