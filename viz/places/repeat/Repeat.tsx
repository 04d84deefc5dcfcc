import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { availableCores } from "../../../workers/browserEndpoint.ts";
import { createStudyClient } from "../../../workers/lab/studyClient.ts";
import type { Failure } from "../../../workers/outcome.ts";
import { distribution } from "../../charts/distribution.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";
import type { Figure } from "../../figure/figure.ts";
import { preloadCharts } from "../../figure/preloadCharts.ts";
import { complaintText, loadWording } from "../../i18n/wording.ts";
import { leaveOutDetails } from "../../shell/linkProblems.ts";
import { takeDesign } from "../../state/handedDesign.ts";
import { type Lab, useLab, useWords } from "../../state/lab.ts";
import { openStudies } from "../../store/indexedStudies.ts";
import { Later } from "../../ui/Later.tsx";
import { Actions } from "./Actions.tsx";
import { CellsTable } from "./CellsTable.tsx";
import { Distribution } from "./Distribution.tsx";
import { Files } from "./Files.tsx";
import { KeptStudies } from "./KeptStudies.tsx";
import { detailProblems } from "./linkDetails.ts";
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
  useEffect(() => preloadCharts(exampleFigure), []);
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
            <Results model={shown} />
            <Files model={shown} />
            <OpenFile model={shown} />
            <KeptStudies model={shown} />
          </div>
        </div>
      )}
    </>
  );
}

/**
 * What the study has come to. The first replications arrive while its threads start and hold the cores: what is new on the page then comes
 * part by part, so that none of it holds the page up.
 */
function Results({ model }: { readonly model: RepeatModel }) {
  const there = useComputed(() => (model.study.value?.run.look.value ?? null) !== null).value;
  return (
    <>
      <Distribution model={model} />
      {there && (
        <>
          <Later>
            <OneReplication model={model} />
          </Later>
          <Later>
            <Measures model={model} />
          </Later>
        </>
      )}
      <CellsTable model={model} />
    </>
  );
}

function exampleFigure(): Figure {
  return distribution(
    { id: "example", title: "", language: "en" },
    { values: [0.1, 0.2, 0.3], quantity: "", truth: 0.2, mean: 0.2 },
  );
}

/** @returns what ends it. */
/** Says what of a link or a design is refused, by the names that a link has. */
function sayRefused(lab: Lab, failure: Failure): void {
  const { language } = lab.state.peek();
  void loadWording(language).then((word) => {
    const text = complaintText(failure, word, language)
      .replace(/^dataGenerating\.scenario:/, "world:")
      .replace(/^dataGenerating\./, "");
    lab.say("problem", repeatWords[language].refused(text));
  });
}

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
      onRefused: (failure) => sayRefused(lab, failure),
      onGone: () => lab.say("problem", said().studyGone),
      onFirst: (plan) => leaveOutDetails(lab, detailProblems(lab.state.peek().detail, plan)),
    });
    onStarted(model);
    const design = takeDesign();
    if (design !== null) {
      void model.openText(design.text, design.name).then((outcome) => {
        if (!outcome.ok) sayRefused(lab, outcome.error);
      });
    }
  });
  return () => {
    gone = true;
    void Promise.resolve(model?.dispose()).then(() => client.dispose());
  };
}
