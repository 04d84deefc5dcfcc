import { expect, test } from "vitest";
import { estimateWords } from "../../../viz/places/estimate/words.ts";
import { repeatWords } from "../../../viz/places/repeat/words.ts";
import { worldWords } from "../../../viz/places/watch/worldWords.ts";

test("a world to watch has one name in Watch, Estimate and Repeat, in each language", () => {
  for (const language of ["en", "it"] as const) {
    const named: Readonly<Record<string, { readonly name: string }>> = worldWords[language];
    for (const [id, { name }] of Object.entries(named)) {
      const others: readonly Readonly<Record<string, string>>[] = [
        estimateWords[language].worlds,
        repeatWords[language].worldNames,
      ];
      for (const names of others)
        if (Object.hasOwn(names, id)) expect(names[id], `${language} ${id}`).toBe(name);
    }
  }
});
