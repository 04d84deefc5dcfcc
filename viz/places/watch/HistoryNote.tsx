import { useLab, useWords } from "../../state/lab.ts";
import { isFirstHistory, requestOf, withoutKey } from "./request.ts";
import { watchWords } from "./words.ts";

/** Says that a link shows another history than the first one of its world and seed, and leads to that. */
export function HistoryNote() {
  const lab = useLab();
  const words = useWords(watchWords);
  const request = requestOf(lab.state.value);
  if (isFirstHistory(request)) return null;
  return (
    <div class="row">
      <p class="watch-opened">{words.history(lab.format.value.count(request.replication ?? 1))}</p>
      <button
        type="button"
        onClick={() => lab.update({ detail: withoutKey(lab.state.peek().detail) }, "push")}
      >
        {words.firstHistory}
      </button>
    </div>
  );
}
