import { useEffect, useRef } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { dataModel } from "./keptModel.ts";
import { keepInLink, openFromLink } from "./link.ts";
import { ModelForm } from "./ModelForm.tsx";
import { Opening } from "./Opening.tsx";
import { PowerDesign } from "./PowerDesign.tsx";
import { Privacy } from "./Privacy.tsx";
import { ProblemView } from "./ProblemView.tsx";
import { ReadView } from "./ReadView.tsx";
import { Results } from "./Results.tsx";
import { Working } from "./Working.tsx";
import { yourDataWords } from "./words.ts";

/** The reader's own table: opened, described, fitted, and written out again. */
export default function YourData() {
  const words = useWords(yourDataWords);
  const lab = useLab();
  const model = dataModel();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void openFromLink(lab, model);
  }, [lab, model]);

  // A file that misses its place would replace the page, and with it what was read and fitted.
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault();
    document.addEventListener("dragover", stay);
    document.addEventListener("drop", stay);
    return () => {
      document.removeEventListener("dragover", stay);
      document.removeEventListener("drop", stay);
    };
  }, []);

  /** The heading of what has just appeared, so that whoever does not see it gets there. */
  const goTo = (part: "read" | "results") => {
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`.data-${part} h2`)?.focus());
  };
  const work = model.work.value;
  const problem = model.problem.value;
  const summary = model.summary.value;
  const fitted = model.fitted.value;
  return (
    <div class="stack data" ref={place}>
      <header>
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
        <Privacy />
      </header>
      <Opening model={model} onOpened={() => goTo("read")} />
      <p class="visually-hidden" role="status">
        {work !== null
          ? words.work[work.kind]
          : fitted !== null
            ? words.done
            : summary !== null
              ? words.read(summary.name)
              : ""}
      </p>
      {work !== null && summary === null && <Working model={model} work={work} />}
      {problem?.about === "file" && <ProblemView problem={problem} />}
      {summary !== null && (
        <div class="data-read">
          <ReadView model={model} />
        </div>
      )}
      {summary !== null && summary.rows > 0 && (
        <ModelForm
          model={model}
          onFitted={() => {
            keepInLink(lab, model);
            goTo("results");
          }}
        />
      )}
      {work !== null && summary !== null && <Working model={model} work={work} />}
      {problem !== null && problem.about !== "file" && <ProblemView problem={problem} />}
      {fitted !== null && (
        <div class="data-results">
          <Results model={model} fitted={fitted} />
        </div>
      )}
      {fitted !== null && <PowerDesign model={model} fitted={fitted} />}
    </div>
  );
}
