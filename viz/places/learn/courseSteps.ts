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
import { type Step, step } from "./step.ts";

/** The steps of the course, in their order. */
export const courseSteps: readonly Step[] = [
  step(oneFirmWords, OneFirm),
  step(oneProvinceWords, OneProvince),
  step({ en: countryWords.en.automatic, it: countryWords.it.automatic }, Automatic),
  step({ en: countryWords.en.strength, it: countryWords.it.strength }, Strength),
  step({ en: impostorWords.en.impostor, it: impostorWords.it.impostor }, Impostor),
  step({ en: impostorWords.en.probit, it: impostorWords.it.probit }, Probit),
  step(sandboxWords, Sandbox),
];
