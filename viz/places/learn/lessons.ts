import type { ComponentType } from "preact";
import type { Language } from "../../i18n/words.ts";
import { Automatic } from "./course/Automatic.tsx";
import { countryWords } from "./course/countryWords.ts";
import { Impostor } from "./course/Impostor.tsx";
import { impostorWords } from "./course/impostorWords.ts";
import { OneFirm } from "./course/OneFirm.tsx";
import { OneProvince } from "./course/OneProvince.tsx";
import { oneFirmWords } from "./course/oneFirmWords.ts";
import { oneProvinceWords } from "./course/oneProvinceWords.ts";
import { Probit } from "./course/Probit.tsx";
import { Sandbox } from "./course/Sandbox.tsx";
import { Strength } from "./course/Strength.tsx";
import { sandboxWords } from "./course/sandboxWords.ts";
import { Clusters } from "./papers/Clusters.tsx";
import { clustersWords } from "./papers/clustersWords.ts";
import { Districts } from "./papers/Districts.tsx";
import { districtsWords } from "./papers/districtsWords.ts";
import { Herding } from "./papers/Herding.tsx";
import { herdingWords } from "./papers/herdingWords.ts";
import { Learning } from "./papers/Learning.tsx";
import { learningWords } from "./papers/learningWords.ts";
import { type ScreensWords, screens } from "./papers/paperWords.ts";
import { Return } from "./papers/Return.tsx";
import { returnWords } from "./papers/returnWords.ts";
import type { LessonName } from "./place.ts";
import type { StepProps } from "./StepFrame.tsx";
import type { StepWords } from "./stepWords.ts";

/** A step: what it says in each language, and how it is shown. */
export interface Step {
  readonly words: Readonly<Record<Language, StepWords>>;
  readonly View: ComponentType<StepProps>;
}

function step(words: Readonly<Record<Language, StepWords>>, View: ComponentType<StepProps>): Step {
  return { words, View };
}

/** The screens of a paper's lesson. */
function lessonOf(
  words: Readonly<Record<Language, { readonly screens: ScreensWords }>>,
  View: ComponentType<StepProps>,
): readonly Step[] {
  return screens.map((each) => step({ en: words.en.screens[each], it: words.it.screens[each] }, View));
}

/** Every lesson's steps in their order. */
export const lessons: Readonly<Record<LessonName, readonly Step[]>> = {
  course: [
    step(oneFirmWords, OneFirm),
    step(oneProvinceWords, OneProvince),
    step({ en: countryWords.en.automatic, it: countryWords.it.automatic }, Automatic),
    step({ en: countryWords.en.strength, it: countryWords.it.strength }, Strength),
    step({ en: impostorWords.en.impostor, it: impostorWords.it.impostor }, Impostor),
    step({ en: impostorWords.en.probit, it: impostorWords.it.probit }, Probit),
    step(sandboxWords, Sandbox),
  ],
  herding: lessonOf(herdingWords, Herding),
  learning: lessonOf(learningWords, Learning),
  districts: lessonOf(districtsWords, Districts),
  clusters: lessonOf(clustersWords, Clusters),
  return: lessonOf(returnWords, Return),
};
