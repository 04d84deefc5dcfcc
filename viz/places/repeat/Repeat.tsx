import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { availableCores } from "../../../workers/browserEndpoint.ts";
import { createStudyClient } from "../../../workers/lab/studyClient.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";
import { takeDesign } from "../../state/handedDesign.ts";
import { type Lab, useLab, useWords } from "../../state/lab.ts";
import { openStudies } from "../../store/indexedStudies.ts";
import { Actions } from "./Actions.tsx";
import { CellsTable } from "./CellsTable.tsx";
import { Distribution } from "./Distribution.tsx";
import { Files } from "./Files.tsx";
import { KeptStudies } from "./KeptStudies.tsx";
import { Measures } from "./Measures.tsx";
import { OneReplication } from "./OneReplication.tsx";
import { OpenFile } from "./OpenFile.tsx";
import { createRepeatModel, type RepeatModel } from "./repeatModel.ts";
import { SetupPanel } from "./SetupPanel.tsx";
import { setupProblems } from "./setup.ts";
import { repeatWords } from "./words.ts";

/** One world and one specification again and again: how far from the truth the estimates fall. */
export default function Repeat() {
  const lab = useLab();
  const words = useWords(repeatWords);
  const model = useSignal<RepeatModel | null>(null);
  useEffect(() => startModel(lab, (started) => (model.value = started)), [lab, model]);
  const shown = model.value;
  return (
    <>
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      {shown === null ? (
        <p>{words.loading}</p>
      ) : (
        <div class="with-side repeat">
          <div class="stack">
            <SetupPanel model={shown} />
          </div>
          <div class="stack">
            <Actions model={shown} />
            <Distribution model={shown} />
            <OneReplication model={shown} />
            <Measures model={shown} />
            <CellsTable model={shown} />
            <Files model={shown} />
            <OpenFile model={shown} />
            <KeptStudies model={shown} />
          </div>
        </div>
      )}
    </>
  );
}

/** @returns what ends it. */
function startModel(lab: Lab, onStarted: (model: RepeatModel) => void): () => void {
  const said = () => repeatWords[lab.state.peek().language];
  let gone = false;
  let model: RepeatModel | null = null;
  const client = createStudyClient(spawnLabWorker);
  for (const { name, found, expected } of setupProblems(lab.state.peek()))
    lab.say("problem", said().linkValue(name, found, expected));
  void openStudies().then((store) => {
    if (gone) return;
    model = createRepeatModel(lab, {
      client,
      store,
      threads: availableCores(),
      onRefused: ({ message }) => lab.say("problem", said().refused(message)),
      onGone: () => lab.say("problem", said().studyGone),
    });
    onStarted(model);
    const design = takeDesign();
    if (design !== null) {
      void model.openText(design.text, design.name).then((outcome) => {
        if (!outcome.ok) lab.say("problem", said().refused(outcome.error.message));
      });
    }
  });
  return () => {
    gone = true;
    void Promise.resolve(model?.dispose()).then(() => client.dispose());
  };
}
