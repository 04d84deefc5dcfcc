import { useSignal } from "@preact/signals";
import type { WatchTruth } from "../../../sim/index.ts";
import { watchClient } from "../../engine/watchClient.ts";
import { useLab, useWords } from "../../state/lab.ts";
import type { WatchModel } from "./model.ts";
import { provinceWords } from "./provinceWords.ts";

/** On request: what one more peer would have changed, at every decision of this history. */
export function TruthPanel({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const { truth: words } = useWords(provinceWords);
  const answer = useSignal<{ readonly key: string; readonly truth: WatchTruth } | null>(null);
  const asking = useSignal(false);
  const failed = useSignal<string | null>(null);
  const run = model.run.value;
  const key = JSON.stringify(run?.request ?? null);
  const ask = async () => {
    if (run === null) return;
    asking.value = true;
    failed.value = null;
    const outcome = await watchClient().truth(run.request);
    asking.value = false;
    if (outcome.ok) answer.value = { key, truth: outcome.value };
    else if (outcome.error.code !== "cancelled") failed.value = outcome.error.message;
  };
  const found = answer.value?.key === key ? answer.value.truth : null;
  const format = lab.format.value;
  const points = (effect: number) => format.number(effect * 100);
  return (
    <section class="panel stack watch-truth" aria-labelledby="watch-truth">
      <h2 id="watch-truth">{words.heading}</h2>
      <p class="muted">{words.why}</p>
      <div>
        <button type="button" disabled={asking.value || run === null} onClick={() => void ask()}>
          {words.ask}
        </button>
      </div>
      <div role="status">
        {asking.value && <p>{words.asking}</p>}
        {failed.value !== null && <p>{words.failed(failed.value)}</p>}
        {found !== null && <Found truth={found} points={points} />}
      </div>
    </section>
  );
}

function Found({
  truth,
  points,
}: {
  readonly truth: WatchTruth;
  readonly points: (effect: number) => string;
}) {
  const format = useLab().format.value;
  const { truth: words } = useWords(provinceWords);
  const { peerEffect } = truth.truth;
  const { mean, largest, largestCell } = truth.diagnostics.reproductionNumber;
  return (
    <>
      <p class="watch-answer">{words.entry(points(peerEffect.entry))}</p>
      <p>
        {peerEffect.stayingDecisions === 0 ? words.nobody : words.staying(points(peerEffect.staying))}{" "}
        {words.all(points(peerEffect.all))}{" "}
        {words.decisions(format.count(peerEffect.entryDecisions), format.count(peerEffect.stayingDecisions))}
      </p>
      <p>{words.followers(format.number(mean), format.number(largest), largestCell)}</p>
    </>
  );
}
