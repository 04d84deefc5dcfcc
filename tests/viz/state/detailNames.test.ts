import { expect, test } from "vitest";
import { detailNames, unknownDetails } from "../../../viz/state/detailNames.ts";
import { page } from "../../docs/pages.ts";

test.each(Object.entries(detailNames))("docs/lab.md says what the details of %s mean", (_, names) => {
  const documented = page("docs/lab.md");
  for (const name of names) expect(documented).toContain(`\`x.${name}`);
});

test("a detail of another place, or of none, is unknown", () => {
  expect(unknownDetails({ place: "watch", detail: { speed: "max", methods: "B", nosuch: "1" } })).toEqual([
    "methods",
    "nosuch",
  ]);
});
