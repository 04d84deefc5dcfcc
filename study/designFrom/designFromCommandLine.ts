import { fileWord, flagWord } from "../estimate/estimateCommand.ts";

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
  const words = ["bandwagon study design-from", fileWord(file), flagWord("--panel", panel)];
  words.push(flagWord("--formula", formula));
  for (const each of map) words.push(flagWord("--map", each));
  if (cluster !== undefined) words.push(flagWord("--cluster", cluster));
  if (na !== undefined) words.push(flagWord("--na", na));
  if (decimal !== undefined) words.push(flagWord("--decimal", decimal));
  return [...words, flagWord("--out", out)].join(" ");
}
