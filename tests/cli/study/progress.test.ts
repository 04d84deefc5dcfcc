import { describe, expect, it } from "vitest";
import { liveLine } from "../../../cli/progressDisplay.ts";
import { countFailures, noFailures } from "../../../cli/study/failureCounts.ts";
import { progressText, type StudyProgress } from "../../../cli/study/progressText.ts";
import { extentOfKeys, extentOfStudy, studyCounter } from "../../../cli/study/studyProgress.ts";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { untilRounds } from "../../../study/until/untilRounds.ts";

const wide = Number.POSITIVE_INFINITY;
const progress: StudyProgress = {
  done: 412,
  total: 2000,
  atMost: false,
  cellsDone: 1,
  cells: 4,
  failures: {
    failed: 3,
    causes: new Map([
      ["time-limit", 1],
      ["not-converged", 2],
    ]),
  },
  ran: 400,
  seconds: 50,
};

describe("the progress of a study", () => {
  it("has replications, cells, failures by cause, pace, and the time left for the whole study", () => {
    expect(progressText(progress, wide)).toBe(
      "412/2000 replications · 1/4 cells · 3 failed (2 not-converged, 1 time-limit) · 8/s · 50s · 3m19s left",
    );
  });

  it("goes without what matters least where there is no room for it", () => {
    const lengths = [100, 90, 80, 75, 60, 50];
    const lines = lengths.map((columns) => progressText(progress, columns));
    expect(lines).toEqual([
      "412/2000 replications · 1/4 cells · 3 failed (2 not-converged, 1 time-limit) · 8/s · 3m19s left",
      "412/2000 · 1/4 cells · 3 failed (2 not-converged, 1 time-limit) · 8/s · 3m19s left",
      "412/2000 · 1/4 cells · 3 failed (2 not-converged, 1 time-limit) · 3m19s left",
      "412/2000 · 1/4 cells · 3 failed (2 not-converged, 1 other) · 3m19s left",
      "412/2000 · 3 failed (2 not-converged, 1 other) · 3m19s left",
      "412/2000 · 3 failed · 3m19s left",
    ]);
  });

  it("has a pace of two digits, by the minute where replications take long", () => {
    const pace = (ran: number, seconds: number) =>
      progressText({ ...progress, ran, seconds }, wide).split(" · ")[3];
    expect([pace(12345, 1), pace(1, 4), pace(3, 100)]).toEqual(["12345/s", "0.25/s", "1.8/min"]);
  });

  it("knows no time before there is a pace, none left at the end, and says where it is the most", () => {
    const first = { ...progress, ran: 0, seconds: 1, failures: noFailures() };
    expect(progressText(first, wide)).toBe("412/2000 replications · 1/4 cells · 0 failed · 1s · … left");
    expect(progressText({ ...progress, done: 2000 }, wide)).toMatch(/ · 0s left$/);
    expect(progressText({ ...progress, atMost: true }, wide)).toMatch(/ · at most 3m19s left$/);
  });
});

it("a failed replication counts once, and under each of its causes", () => {
  const failures = noFailures();
  const rows = (...statuses: string[]) => statuses.map((status) => ({ status }));
  countFailures(failures, rows("ok", "ok"));
  countFailures(failures, rows("ok", "collinear", "collinear"));
  countFailures(failures, rows("collinear", "separation"));
  expect(failures.failed).toBe(2);
  expect([...failures.causes]).toEqual([
    ["collinear", 2],
    ["separation", 1],
  ]);
});

describe("what the progress is told against", () => {
  const designWith = (more: object) =>
    resolveDesign(
      parseDesign({
        aim: "To be told",
        dataGenerating: { name: "w", scenario: "canello-2022/return", vary: { firms: [100, 200] } },
        methods: ["canello-2022/cox-exact"],
        performance: ["coverage"],
        replications: 10,
        seed: "1",
        ...more,
      }),
    );

  it("is the whole study, with what was there before", () => {
    const design = designWith({});
    const extent = { ...extentOfStudy(design), before: [9, 4] };
    const counter = studyCounter(7, extent);
    expect(counter.progress(0)).toMatchObject({ done: 13, total: 20, cellsDone: 0, cells: 2, ran: 0 });
    counter.add(0, [{ status: "ok" }]);
    expect(counter.progress(2)).toMatchObject({ done: 14, total: 20, cellsDone: 1, ran: 1, seconds: 2 });
  });

  it("is a shard's own share, with the cells that have part in it", () => {
    const keys = [1, 2, 3].map((replication) => ({ cell: 1, replication }));
    const counter = studyCounter(2, extentOfKeys(designWith({}), keys, keys.slice(1)));
    expect(counter.progress(0)).toMatchObject({ done: 1, total: 3, cellsDone: 0, cells: 1, atMost: false });
  });

  it("is the most there can be where a rule ends the study, and less once a cell has stopped", () => {
    const design = designWith({ until: { mcse: { coverage: 0.1 }, minimum: 2, every: 2 } });
    const { until } = design.design;
    if (until === undefined) throw new Error("the design has a rule");
    const rounds = untilRounds(design, until);
    const counter = studyCounter(20, extentOfStudy(design, undefined, rounds));
    expect(counter.progress(0)).toMatchObject({ total: 20, cellsDone: 0, atMost: true });
    for (const { cell } of rounds.round() ?? []) counter.add(cell, [{ status: "ok" }]);
    rounds.look({ replicationsOf: () => [] }, true);
    expect(counter.progress(0)).toMatchObject({ done: 4, total: 4, cellsDone: 2, cells: 2 });
  });
});

describe("a line that is written over on a terminal", () => {
  const shownAt = (columns: number) => {
    let shown = "";
    const stream = {
      isTTY: true,
      columns,
      write(text: string) {
        shown += text;
        return true;
      },
    } as unknown as NodeJS.WriteStream;
    const line = liveLine(stream, {
      share: () => 0.25,
      text: (_, room) => (room >= 30 ? "a quarter of it, and much more" : "a quarter of it"),
    });
    line.changed();
    line.stop();
    return shown;
  };

  it("has a bar before it where there is room, less text where there is little, and is cut before it wraps", () => {
    expect(shownAt(80)).toContain(`${"█".repeat(6)}${"░".repeat(18)} a quarter of it, and much more`);
    expect(shownAt(42)).toContain("███░░░░░░░ a quarter");
    expect(shownAt(38)).not.toContain("█");
    expect(shownAt(38)).toContain("a quarter of it, and much more");
    expect(shownAt(20)).not.toContain("and");
    expect(shownAt(12)).toContain("a quarter o");
    expect(shownAt(12)).not.toContain("a quarter of");
  });
});
