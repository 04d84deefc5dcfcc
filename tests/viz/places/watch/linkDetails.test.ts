import { describe, expect, it } from "vitest";
import { detailProblems } from "../../../../viz/places/watch/linkDetails.ts";

const world = {
  provinces: [
    { code: "MI", name: "Milano", region: "Lombardia" },
    { code: "NA", name: "Napoli", region: "Campania" },
  ],
  firms: 40,
  years: [1990, 1991, 1992],
};

describe("the details of a link to the place Watch", () => {
  it("are taken over where the world has a place for them", () => {
    const detail = {
      view: "shapes",
      pane: "difference",
      speed: "max",
      space: "0",
      province: "NA",
      firm: "39",
      replication: "77",
      condition: "herding",
    };
    expect(detailProblems({ detail, step: 1992 }, world)).toEqual([]);
    expect(detailProblems({ detail: { lesson: "2" }, step: null }, world)).toEqual([]);
  });

  it("are named with what would be accepted where it has none", () => {
    const detail = {
      view: "globe",
      pane: "",
      speed: "warp",
      space: "1",
      province: "ZZ",
      firm: "40",
      replication: "0",
    };
    const problems = detailProblems({ detail, step: 1989 }, world);
    expect(problems.map(({ name }) => name)).toEqual([
      "x.view",
      "x.pane",
      "x.speed",
      "x.space",
      "x.replication",
      "x.province",
      "x.firm",
      "step",
    ]);
    expect(problems.at(-1)).toEqual({ name: "step", found: "1989", expected: "1990 … 1992" });
    expect(detailProblems({ detail: { firm: "-1" }, step: 1993 }, world)).toHaveLength(2);
  });
});
