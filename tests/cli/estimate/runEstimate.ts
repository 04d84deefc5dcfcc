import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { EstimateResult } from "../../../study/estimate/estimateResult.ts";
import type { buildCommandLine } from "../commandLine.ts";

/** R's numbers, from the scripts beside them. */
export const reference = (name: string) => JSON.parse(readFileSync(`tests/reference/${name}.json`, "utf8"));

/** What `bandwagon estimate` prints as JSON, where it ends well. */
export async function estimated(
  bandwagon: ReturnType<typeof buildCommandLine>,
  ...args: string[]
): Promise<EstimateResult> {
  const { code, stdout, stderr } = await bandwagon.run("estimate", ...args, "--format", "json");
  expect(stderr).not.toContain("error");
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

export function expectNear(
  found: ArrayLike<number | null | undefined>,
  expected: ArrayLike<number>,
  tolerance = 1e-6,
) {
  expect(found.length).toBe(expected.length);
  for (const [at, value] of Array.from(expected).entries()) {
    const difference = Math.abs((found[at] ?? Number.NaN) - value);
    expect(difference, `position ${at}`).toBeLessThan(tolerance * Math.max(1, Math.abs(value)));
  }
}
