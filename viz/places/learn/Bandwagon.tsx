import { firstMover } from "../../../study/lesson/firstMover.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { learnWords } from "./words.ts";

const perRow = 5;
/** Of the drawing, in its own units. */
const step = 12;
const square = 9;

/** What a bandwagon is, in a picture of one history: the same firms with a first mover and without. */
export function Bandwagon() {
  const lab = useLab();
  const words = useWords(learnWords).bandwagon;
  const write = lab.format.value.count;
  const { first, moments } = firstMover;
  const firms = moments[0]?.with.length ?? 0;
  const told = (which: "with" | "without") =>
    moments.map((moment) => words.count(String(moment.year), write(abroad(moment[which])), write(firms)));
  return (
    <figure class="learn-bandwagon">
      {(["with", "without"] as const).map((which) => (
        <div key={which} role="img" aria-label={words.spoken(words[which], told(which).join("; "))}>
          <p aria-hidden="true">{words[which]}</p>
          <ol aria-hidden="true">
            {moments.map((moment) => (
              <li key={moment.year}>
                <svg
                  viewBox={`0 0 ${perRow * step} ${Math.ceil(firms / perRow) * step}`}
                  focusable="false"
                  aria-hidden="true"
                >
                  {Array.from(moment[which], (each, firm) => (
                    <rect
                      key={firm}
                      class={`${each === "1" ? "abroad" : "home"}${which === "with" && firm === first ? " first" : ""}`}
                      x={(firm % perRow) * step + (step - square) / 2}
                      y={Math.floor(firm / perRow) * step + (step - square) / 2}
                      width={square}
                      height={square}
                      rx="1.5"
                    />
                  ))}
                </svg>
                <span>{words.count(String(moment.year), write(abroad(moment[which])), write(firms))}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      <figcaption>{words.caption(write(firms))}</figcaption>
    </figure>
  );
}

/** Firms abroad in a row of 0 and 1. */
function abroad(row: string): number {
  return Array.from(row).filter((each) => each === "1").length;
}
