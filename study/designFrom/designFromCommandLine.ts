import { shellWord } from "../estimate/estimateCommand.ts";

/** What the command that makes a design from a panel is told. */
export interface DesignFromFlags {
  readonly formula: string;
  readonly panel: string;
  readonly cluster?: string;
  readonly map: readonly string[];
  readonly na?: string;
  readonly decimal?: "." | ",";
  readonly out: string;
}

/** The command that repeats it in a shell: `bandwagon study design-from data.csv --panel id,year --formula '…' --out design.json`. */
export function designFromCommand(file: string, flags: DesignFromFlags): string {
  const { formula, panel, cluster, map, na, decimal, out } = flags;
  const words = ["bandwagon", "study", "design-from", shellWord(file), "--panel", shellWord(panel)];
  words.push("--formula", shellWord(formula));
  for (const each of map) words.push("--map", shellWord(each));
  if (cluster !== undefined) words.push("--cluster", shellWord(cluster));
  if (na !== undefined) words.push("--na", shellWord(na));
  if (decimal !== undefined) words.push("--decimal", decimal);
  return [...words, "--out", shellWord(out)].join(" ");
}
