import { describe, expect, test } from "vitest";
import { detailProblems as ofEstimate } from "../../../viz/places/estimate/useEstimateModel.ts";
import { detailProblems as ofLearn } from "../../../viz/places/learn/linkDetails.ts";
import { detailProblems as ofRepeat } from "../../../viz/places/repeat/linkDetails.ts";
import { detailProblems as ofTellApart } from "../../../viz/places/tellApart/linkDetail.ts";
import { detailProblems as ofYourData } from "../../../viz/places/yourData/link.ts";
import { leaveOutDetails, sayLinkProblems } from "../../../viz/shell/linkProblems.ts";
import { createLab } from "../../../viz/state/lab.ts";
import { type LabState, startState } from "../../../viz/state/labState.ts";
import { checkDetails, numberWithin, oneOf, wholeNumber } from "../../../viz/state/linkChecks.ts";

function labWith(state: Partial<LabState>) {
  return createLab({ ...startState, ...state }, () => {});
}

const names = (problems: readonly { readonly name: string }[]) => problems.map(({ name }) => name);

describe("a detail of a link", () => {
  test("is accepted as one of some words, as a whole number or as a number within limits", () => {
    const checks = { view: oneOf(["a", "b"]), cell: wholeNumber(0, 3), gain: numberWithin(0, 1) };
    expect(checkDetails({ view: "b", cell: "3", gain: "0.5" }, checks)).toEqual([]);
    expect(checkDetails({}, checks)).toEqual([]);
    expect(checkDetails({ view: "c", cell: "1.5", gain: " " }, checks)).toEqual([
      { name: "x.view", found: "c", expected: "a, b" },
      { name: "x.cell", found: "1.5", expected: "0 … 3" },
      { name: "x.gain", found: " ", expected: "0 … 1" },
    ]);
  });

  test("that is not accepted is named, with what would be, and leaves the address", () => {
    const lab = labWith({ place: "learn", step: 2, detail: { off: "7", teacher: "1" } });
    leaveOutDetails(lab, ofLearn(lab.state.value.detail));
    expect(lab.notices.value.map(({ text }) => text)).toEqual([
      "The link's “x.off” is “7”; its default is used instead. Accepted: 0, 1.",
    ]);
    expect(lab.state.value).toMatchObject({ step: 2, detail: { teacher: "1" } });
  });

  test("is judged in every place by what the place has", () => {
    expect(names(ofEstimate({ fitted: "yes", terms: "all", one: "Z" }))).toEqual(["x.fitted", "x.one"]);
    expect(ofEstimate({ fitted: "1", one: "cox-IV" })).toEqual([]);
    expect(names(ofYourData({ "own.data": "mine", "own.model": "cox" }))).toEqual(["x.own.data"]);
    expect(names(ofLearn({ decision: "perhaps", imitation: "121", cause: "place", gain: "x" }))).toEqual([
      "x.decision",
      "x.imitation",
      "x.gain",
    ]);
    expect(names(ofTellApart({ cell: "own shock Z" }))).toEqual(["cell"]);
    expect(names(ofTellApart({ cell: "own shock timing-shuffle" }))).toEqual([]);
    const method = { name: "m", summary: "", model: "cox", estimands: ["size"], first: "size" } as const;
    const plan = { cells: [{ label: "", world: "w", methods: [method] }] };
    const wrong = { show: "all", replication: "0", cell: "1", estimand: "age", method: "n" };
    expect(names(ofRepeat(wrong, plan))).toEqual(["x.show", "x.replication", "x.cell", "x.estimand"]);
    expect(names(ofRepeat({ ...wrong, study: "s" }, plan))).toContain("x.method");
    expect(ofRepeat({ show: "draws", replication: "9", cell: "0", estimand: "size" }, plan)).toEqual([]);
  });
});

describe("a step of a link", () => {
  test("of a place that has none is named and left out", async () => {
    for (const place of ["tell-apart", "repeat", "estimate", "your-data"] as const) {
      const lab = labWith({ place, step: 77 });
      await sayLinkProblems(lab, []);
      expect(lab.notices.value.map(({ text }) => text)).toEqual([
        "The link's “step” is “77”; this place has no steps, and it was left out.",
      ]);
      expect(lab.state.value.step).toBeNull();
    }
  });

  test("of a place that has steps is left to it", async () => {
    const lab = labWith({ place: "watch", step: 1999 });
    await sayLinkProblems(lab, []);
    expect(lab.notices.value).toEqual([]);
    expect(lab.state.value.step).toBe(1999);
  });
});
