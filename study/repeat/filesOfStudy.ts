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
 * @param only the one that is wanted; all when left out.
 */
export async function filesOfStudy(
  design: ResolvedDesign,
  rows: RowSource,
  rounds: Pick<UntilRounds, "looks" | "lastOf"> | null = null,
  only?: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]> {
  const source = rounds === null ? rows : firstReplications(rows, rounds.lastOf);
  const wanted = (name: string) => only === undefined || only === name;
  const encoder = new TextEncoder();
  const text = (name: string, content: string) => ({ name, bytes: encoder.encode(content) });
  const files: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  if (wanted("design.json")) files.push(text("design.json", designText(design.design)));
  if (wanted("replications.csv")) {
    const pieces = Array.from(replicationsCsv(design, source), (piece) => encoder.encode(piece));
    files.push({ name: "replications.csv", bytes: joined(pieces) });
  }
  if (wanted("replications.parquet")) {
    const pieces: Uint8Array[] = [];
    await writeReplicationsParquet(design, source, (piece) => {
      // The writer may use its memory again.
      pieces.push(piece.slice());
    });
    files.push({ name: "replications.parquet", bytes: joined(pieces) });
  }
  if (wanted("summary.json") || wanted("verdict.md")) {
    const summary = summariseSource(design, source, rounds === null ? undefined : lastLooks(rounds));
    if (wanted("summary.json")) files.push(text("summary.json", summaryJson(summary)));
    if (wanted("verdict.md") && summary.verdict !== undefined)
      files.push(text("verdict.md", verdictMarkdown(summary.verdict)));
  }
  if (rounds !== null && wanted("looks.json"))
    files.push(text("looks.json", `${JSON.stringify(rounds.looks(), null, 2)}\n`));
  return files;
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
