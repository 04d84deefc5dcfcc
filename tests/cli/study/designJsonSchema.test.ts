import { expect, it } from "vitest";
import { designJsonSchema } from "../../../cli/study/designJsonSchema.ts";
import { PERFORMANCE_NAMES } from "../../../study/performanceNames.ts";

interface Schema {
  readonly anyOf: readonly Schema[];
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
  readonly items: Schema & { readonly enum: readonly string[] };
  readonly description?: string;
  readonly maximum?: number;
}

it("the JSON schema of a design has what the program reads, and refuses the rest", () => {
  const { anyOf } = designJsonSchema() as Schema;
  expect(anyOf).toHaveLength(2);
  for (const design of anyOf) {
    expect(design.additionalProperties).toBe(false);
    // What has a default may be left out.
    expect(design.required).toEqual(["aim", "dataGenerating", "performance", "replications", "seed"]);
    expect(design.properties.performance?.items.enum).toEqual(PERFORMANCE_NAMES);
    expect(design.properties.replications?.maximum).toBe(10_000_000);
    expect(Object.keys(design.properties)).toEqual(
      expect.arrayContaining(["until", "failure", "secondsPerReplication", "estimands", "alpha", "streams"]),
    );
    for (const name of ["aim", "methods", "estimands", "performance", "replications", "seed"]) {
      expect(design.properties[name]?.description ?? "", name).not.toBe("");
    }
  }
  const world = anyOf[1]?.properties.dataGenerating?.items;
  expect(Object.keys(world?.properties ?? {})).toEqual(expect.arrayContaining(["vary", "cells", "sample"]));
  expect(world?.additionalProperties).toBe(false);
});
