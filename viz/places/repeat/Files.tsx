import { useSignal } from "@preact/signals";
import { download } from "../../figure/download.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Command } from "./Command.tsx";
import { clusterCommands, powerCommand, runCommand } from "./commands.ts";
import { fileWords } from "./fileWords.ts";
import type { RepeatModel } from "./repeatModel.ts";
import { ruleWords } from "./ruleWords.ts";
import { repeatWords } from "./words.ts";

const resultNames = ["replications.csv", "replications.parquet", "summary.json", "design.json"] as const;

/** The results as the command line writes them, and the design with the commands that run it elsewhere. */
export function Files({ model }: { readonly model: RepeatModel }) {
  const lab = useLab();
  const words = useWords(fileWords);
  const { files: heading } = useWords(repeatWords);
  const ruled = useWords(ruleWords);
  const problem = useSignal("");
  const busy = useSignal(false);
  const study = model.study.value;
  if (study === null) return null;
  const look = study.run.look.value;
  const complete = look?.complete ?? 0;
  const { power } = study.plan.design.design;
  const hasRule = study.plan.design.design.until !== undefined;
  const ready = hasRule ? (look?.rule?.stopped ?? false) : complete > 0;
  const { count } = lab.format.value;
  const later = look?.counts.some((there) => there > complete) ?? false;
  const verdict = study.plan.design.design.verdict !== undefined;
  const names = [...resultNames, ...(verdict ? ["verdict.md"] : []), ...(hasRule ? ["looks.json"] : [])];
  const save = async (name: string) => {
    busy.value = true;
    const outcome = await model.files(complete, name);
    busy.value = false;
    problem.value = outcome.ok ? "" : words.failed(outcome.error.message);
    const found = outcome.ok ? outcome.value.find((file) => file.name === name) : undefined;
    if (found !== undefined) download(name, new Blob([found.bytes]));
  };
  const saveDesign = () => download("design.json", new Blob([study.plan.text]));
  return (
    <section class="panel stack" aria-labelledby="repeat-files">
      <h2 id="repeat-files">{heading}</h2>
      {!ready ? (
        <p>
          {hasRule ? ruled.notYet : words.nothingYet} {words.designIs}
        </p>
      ) : (
        <p>
          {hasRule
            ? ruled.results
            : `${words.resultsAre(count(complete))} ${later ? words.incomplete(count(complete)) : ""}`}
        </p>
      )}
      <div class="row">
        {!ready ? (
          <button type="button" onClick={saveDesign}>
            {words.download("design.json")}
          </button>
        ) : (
          names.map((name) => (
            <button key={name} type="button" disabled={busy.value} onClick={() => void save(name)}>
              {words.download(name)}
            </button>
          ))
        )}
      </div>
      <p role="status">{problem.value}</p>
      {study.plan.refused === "too-large" && <p>{hasRule ? ruled.tooLarge : words.tooLarge}</p>}
      <Command title={words.terminal} text={runCommand()} />
      {power !== undefined && <Command title={words.power} text={powerCommand(power)} />}
      {hasRule ? <p>{ruled.noCluster}</p> : <Command title={words.cluster} text={clusterCommands()} />}
    </section>
  );
}
