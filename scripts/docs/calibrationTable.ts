import withImitation from "../../scenarios/canello-2022/calibrated/imitation.check.json" with {
  type: "json",
};
import withoutImitation from "../../scenarios/canello-2022/calibrated/no-imitation.check.json" with {
  type: "json",
};
import { markdownTable } from "./markdownTable.ts";

/** What `bandwagon calibrate canello-2022 --check --format json` prints, as far as it is shown here. */
interface CheckedWorld {
  readonly histories: number;
  readonly targets: readonly {
    readonly target: { readonly name: string; readonly meaning: string; readonly required: boolean };
    readonly verdict: string;
    readonly shareMet: number;
    readonly parts: readonly CheckedPart[];
  }[];
}

interface CheckedPart {
  readonly part: {
    readonly measure: string;
    readonly published: number | null;
    readonly from: number | null;
    readonly to: number | null;
    readonly shareOfHistories?: number;
  };
  readonly histories: number;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly shareInside: number;
  readonly met: boolean;
}

const worlds: readonly [CheckedWorld, CheckedWorld] = [withImitation, withoutImitation];

/** Every target, its parts and both baselines. */
export function calibrationTable(): string {
  const [first, second] = worlds;
  const rows = first.targets.flatMap(({ target, parts, ...judged }, at) => {
    const other = second.targets[at];
    const head = [
      `**${target.name}**${target.required ? " *" : ""}`,
      target.meaning,
      "",
      "",
      verdict(judged),
      other === undefined ? "" : verdict(other),
    ];
    return [
      head,
      ...parts.map((part, index) => [
        "",
        `\`${part.part.measure}\``,
        number(part.part.published),
        accepted(part.part),
        found(part, first),
        found(other?.parts[index], second),
      ]),
    ];
  });
  return markdownTable(["", "measure", "published", "accepted", "with imitation", "without imitation"], rows);
}

/** How many targets each baseline meets, and which it misses. */
export function calibrationSummary(): string {
  const names = ["with imitation (`canello-2022`)", "without imitation (`canello-2022/no-imitation`)"];
  return markdownTable(
    ["baseline", "targets met", "required and missed", "missed"],
    worlds.map(({ targets }, at) => {
      const missed = targets.filter(({ verdict }) => verdict !== "met");
      const named = (among: typeof missed) => among.map(({ target }) => target.name).join(", ") || "none";
      return [
        names[at] ?? "",
        `${targets.length - missed.length} of ${targets.length}`,
        named(missed.filter(({ target }) => target.required)),
        named(missed),
      ];
    }),
  );
}

function verdict({ verdict, shareMet }: { readonly verdict: string; readonly shareMet: number }): string {
  return `**${verdict === "notMeasured" ? "not measured" : verdict}** (${percent(shareMet)})`;
}

/** The mean, its spread, and the number of histories where it is not that of the table. */
function found(part: CheckedPart | undefined, { histories }: CheckedWorld): string {
  if (part === undefined || part.mean === null) return "–";
  const spread = part.standardDeviation === null ? "" : ` (${number(part.standardDeviation)})`;
  const fewer = part.histories === histories ? "" : `, ${part.histories} histories`;
  return `${number(part.mean)}${spread}${fewer}${part.met ? "" : " ✗"}`;
}

function accepted({ from, to, shareOfHistories }: CheckedPart["part"]): string {
  const of = shareOfHistories === undefined ? "" : ` in ${percent(shareOfHistories)}`;
  if (from === null) return `≤ ${number(to)}${of}`;
  return to === null ? `≥ ${number(from)}${of}` : `${number(from)} to ${number(to)}${of}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function number(value: number | null): string {
  if (value === null) return "–";
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
  return String(Number(value.toFixed(digits))).replace("-", "−");
}
