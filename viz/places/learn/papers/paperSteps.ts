import type { ComponentType } from "preact";
import type { Language } from "../../../i18n/words.ts";
import type { LessonName } from "../place.ts";
import type { StepProps } from "../StepFrame.tsx";
import { type Step, step } from "../step.ts";
import { Clusters } from "./Clusters.tsx";
import { clustersWords } from "./clustersWords.ts";
import { Districts } from "./Districts.tsx";
import { districtsWords } from "./districtsWords.ts";
import { Herding } from "./Herding.tsx";
import { herdingWords } from "./herdingWords.ts";
import { Learning } from "./Learning.tsx";
import { learningWords } from "./learningWords.ts";
import { type ScreensWords, screens } from "./paperWords.ts";
import { Return } from "./Return.tsx";
import { returnWords } from "./returnWords.ts";

/** The screens of a paper's lesson. */
function lessonOf(
  words: Readonly<Record<Language, { readonly screens: ScreensWords }>>,
  View: ComponentType<StepProps>,
): readonly Step[] {
  return screens.map((each) => step({ en: words.en.screens[each], it: words.it.screens[each] }, View));
}

/** The screens of each paper, in their order. */
export const paperSteps: Readonly<Record<Exclude<LessonName, "course">, readonly Step[]>> = {
  herding: lessonOf(herdingWords, Herding),
  learning: lessonOf(learningWords, Learning),
  districts: lessonOf(districtsWords, Districts),
  clusters: lessonOf(clustersWords, Clusters),
  return: lessonOf(returnWords, Return),
};
