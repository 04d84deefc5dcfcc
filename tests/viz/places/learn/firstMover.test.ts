import { expect, test } from "vitest";
import { firstMover } from "../../../../study/lesson/firstMover.ts";
import type { ProvinceStory } from "../../../../study/lesson/provinceStory.ts";
import { lessonService } from "../../../../workers/lab/lessonService.ts";

test("the picture of the list of lessons is the history that step 2 of the course computes", async () => {
  const { seed, first, moments } = firstMover;
  const run = await lessonService.prepare(null);
  const answer = await run(
    { kind: "province", seed, pioneer: first },
    () => undefined,
    new AbortController().signal,
  );
  // A question about a province is answered with its story.
  const story = answer as ProvinceStory;
  for (const moment of moments) {
    const at = story.years.indexOf(moment.year);
    for (const which of ["with", "without"] as const)
      expect(story.firms.map((firm) => (firm[which][at] ? "1" : "0")).join(""), String(moment.year)).toBe(
        moment[which],
      );
  }
});
