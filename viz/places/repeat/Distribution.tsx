import type { StudyLook } from "../../../workers/lab/studyJobs.ts";
import { distribution } from "../../charts/distribution.ts";
import { FigureView } from "../../figure/FigureView.tsx";
import type { Figure } from "../../figure/figure.ts";
import { cursorStyle } from "../../figure/palette.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { estimandText } from "./estimandWords.ts";
import { meaningOf } from "./meaning.ts";
import { OneByOne } from "./OneByOne.tsx";
import type { RepeatModel } from "./repeatModel.ts";
import { resultWords } from "./resultWords.ts";
import { repeatWords } from "./words.ts";

/** The one distribution that grows, with the truth in it; a dot opens its replication. */
export function Distribution({ model }: { readonly model: RepeatModel }) {
  const lab = useLab();
  const words = useWords(repeatWords);
  const results = useWords(resultWords);
  const look = model.study.value?.run.look.value ?? null;
  const { language, detail } = lab.state.value;
  if (look === null || look.replications.length === 0) {
    const refused = model.study.value?.plan.refused ?? null;
    return refused === "too-many-cells" ? null : (
      <section class="panel empty">
        <p>{words.empty}</p>
      </section>
    );
  }
  const opened = model.opened.value?.replication ?? null;
  const kind = model.chosen.value?.planned?.model ?? null;
  const quantity = estimandText(language, look.at.estimand, kind);
  const oneDot = look.replications.length === 1 && Number.isFinite(look.estimates[0]);
  const figure = figureOf(look, {
    title: words.distribution,
    quantity,
    language,
    opened,
    dotName: (number) => results.thisDot(lab.format.value.count(number)),
  });
  const open = (row: number) => model.open(look.replications[row] ?? null);
  return (
    <section class="panel stack">
      {look.replications.length > 1 && <ShowChoice />}
      {detail.show === "draws" && look.replications.length > 1 ? (
        <OneByOne look={look} quantity={quantity} onPick={open} />
      ) : (
        <FigureView figure={figure} headingLevel={2} onPick={open} />
      )}
      {oneDot ? (
        <p>{words.oneDot}</p>
      ) : (
        <p class="repeat-meaning">{meaningOf(look, kind, results, lab.format.value).join(" ")}</p>
      )}
    </section>
  );
}

/** All estimates at once, or one after the other. */
function ShowChoice() {
  const lab = useLab();
  const words = useWords(repeatWords).oneByOne;
  const { show, ...others } = lab.state.value.detail;
  return (
    <div class="repeat-show">
      <Choice
        label={words.show}
        value={show === "draws" ? "draws" : "all"}
        options={[
          { value: "all", text: words.all },
          { value: "draws", text: words.draws },
        ]}
        onChange={(next) => lab.update({ detail: next === "draws" ? { ...others, show: next } : others })}
      />
    </div>
  );
}

interface FigureParts {
  readonly title: string;
  readonly quantity: string;
  readonly language: Figure["language"];
  /** The replication whose dot is marked. */
  readonly opened: number | null;
  readonly dotName: (replication: number) => string;
}

export function figureOf(look: StudyLook, parts: FigureParts): Figure {
  const { title, quantity, language, opened, dotName } = parts;
  const { estimand, replications, estimates } = look;
  const figure = distribution(
    { id: "estimates", title, language },
    {
      values: estimates,
      replications: Array.from(replications),
      quantity,
      ...(estimand === null ? {} : { truth: estimand.truth }),
      ...(estimand === null || replications.length < 2 ? {} : { mean: estimand.estimate.value }),
    },
  );
  const at = opened === null ? Number.NaN : (estimates[replications.indexOf(opened)] ?? Number.NaN);
  if (opened === null || !Number.isFinite(at)) return figure;
  return {
    ...figure,
    guides: [...figure.guides, { axis: "x", at, name: dotName(opened), style: cursorStyle }],
  };
}
