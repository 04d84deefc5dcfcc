import type { JudgedWorld, PartOverHistories } from "../../study/targets/judge.ts";
import { TARGETS_TO_MEET } from "../../study/targets/judge.ts";
import { textTable } from "../textTable.ts";

/** A world beside its targets, a line a part. */
export function targetTable(world: JudgedWorld): string {
  const rows = world.targets.flatMap(({ target, parts, verdict, shareMet }) =>
    parts.map((part, at) => [
      at === 0 ? `${target.name}${target.required ? " *" : ""}` : "",
      part.part.measure,
      part.part.published === null ? "–" : shortNumber(part.part.published),
      limits(part),
      part.histories === 0 ? "–" : shortNumber(part.mean),
      Number.isNaN(part.standardDeviation) ? "–" : shortNumber(part.standardDeviation),
      part.histories === 0 ? "–" : share(part.shareInside),
      part.met ? "yes" : "no",
      at === 0 ? VERDICTS[verdict] : "",
      at === 0 && verdict !== "notMeasured" ? share(shareMet) : "",
    ]),
  );
  const table = textTable(
    [
      { title: "target", align: "left" },
      { title: "measure", align: "left" },
      { title: "published", align: "right" },
      { title: "accepted", align: "left" },
      { title: "mean", align: "right" },
      { title: "sd", align: "right" },
      { title: "inside", align: "right" },
      { title: "holds", align: "left" },
      { title: "target is", align: "left" },
      { title: "in", align: "right" },
    ],
    rows,
  );
  return `${table}\n\n${summaryLine(world)}`;
}

const VERDICTS = { met: "met", missed: "MISSED", notMeasured: "not measured" };

export function summaryLine({
  met,
  measured,
  targets,
  requiredMissed,
  histories,
  onTarget,
}: JudgedWorld): string {
  const missed = requiredMissed.length === 0 ? "none" : requiredMissed.join(", ");
  return [
    `${met} of ${targets.length} targets are met by the means of ${histories} histories (${measured} were measured); required (*) and missed: ${missed}.`,
    targets.length < TARGETS_TO_MEET
      ? ""
      : ` The world is ${onTarget ? "" : "not "}on target (${TARGETS_TO_MEET} and all required).`,
  ].join("");
}

function limits({ part: { from, to, shareOfHistories } }: PartOverHistories): string {
  const of = shareOfHistories === undefined ? "" : ` in ${share(shareOfHistories)}`;
  if (!Number.isFinite(to)) return `≥ ${shortNumber(from)}${of}`;
  return (Number.isFinite(from) ? `${shortNumber(from)} to ${shortNumber(to)}` : `≤ ${shortNumber(to)}`) + of;
}

function share(value: number): string {
  return `${Math.round(100 * value)} %`;
}

export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  return String(
    Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4)),
  ).replace("-", "−");
}
