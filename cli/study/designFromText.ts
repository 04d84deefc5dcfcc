import { textOf } from "../../scenarios/phrase.ts";
import type { DesignFromPanel } from "../../study/designFrom/designFromFit.ts";
import { textTable, wrapText } from "../textTable.ts";
import { visibleText } from "../visibleText.ts";

const WIDTH = 110;

/** What of a panel a study has and what it has not, for a person to read before running it. */
export function designFromText(found: DesignFromPanel, path: string, out: string | undefined): string {
  const { panel, world, placement, carried, left, factors, cluster, warnings } = found;
  const places =
    placement.surveyedProvinces > 0
      ? `${placement.surveyedProvinces} provinces drawn from 103 of equal size (${placement.firms} firms in all of them)`
      : `all 103 provinces, ${placement.provinceSizes === "mixture" ? "most of them small and a few districts" : "of equal size"}`;
  const rows = [
    ["rows", String(panel.rows), String(world.margins.rows)],
    ["units (firm × destination)", String(panel.units), String(world.margins.units)],
    ["periods", String(panel.periods), String(world.margins.periods)],
    ["share active", percent(panel.activeShare), percent(world.margins.activeShare)],
    ["entry rate", percent(panel.entryRate), percent(world.margins.entryRate)],
    ["exit rate", percent(panel.exitRate), percent(world.margins.exitRate)],
  ];
  const margins = textTable(
    [
      { title: "", align: "left" },
      { title: "your panel", align: "right" },
      { title: "one history", align: "right" },
    ],
    rows,
  );
  const terms = textTable(
    [
      { title: "term", align: "left" },
      { title: "parameter", align: "left" },
      { title: "coefficient", align: "right" },
      { title: "SE, yours", align: "right" },
      { title: "sd, yours", align: "right" },
      { title: "sd, world", align: "right" },
    ],
    carried.map(({ term, parameter, estimate, stdError, spread, worldSpread }) => [
      visibleText(term),
      parameter,
      estimate.toPrecision(3),
      stdError.toPrecision(3),
      spread.toPrecision(3),
      worldSpread.toPrecision(3),
    ]),
  );
  const strange = carried.filter(
    ({ spread, worldSpread }) => !(spread / worldSpread < 2 && worldSpread / spread < 2),
  );
  const dummies = factors.map(
    ({ name, inWorld }) =>
      `${name}${inWorld ? " (with your coefficients in the world)" : " (dummies of the method; the world has no such effect)"}`,
  );
  const notes = [
    `The constant is not carried over: base = ${world.base} makes as many active. Firms are a quarter of your units, for a unit of the world is a firm in one of four destinations; ${places}.`,
    ...(dummies.length === 0 ? [] : [`Dummies: ${dummies.join("; ")}.`]),
    ...(left.length === 0
      ? []
      : [
          `NOT carried over: ${left.join(", ")}. The world has no such column: it is neither in the world nor in the method, as if it did not vary; what it explains in your data is in the constant.`,
        ]),
    "The values of the characteristics are the world's own, as are networks, timing of shocks, attrition, measurement error and whatever your model leaves out: power for your data holds as far as these do not matter.",
    ...(cluster === null ? [] : [`Errors are clustered by ${cluster}.`]),
    ...(strange.length === 0
      ? []
      : [
          `warning: ${strange.map(({ term }) => term).join(", ")}: the spread in the world is not yours (more than a factor 2 off). The error of a coefficient goes with 1 / spread, so its power here is not that in your data.`,
        ]),
    ...warnings.map((warning) => `warning: ${textOf(warning)}.`),
  ];
  const parameter = found.design.power?.effect;
  const estimand = found.design.estimands?.[0];
  const next =
    out === undefined
      ? []
      : [
          `written: ${out}`,
          `next: bandwagon study check ${out}`,
          ...(parameter === undefined
            ? [`      bandwagon study run ${out}`]
            : [
                `      bandwagon power ${out} --solve firms        how many firms ${estimand} needs`,
                `      bandwagon power ${out} --mde --to ${suggestedEnd(found, parameter)}        smallest ${parameter} that is found with your data`,
              ]),
        ];
  return [
    `${visibleText(path)}: a world like this panel`,
    margins,
    terms,
    ...notes.map((note) => wrapText(visibleText(note), WIDTH, "  ")),
    next.join("\n"),
  ].join("\n\n");
}

/** Twice the fitted effect, by its size. */
function suggestedEnd({ carried }: DesignFromPanel, parameter: string): string {
  const estimate = carried.find((term) => term.parameter === parameter)?.estimate ?? 1;
  return String(Number((2 * estimate).toPrecision(2)));
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(2)} %` : "–";
}
