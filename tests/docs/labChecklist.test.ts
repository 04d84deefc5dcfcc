import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { page } from "./pages.ts";

const proofs = page("docs/lab-checklist.md")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| promise"))
  .flatMap((line) => {
    const cells = line.split("|");
    const last = cells.at(-2) ?? "";
    return last.split(";").flatMap((part) => {
      const [, file = "", sentence = ""] = part.match(/`([^`]+)`(?:: (.*\S))?/) ?? [];
      return file === "" || file.startsWith("npm ")
        ? []
        : [{ promise: cells[1]?.trim() ?? "", file, sentence }];
    });
  });

test("every promise of the lab's checklist names a test", () => {
  expect(proofs.length).toBeGreaterThan(30);
});

test.each(proofs)("$promise: $file", ({ file, sentence }) => {
  expect(existsSync(file)).toBe(true);
  if (sentence === "") return;
  const text = file.endsWith("/") ? readdirSync(file).join(" ") : readFileSync(file, "utf8");
  expect(text).toContain(sentence);
});
