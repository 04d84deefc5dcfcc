import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { ReplicationLook } from "../../../workers/lab/studyJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Command } from "./Command.tsx";
import { replayCommand } from "./commands.ts";
import { estimandText } from "./estimandWords.ts";
import type { RepeatModel } from "./repeatModel.ts";
import { resultWords } from "./resultWords.ts";
import { watchLink } from "./watchLink.ts";

/** What one dot stands for: a history, an estimate, and what one researcher would have concluded. */
export function OneReplication({ model }: { readonly model: RepeatModel }) {
  const lab = useLab();
  const words = useWords(resultWords);
  const id = useId();
  const asked = useSignal("");
  const refused = useSignal("");
  const study = model.study.value;
  const look = study?.run.look.value ?? null;
  if (study === null || look === null || look.replications.length === 0) return null;
  const opened = model.opened.value;
  const { phase, target } = study.run.state.value;
  const { count } = lab.format.value;
  const open = (event: Event) => {
    event.preventDefault();
    const number = Number(asked.value);
    const known = Number.isInteger(number) && number >= 1 && number <= target;
    refused.value = known ? "" : words.noSuch(asked.value, count(target));
    if (known) model.open(number);
  };
  const awaited = opened === null ? (lab.state.value.detail.replication ?? "") : "";
  // What is there and was not opened yet is on its way from the thread.
  const late = awaited !== "" && !look.replications.includes(Number(awaited));
  const waiting =
    Number(awaited) > target
      ? words.noSuch(awaited, count(target))
      : words.notYet(awaited, phase === "running");
  return (
    <section class="panel stack" aria-labelledby={`${id}-one`}>
      <div class="dialog-head">
        <h2 id={`${id}-one`}>
          {opened === null ? words.openOne : words.replication(count(opened.replication))}
        </h2>
        {opened !== null && (
          <button type="button" onClick={() => model.open(null)}>
            {words.close}
          </button>
        )}
      </div>
      {opened === null && <p class="muted">{words.openWhy}</p>}
      <form class="row" onSubmit={open}>
        <label for={id}>{words.openNumber}</label>
        <input
          id={id}
          type="number"
          class="seed"
          min={1}
          step={1}
          value={asked.value}
          onInput={(event) => {
            asked.value = event.currentTarget.value;
          }}
        />
        <button type="submit">{words.open}</button>
        <span role="status">{refused.value || (late ? waiting : "")}</span>
      </form>
      {opened !== null && <Opened opened={opened} model={model} alpha={look.alpha} />}
    </section>
  );
}

interface OpenedProps {
  readonly opened: ReplicationLook;
  readonly model: RepeatModel;
  readonly alpha: number;
}

function Opened({ opened, model, alpha }: OpenedProps) {
  const lab = useLab();
  const words = useWords(resultWords);
  const chosen = model.chosen.value;
  const { number, percent, pValue, count } = lab.format.value;
  const { language } = lab.state.value;
  const { history, rows } = opened;
  const ofMethod = rows.filter(({ row }) => row.method === chosen?.method);
  const shown = ofMethod.find(({ row }) => row.estimand === chosen?.estimand) ?? ofMethod[0];
  const link = watchLink(lab.state.value, history);
  const level = percent(1 - alpha, 0);
  return (
    <>
      {shown !== undefined && shown.conclusion === null && (
        <p>{words.failed(words.causes[shown.row.status] ?? shown.row.status, shown.row.message)}</p>
      )}
      {shown?.conclusion && (
        <>
          <dl class="facts">
            <div>
              <dt>{words.estimate}</dt>
              <dd>{number(shown.row.estimate)}</dd>
            </div>
            <div>
              <dt>{words.interval(level)}</dt>
              <dd>{words.from(number(shown.row.confLow), number(shown.row.confHigh))}</dd>
            </div>
            <div>
              <dt>{words.pValue}</dt>
              <dd>{pValue(shown.row.pValue)}</dd>
            </div>
            <div>
              <dt>{words.truth}</dt>
              <dd>{number(shown.row.truth)}</dd>
            </div>
          </dl>
          <h3>{words.concluded}</h3>
          <p>
            {conclusionText(shown.conclusion, words)}
            {shown.conclusion.covers !== null && ` ${shown.conclusion.covers ? words.covers : words.misses}`}
          </p>
        </>
      )}
      <p>
        <strong>{words.key}:</strong>{" "}
        {words.keyText(history.seed, history.condition, count(history.replication))}
        <br />
        <span class="muted">{words.keyWhy}</span>
      </p>
      {link === null ? (
        <p class="muted">{words.notInLink}</p>
      ) : (
        <p>
          <a class="button" href={link}>
            {words.watchIt}
          </a>
        </p>
      )}
      <Command title={words.replay} text={replayCommand(opened)} />
      <details>
        <summary>{words.allEstimates}</summary>
        <DataTable
          caption={words.allEstimates}
          captionHidden
          columns={[
            { title: words.term },
            { title: words.estimate, numeric: true },
            { title: words.interval(level), numeric: true },
            { title: words.pValue, numeric: true },
            { title: words.truth, numeric: true },
          ]}
          rows={ofMethod
            .filter(({ conclusion }) => conclusion !== null)
            .map(({ row }) => [
              estimandText(language, row.estimand, chosen?.planned?.model ?? null),
              number(row.estimate),
              words.from(number(row.confLow), number(row.confHigh)),
              pValue(row.pValue),
              number(row.truth),
            ])}
        />
      </details>
    </>
  );
}

type Conclusion = NonNullable<ReplicationLook["rows"][number]["conclusion"]>;

function conclusionText(
  { judged, significant, direction }: Conclusion,
  { conclusions }: { readonly conclusions: Readonly<Record<string, string>> },
): string {
  const unjudged = significant ? (direction < 0 ? "below" : "above") : "none";
  return conclusions[judged ?? unjudged] ?? "";
}
