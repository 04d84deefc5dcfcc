import { effect } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createLab } from "../../../viz/state/lab.ts";
import { readLink } from "../../../viz/state/urlState.ts";

describe("the state of the lab", () => {
  test("has formats of a language that stay the same until the language changes", () => {
    const lab = createLab(readLink("?lang=en").state, () => {});
    let times = 0;
    const stop = effect(() => {
      lab.format.value;
      times++;
    });
    for (let step = 0; step < 100; step++) lab.update({ step, detail: { step: String(step) } });
    expect(times).toBe(1);
    expect(lab.format.value.fixed(1234.5, 1)).toBe("1,234.5");
    lab.update({ language: "it" });
    expect(times).toBe(2);
    expect(lab.format.value.fixed(1234.5, 1)).toBe("1234,5");
    stop();
  });
});
