import type { ResolvedDesign } from "../cells.ts";
import { replicationsCsv, summaryJson, writeReplicationsParquet } from "../results/resultContents.ts";
import type { RowSource } from "../rowSource.ts";
import { summariseSource } from "../summary.ts";
import { lastLooks } from "../until/lastLooks.ts";
import { firstReplications } from "../until/lookAtCell.ts";
import type { UntilRounds } from "../until/untilRounds.ts";
import { verdictMarkdown } from "../verdict/verdictMarkdown.ts";
import { designText } from "./studyName.ts";

/**
 * The files of results of a study by name, the bytes that `bandwagon study run --out` writes: design.json, replications.csv,
 * replications.parquet, summary.json, verdict.md where the design asks for one, and looks.json where it has a rule.
 *
 * @param rows every replication of the design, each once; of one with a rule those that count, and maybe more.
 * @param rounds of a design with a rule, by which every cell has stopped.
 */
export async function filesOfStudy(
  design: ResolvedDesign,
  rows: RowSource,
  rounds: Pick<UntilRounds, "looks" | "lastOf"> | null = null,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]> {
  const source = rounds === null ? rows : firstReplications(rows, rounds.lastOf);
  const summary = summariseSource(design, source, rounds === null ? undefined : lastLooks(rounds));
  const parquet: Uint8Array[] = [];
  await writeReplicationsParquet(design, source, (piece) => {
    // The writer may use its memory again.
    parquet.push(piece.slice());
  });
  const encoder = new TextEncoder();
  const text = (name: string, content: string) => ({ name, bytes: encoder.encode(content) });
  return [
    text("design.json", designText(design.design)),
    {
      name: "replications.csv",
      bytes: joined(Array.from(replicationsCsv(design, source), (piece) => encoder.encode(piece))),
    },
    { name: "replications.parquet", bytes: joined(parquet) },
    text("summary.json", summaryJson(summary)),
    ...(summary.verdict === undefined ? [] : [text("verdict.md", verdictMarkdown(summary.verdict))]),
    ...(rounds === null ? [] : [text("looks.json", `${JSON.stringify(rounds.looks(), null, 2)}\n`)]),
  ];
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
