import { useEffect } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { CellView } from "./CellView.tsx";
import { KeptRounds } from "./KeptRounds.tsx";
import { wholeName } from "./linkDetail.ts";
import { Recorded } from "./Recorded.tsx";
import { StudyExports } from "./StudyExports.tsx";
import { StudyRun } from "./StudyRun.tsx";
import { studyWords } from "./studyWords.ts";
import type { TellApartPlace } from "./usePlace.ts";
import { methodName, VerdictTable } from "./VerdictTable.tsx";
import { tellApartWords } from "./words.ts";

/** Which specification separates the worlds: run here, cell by cell, beside what was recorded. */
export function Study({ place }: { readonly place: TellApartPlace }) {
  const words = useWords(studyWords);
  const { causes } = useWords(tellApartWords);
  const { count } = useLab().format.value;
  const { study, detail, change } = place;
  const found = study.found.value;
  useEffect(() => study.open(), [study]);
  const unread = found === null && study.phase.value === "empty" && detail.cell?.table === "own";
  return (
    <>
      <section class="panel stack tell-apart-study">
        <div>
          <h2>{words.heading}</h2>
          <p>{words.intro}</p>
        </div>
        {unread && detail.cell !== null && (
          <p class="notice">
            {words.cellNotKept(
              words.cellHeading(
                methodName(words.methods, wholeName(detail.cell.method)),
                causes[detail.cell.cause],
              ),
            )}
          </p>
        )}
        <StudyRun place={place} />
        {found !== null && (
          <>
            <VerdictTable
              verdict={found.verdict}
              caption={words.tableOwn(count(found.verdict.replications))}
              table="own"
              order={place.order}
              open={detail.cell}
              onOpen={(cell) => change({ cell })}
            />
            {detail.cell?.table === "own" && (
              <CellView
                key={`${detail.cell.cause} ${detail.cell.method}`}
                open={detail.cell}
                verdict={found.verdict}
                estimates={found.estimates}
                onClose={() => change({ cell: null })}
              />
            )}
            <StudyExports place={place} found={found} />
          </>
        )}
      </section>
      <Recorded place={place} />
      <KeptRounds place={place} />
    </>
  );
}
