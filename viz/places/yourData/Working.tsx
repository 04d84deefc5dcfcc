import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import type { DataModel, Work } from "./model.ts";
import { yourDataWords } from "./words.ts";

interface WorkingProps {
  readonly model: DataModel;
  readonly work: Work;
}

/** What is being done, how far it is or how long it has taken, and a way to stop it. */
export function Working({ model, work }: WorkingProps) {
  const words = useWords(yourDataWords);
  const { format } = useLab();
  const now = useSignal(performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = performance.now();
    }, 1000);
    return () => clearInterval(timer);
  }, [now]);
  const seconds = Math.max(0, Math.floor((now.value - work.since) / 1000));
  return (
    <div class="row data-working">
      <span class="data-bar">
        {work.share === null ? (
          <progress aria-label={words.work[work.kind]} />
        ) : (
          <progress aria-label={words.work[work.kind]} value={work.share} max={1} />
        )}
      </span>
      <span>{words.work[work.kind]}</span>
      <span class="muted">{words.seconds(format.value.count(seconds))}</span>
      <button type="button" onClick={model.cancel}>
        {words.cancel}
      </button>
    </div>
  );
}
