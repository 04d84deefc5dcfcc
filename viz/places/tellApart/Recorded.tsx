import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CellEstimates } from "../../../study/lookAlikes/cellEstimates.ts";
import type { Verdict } from "../../../study/verdict/verdict.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { CellView } from "./CellView.tsx";
import recorded from "./recordedVerdict.json";
import { studyWords } from "./studyWords.ts";
import type { TellApartPlace } from "./usePlace.ts";
import { VerdictTable } from "./VerdictTable.tsx";

// scripts/lab/recordedVerdict.mjs cuts it from a Verdict; the type of a JSON file knows no labels, only text.
const verdict = recorded as unknown as Verdict;

const command = "node dist/cli.js study run identifiability --out out/identifiability";

/** The verdict on the recorded histories, said to be recorded, with the command that makes it. */
export function Recorded({ place }: { readonly place: TellApartPlace }) {
  const words = useWords(studyWords);
  const { count } = useLab().format.value;
  const { detail, change, order } = place;
  const opened = detail.cell?.table === "recorded";
  const estimates = useSignal<readonly CellEstimates[] | null>(null);
  // They come when a cell is opened: nobody else needs them.
  useEffect(() => {
    if (!opened || estimates.value !== null) return;
    import("./recordedEstimates.ts").then(
      ({ recordedEstimates }) => {
        estimates.value = recordedEstimates;
      },
      // Without a network and not kept: the cell says its numbers, and where there are estimates.
      () => {},
    );
  }, [opened, estimates]);
  return (
    <section class="panel stack tell-apart-study">
      <div>
        <h2>{words.recordedHeading}</h2>
        <p>{words.recordedNote}</p>
        <p class="tell-apart-command">
          <code>{command}</code>
        </p>
      </div>
      <VerdictTable
        verdict={verdict}
        caption={words.tableRecorded(count(verdict.replications))}
        table="recorded"
        order={order}
        open={detail.cell}
        onOpen={(cell) => change({ cell })}
      />
      {detail.cell?.table === "recorded" && (
        <CellView
          key={`${detail.cell.cause} ${detail.cell.method}`}
          open={detail.cell}
          verdict={verdict}
          estimates={estimates.value}
          onClose={() => change({ cell: null })}
        />
      )}
    </section>
  );
}
