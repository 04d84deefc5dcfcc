import { describe, expect, it } from "vitest";
import { tallyVerdicts } from "../../../../study/lesson/tally.ts";
import { courseSteps } from "../../../../viz/places/learn/courseSteps.ts";
import { curve } from "../../../../viz/places/learn/curve.ts";
import { guessGuide } from "../../../../viz/places/learn/guessGuide.ts";
import { paperSteps } from "../../../../viz/places/learn/papers/paperSteps.ts";
import { papers } from "../../../../viz/places/learn/papers/papers.ts";
import {
  chosenNumber,
  lessonNames,
  minutesOf,
  placeInLessons,
  stepsOf,
} from "../../../../viz/places/learn/place.ts";

const lessons = { course: courseSteps, ...paperSteps };

describe("the lessons", () => {
  it("are a course of seven steps and a lesson of three screens for each of five papers", () => {
    for (const name of lessonNames) expect(lessons[name].length, name).toBe(stepsOf[name]);
    expect(Object.keys(papers).sort()).toEqual(lessonNames.filter((name) => name !== "course").sort());
  });

  it("have in both languages a question, one sentence to take home and notes for the teacher, all different", () => {
    for (const name of lessonNames) {
      const said = lessons[name].flatMap(({ words }) => [words.en, words.it]);
      for (const { title, question, lead, takeaway, teacher } of said) {
        expect(question).toMatch(/\?$/);
        for (const text of [title, lead, takeaway, ...Object.values(teacher)]) expect(text).not.toBe("");
        expect(takeaway).toMatch(/[.]$|[?]$/);
        expect(teacher.ask).toMatch(/[?.]$/);
      }
      expect(new Set(said.map(({ title }) => title)).size).toBe(said.length);
    }
  });
});

describe("the minutes of a lesson", () => {
  it("are those of its steps' notes for the teacher, in both languages", () => {
    for (const name of lessonNames)
      for (const language of ["en", "it"] as const) {
        const minutes = lessons[name].map(({ words }) => Number.parseInt(words[language].teacher.time, 10));
        expect(
          minutes.reduce((sum, each) => sum + each, 0),
          `${name} ${language}`,
        ).toBe(minutesOf[name]);
      }
  });
});

describe("a class of 45 minutes", () => {
  it("is the steps without the sandbox, three minutes of questions before and four after", () => {
    const steps = courseSteps.slice(0, -1).map(({ words }) => Number.parseInt(words.en.teacher.time, 10));
    expect(steps.reduce((sum, each) => sum + each, 3 + 4)).toBe(45);
  });
});

describe("where a link leads in the lessons", () => {
  it("is the list without step and lesson, the course without a lesson, the first step without a step", () => {
    expect(placeInLessons(null, {})).toEqual({ at: null, refused: null });
    expect(placeInLessons(4, {}).at).toEqual({ lesson: "course", step: 4 });
    expect(placeInLessons(null, { lesson: "return" }).at).toEqual({ lesson: "return", step: 1 });
  });

  it("is the nearest step where the lesson has not that many, and the list for an unknown lesson, and says so", () => {
    expect(placeInLessons(99, { lesson: "herding" })).toEqual({
      at: { lesson: "herding", step: 3 },
      refused: { name: "step", found: "99", expected: "1–3" },
    });
    expect(placeInLessons(0, {}).at).toEqual({ lesson: "course", step: 1 });
    expect(placeInLessons(1, { lesson: "moon" })).toMatchObject({ at: null, refused: { name: "lesson" } });
  });

  it("holds choices within their limits", () => {
    const limits = { min: 0, max: 10, otherwise: 3 };
    for (const [text, value] of [
      ["5", 5],
      ["50", 10],
      ["-1", 0],
      ["x", 3],
      ["", 3],
    ] as const)
      expect(chosenNumber({ a: text }, "a", limits)).toBe(value);
    expect(chosenNumber({}, "a", limits)).toBe(3);
  });
});

describe("the pure parts of the lessons", () => {
  it("a guess is a line across the figure, unless it was skipped", () => {
    expect(guessGuide({ guess: "15" }, "y", "your guess", 0.01)).toMatchObject([{ axis: "y", at: 0.15 }]);
    expect(guessGuide({ guess: "skipped" }, "y", "your guess")).toEqual([]);
    expect(guessGuide({ guess: "x" }, "y", "your guess")).toEqual([]);
    expect(guessGuide({}, "y", "your guess")).toEqual([]);
  });

  it("a tally leaves failures out and gives the Monte Carlo error of the mean", () => {
    const verdicts = [
      { estimate: 0.1, pValue: 0.2 },
      { estimate: 0.3, pValue: 0.01 },
      { estimate: Number.NaN, pValue: Number.NaN },
    ];
    const { estimated, significant, mean, monteCarloError } = tallyVerdicts(verdicts);
    expect([estimated, significant]).toEqual([2, 1]);
    expect(mean).toBeCloseTo(0.2, 12);
    expect(monteCarloError).toBeCloseTo(0.1, 12);
    expect(tallyVerdicts([{ estimate: 1, pValue: 0.01 }]).monteCarloError).toBeNaN();
  });

  it("a curve has a table with a row for each place, by name where places have names", () => {
    const figure = curve(
      { id: "c", title: "C", language: "en" },
      {
        x: { label: "peers", format: "count", categories: ["none", "some"] },
        y: { label: "rate", format: "percent" },
        series: [
          {
            name: "a",
            points: [
              { x: 0, y: 0.1 },
              { x: 1, y: Number.NaN },
            ],
          },
        ],
        summary: "A sentence.",
      },
    );
    expect(figure.table.rows).toEqual([
      ["none", 0.1],
      ["some", null],
    ]);
  });
});
