import { fitCox } from "../../../estimators/index.ts";
import { exp } from "../../../numerics/elementary.ts";
import { matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";

const subjects = 300;
const strata = 6;
const truths = { x: 0.5, peers: 0.3 };

/** Delayed entry, a covariate that changes in time, strata. */
export const coxIntervals: ValidationDesign = {
  name: "cox-intervals",
  title: "Cox, delayed entry, changing covariates, strata",
  text: `${subjects} subjects in ${strata} strata with baseline hazards of 0.5 to 1.75; hazard times exp(0.5 x + 0.3 peers), both standard normal, peers drawn anew at times 0.5, 1 and 1.5. Half of the subjects come under observation only at a uniform time up to 0.8, if they last until then; observation ends at 2.5.`,
  replications: 1000,
  exceptions: [],
  replicate(draws) {
    const start: number[] = [];
    const stop: number[] = [];
    const event: number[] = [];
    const stratum: number[] = [];
    const x: number[] = [];
    const peers: number[] = [];
    for (let subject = 0; subject < subjects; subject++) {
      const of = subject % strata;
      const ownX = draws.normal();
      const changing = [draws.normal(), draws.normal(), draws.normal(), draws.normal()];
      const entry = draws.indicator(0.5) * 0.8 * draws.uniform();
      let exposure = draws.exponential();
      for (const [piece, value] of changing.entries()) {
        const from = piece / 2;
        const to = piece === 3 ? 2.5 : from + 0.5;
        const hazard = (0.5 + 0.25 * of) * exp(truths.x * ownX + truths.peers * value);
        const fails = from + exposure / hazard;
        const end = Math.min(fails, to);
        if (end > entry) {
          start.push(Math.max(from, entry));
          stop.push(end);
          event.push(fails < to ? 1 : 0);
          stratum.push(of);
          x.push(ownX);
          peers.push(value);
        }
        if (fails < to) break;
        exposure -= (to - from) * hazard;
      }
    }
    const columns = { x: Float64Array.from(x), peers: Float64Array.from(peers) };
    const data = {
      matrix: matrixOf(columns, { intercept: false }),
      start: Float64Array.from(start),
      stop: Float64Array.from(stop),
      event: Uint8Array.from(event),
      strata: Uint16Array.from(stratum),
    };
    return [fitOutcome("Efron", fitCox(data), truths)];
  },
};
