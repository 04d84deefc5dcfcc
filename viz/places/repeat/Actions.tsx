import { useLab, useWords } from "../../state/lab.ts";
import { Command } from "./Command.tsx";
import { runManyCommand } from "./commands.ts";
import { fileWords } from "./fileWords.ts";
import { additions, mostReplications } from "./offered.ts";
import { RuleView } from "./RuleView.tsx";
import type { OpenStudy, RepeatModel } from "./repeatModel.ts";
import { ruleWords } from "./ruleWords.ts";
import type { RunState } from "./studyRun.ts";
import { timeText } from "./timeText.ts";
import { repeatWords } from "./words.ts";

/** What the last of the buttons adds. */
const mostAdded = Math.max(...additions);

/** The buttons that run a study, and how far it is. */
export function Actions({ model }: { readonly model: RepeatModel }) {
  const words = useWords(repeatWords);
  const study = model.study.value;
  return (
    <section class="panel stack" aria-labelledby="repeat-add">
      <h2 id="repeat-add">{words.add}</h2>
      {study === null ? <p>{words.loading}</p> : <Running model={model} study={study} />}
    </section>
  );
}

function Running({ model, study }: { readonly model: RepeatModel; readonly study: OpenStudy }) {
  const lab = useLab();
  const words = useWords(repeatWords);
  const { tooManyCells } = useWords(fileWords);
  const ruled = useWords(ruleWords);
  const { plan, run, file } = study;
  const state = run.state.value;
  const { phase, target } = state;
  const count = lab.format.value.count;
  const busy = phase === "running" || phase === "loading";
  const whole = plan.design.design.replications;
  const { until } = plan.design.design;
  if (plan.refused === "too-many-cells") return <p>{tooManyCells}</p>;
  const mayNot = (more: number) =>
    busy || phase === "paused" || (target + more) * plan.cells.length > mostReplications;
  const add = async (more: number) => {
    const first = target === 0 && more === 1;
    await model.add(more);
    // The one history is linked to its one dot.
    if (first) model.open(1);
  };
  return (
    <>
      {until !== undefined && <RuleView study={study} until={until} />}
      <div class="row">
        {until !== undefined && target === 0 && plan.refused === null && (
          <button
            type="button"
            class="primary"
            aria-disabled={busy}
            onClick={() => busy || void model.goTo(whole)}
          >
            {ruled.run}
          </button>
        )}
        {(until === undefined ? additions : []).map((more) => (
          <button
            key={more}
            type="button"
            class={target === 0 && more === 1 ? "primary" : undefined}
            // Not disabled, which would take the focus from the button that was pressed.
            aria-disabled={mayNot(more)}
            onClick={() => mayNot(more) || void add(more)}
          >
            + {more === 1 ? words.addOne : words.addMany(count(more))}
          </button>
        ))}
        {file !== null && until === undefined && plan.refused === null && target < whole && (
          <button type="button" aria-disabled={busy} onClick={() => busy || void model.goTo(whole)}>
            {words.addDesign(count(whole))}
          </button>
        )}
      </div>
      {until === undefined && (target + mostAdded) * plan.cells.length > mostReplications && (
        <>
          <p>{words.mostHere(count(mostReplications))}</p>
          <Command
            title={words.beyond}
            text={runManyCommand(Math.max(10 * mostReplications, plan.design.design.replications))}
          />
        </>
      )}
      {until !== undefined && target > 0 && phase === "idle" && <p>{ruled.stopped}</p>}
      {(phase === "running" || phase === "paused") && <Progress model={model} state={state} study={study} />}
      {phase === "elsewhere" && (
        <p class="row">
          {words.elsewhere}
          <button type="button" onClick={() => model.lookAgain()}>
            {words.lookAgain}
          </button>
        </p>
      )}
      <Troubles state={state} />
    </>
  );
}

interface ProgressProps {
  readonly model: RepeatModel;
  readonly state: RunState;
  readonly study: OpenStudy;
}

function Progress({ model, state, study }: ProgressProps) {
  const lab = useLab();
  const words = useWords(repeatWords);
  const { phase, pace, target } = state;
  const { count, number } = lab.format.value;
  const running = phase === "running";
  const ruled = useWords(ruleWords);
  const hasRule = study.plan.design.design.until !== undefined;
  const doneOf = hasRule ? ruled.doneOfAtMost : words.doneOf;
  const keptOf = hasRule ? ruled.keptOfAtMost : words.keptOf;
  return (
    <div class="stack tight">
      <progress aria-label={words.progress} value={pace.done} max={pace.total} />
      <p class="repeat-pace">
        {running ? doneOf(count(pace.done), count(pace.total)) : keptOf(count(pace.done), count(pace.total))}
        {pace.perSecond !== null && pace.secondsLeft !== null && (
          <>
            {" · "}
            {words.rate(number(pace.perSecond, 2), timeText(pace.secondsLeft, words, count))}
          </>
        )}
        {running && ` · ${words.threads(count(model.threads))}`}
      </p>
      <div class="row">
        {running ? (
          <button type="button" class="primary" onClick={() => study.run.pause()}>
            {words.pause}
          </button>
        ) : (
          <button type="button" class="primary" onClick={() => void model.goTo(target)}>
            {words.goOn}
          </button>
        )}
        {!hasRule && (
          <button type="button" onClick={() => void model.stop()}>
            {words.stop}
          </button>
        )}
      </div>
    </div>
  );
}

function Troubles({ state }: { readonly state: RunState }) {
  const lab = useLab();
  const words = useWords(repeatWords);
  const { failure, kept, look } = state;
  const lost = (look?.method?.causes ?? [])
    .filter(({ status }) => status === "worker-died" || status === "time-limit")
    .reduce((sum, each) => sum + each.count, 0);
  return (
    <div role="status">
      {!kept && failure?.code !== "not-kept" && <p class="muted">{words.notKept}</p>}
      {failure !== null && (
        <p class="notice problem">
          {failure.code === "not-kept"
            ? words.keepingFailed(failure.message)
            : words.runFailed(failure.message)}
        </p>
      )}
      {lost > 0 && <p class="notice problem">{words.threadTrouble(lab.format.value.count(lost))}</p>}
    </div>
  );
}
