import { specifications as canello2022 } from "./canello-2022/specifications.ts";
import { specifications as canelloPavone } from "./canello-pavone/specifications.ts";
import type { Family } from "./family.ts";
import { lookUp } from "./lookUp.ts";
import { phrase } from "./phrase.ts";
import type { ModelSpecification } from "./specification.ts";

/** Those of every family, which this file does not import: its tables and targets are no part of a study. */
const specifications = new Map<string, ModelSpecification>(
  [...canello2022, ...canelloPavone].map((each) => [each.name, each] as const),
);

export function modelSpecificationNames(): string[] {
  return [...specifications.keys()];
}

/** @throws InvalidInput for an unknown name. */
export function modelSpecification(name: string): ModelSpecification {
  return lookUp(specifications, name, "methods", phrase`model specification`);
}

/**
 * A family's own specification of that name, or any that ships.
 * @throws InvalidInput for an unknown name.
 */
export function specificationOf(family: Family, name: string): ModelSpecification {
  return family.specifications.find((each) => each.name === name) ?? modelSpecification(name);
}
