import type { Lab } from "../../state/lab.ts";
import type { LabState } from "../../state/labState.ts";

export const lessonNames = ["course", "herding", "learning", "districts", "clusters", "return"] as const;
export type LessonName = (typeof lessonNames)[number];

/** Steps of each lesson. */
export const stepsOf: Readonly<Record<LessonName, number>> = {
  course: 7,
  herding: 3,
  learning: 3,
  districts: 3,
  clusters: 3,
  return: 3,
};

/** Minutes of a class that its steps take, as their notes for the teacher say. */
export const minutesOf: Readonly<Record<LessonName, number>> = {
  course: 48,
  herding: 15,
  learning: 14,
  districts: 14,
  clusters: 13,
  return: 13,
};

/** Where in the lessons a link leads; null for the list of lessons. `refused` is what the link asked for and there is not. */
export function placeInLessons(
  step: number | null,
  detail: Readonly<Record<string, string>>,
): {
  readonly at: { readonly lesson: LessonName; readonly step: number } | null;
  readonly refused: {
    readonly name: "lesson" | "step";
    readonly found: string;
    readonly expected: string;
  } | null;
} {
  const asked = detail.lesson;
  const lesson = asked === undefined ? "course" : lessonNames.find((name) => name === asked);
  if (lesson === undefined)
    return {
      at: null,
      refused: { name: "lesson", found: asked ?? "", expected: lessonNames.join(", ") },
    };
  if (step === null) return { at: asked === undefined ? null : { lesson, step: 1 }, refused: null };
  const last = stepsOf[lesson];
  const nearest = Math.min(last, Math.max(1, step));
  return {
    at: { lesson, step: nearest },
    refused: nearest === step ? null : { name: "step", found: String(step), expected: `1–${last}` },
  };
}

function moveTo(lab: Lab, where: Pick<LabState, "step" | "detail">): void {
  lab.update({ ...where, set: {}, world: "" }, "push");
  // The address is written a moment after a change: this takes the place of one that still waits and belongs to the step before.
  lab.update({});
}

/** Goes to a step, where nothing has been chosen or guessed yet, with its notes for the teacher where they are asked for; the back button leads back. */
export function goTo(lab: Lab, lesson: LessonName, step: number, forTeacher = false): void {
  moveTo(lab, { step, detail: { lesson, ...(forTeacher ? { teacher: "1" } : {}) } });
}

/** Goes to the list of lessons. */
export function goToContents(lab: Lab): void {
  moveTo(lab, { step: null, detail: {} });
}

/** Writes down something the reader chose or guessed in this step. */
export function choose(lab: Lab, name: string, value: string): void {
  lab.update({ detail: { ...lab.state.value.detail, [name]: value } });
}

/** What was chosen, as a number within limits; the default where nothing or something else was. */
export function chosenNumber(
  detail: Readonly<Record<string, string>>,
  name: string,
  { min, max, otherwise }: { readonly min: number; readonly max: number; readonly otherwise: number },
): number {
  const text = detail[name];
  const value = text === undefined || text === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : otherwise;
}
