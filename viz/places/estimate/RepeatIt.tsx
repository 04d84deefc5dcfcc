import type { LabFit } from "../../../study/lab/labFit.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { estimateWords } from "./words.ts";

/** The way to the same world and specification, fitted to a hundred histories. */
export function RepeatIt({ fits }: { readonly fits: readonly LabFit[] }) {
  const lab = useLab();
  const words = useWords(estimateWords);
  const state = lab.state.value;
  const first = fits.find(({ specification }) => specification === "canello-2022/C") ?? fits[0];
  if (first === undefined) return null;
  const there = { place: "repeat", step: null, detail: { method: first.specification } } as const;
  return (
    <div>
      <a
        class="button primary"
        href={writeLink({ ...state, ...there })}
        onClick={(event) => {
          event.preventDefault();
          lab.update(there, "push");
        }}
      >
        {words.repeat}
      </a>
      <p class="muted">{words.repeatWhy}</p>
    </div>
  );
}
