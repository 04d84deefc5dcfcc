import { fitBinary, fitCox } from "../../../estimators/index.ts";
import { log } from "../../../numerics/elementary.ts";
import { matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { exponentialDurations } from "../durations.ts";
import { fitOutcome } from "../fitOutcome.ts";

const rows = 300;
const truths = { x: 0.5, treated: -0.4 };
const exponential = `hazard λ exp(0.5 x − 0.4 treated), x standard normal, half of the rows treated`;

export const cox: ValidationDesign = {
  name: "cox",
  title: "Cox, exact times",
  text: `${rows} subjects, ${exponential}, λ = 1, censored at an independent uniform time between 0.5 and 3. No two times are equal, so the methods for ties agree.`,
  replications: 2000,
  exceptions: [],
  replicate(draws) {
    const { columns, duration } = exponentialDurations(draws, rows, 1);
    const censoring = draws.column(rows, () => 0.5 + 2.5 * draws.uniform());
    const stop = duration.map((time, row) => Math.min(time, censoring[row]));
    const event = Uint8Array.from(stop, (time, row) => (time < censoring[row] ? 1 : 0));
    const matrix = matrixOf(columns, { intercept: false });
    return [
      fitOutcome("Efron", fitCox({ matrix, stop, event }), truths),
      fitOutcome("Breslow", fitCox({ matrix, stop, event }, { ties: "breslow" }), truths),
      fitOutcome("Efron, robust", fitCox({ matrix, stop, event }, { robust: true }), truths),
    ];
  },
};

const years = 8;

export const coxYearly: ValidationDesign = {
  name: "cox-yearly",
  title: "Cox and the grouped hazard, yearly times",
  text: `As above with λ = 0.2 and 500 subjects, but a time is only known as the year in which it falls, and observation ends after ${years} years. The grouped hazard is a complementary log-log model of the yearly rows with a constant for each year, which keeps the coefficients of the hazard in continuous time (Prentice & Gloeckler 1978).`,
  replications: 1000,
  exceptions: [
    {
      fit: "Breslow",
      because:
        "Breslow's likelihood counts those that failed earlier in the year as still at risk, which pulls coefficients to zero; with a fifth of the subjects failing in a year it shows.",
    },
    {
      fit: "exact",
      because:
        "the exact method is for discrete time: its coefficients are log odds ratios, which are further from zero than log hazard ratios.",
    },
  ],
  replicate(draws) {
    const subjects = 500;
    const { columns, duration } = exponentialDurations(draws, subjects, 0.2);
    const stop = duration.map((time) => Math.min(Math.ceil(time), years));
    const event = Uint8Array.from(duration, (time) => (time <= years ? 1 : 0));
    const matrix = matrixOf(columns, { intercept: false });

    const subjectOf: number[] = [];
    const yearOf: number[] = [];
    for (let subject = 0; subject < subjects; subject++) {
      for (let year = 0; year < stop[subject]; year++) {
        subjectOf.push(subject);
        yearOf.push(year);
      }
    }
    const long = {
      x: Float64Array.from(subjectOf, (subject) => columns.x[subject]),
      treated: Float64Array.from(subjectOf, (subject) => columns.treated[subject]),
    };
    const levels = Array.from({ length: years }, (_, year) => String(year + 1));
    const factors = [{ name: "year", codes: Uint16Array.from(yearOf), levels }];
    const ends = subjectOf.map((subject, at) =>
      event[subject] === 1 && yearOf[at] === stop[subject] - 1 ? 1 : 0,
    );
    const group = Int32Array.from(subjectOf);
    return [
      fitOutcome("Efron", fitCox({ matrix, stop, event }), truths),
      fitOutcome("Breslow", fitCox({ matrix, stop, event }, { ties: "breslow" }), truths),
      fitOutcome("exact", fitCox({ matrix, stop, event }, { ties: "exact" }), truths),
      fitOutcome("grouped hazard", fitBinary(matrixOf(long, { factors }), ends, { link: "cloglog", group }), {
        ...truths,
        "(Intercept)": log(0.2),
      }),
    ];
  },
};
