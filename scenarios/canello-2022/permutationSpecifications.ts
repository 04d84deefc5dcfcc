import type { PermutationSpecification } from "../specification.ts";

/** Tests of imitation by permutation: no model, no characteristics, and a p-value that no asymptotics is behind. */
function test(
  name: string,
  summary: string,
  source: string,
  permuted: PermutationSpecification["permuted"],
  within: readonly string[],
): PermutationSpecification {
  return {
    name: `canello-2022/${name}`,
    summary,
    source,
    model: "permutationTest",
    numeric: ["msePeersSameDestination"],
    factors: [],
    permuted,
    within: [...within],
    permutations: 99,
  };
}

const shuffle = "Anagnostopoulos, Kumar & Mahdian (2008)";
const ownOut = "Guryan, Kroft & Notowidigdo (2009); Caeyers & Fafchamps (2016)";

export const permutationSpecifications: readonly PermutationSpecification[] = [
  test("timing-shuffle", "Years of first entries permuted among all that enter", shuffle, "entryYears", []),
  test(
    "timing-shuffle-destination",
    "Years of first entries permuted among those that enter the same destination in the same industry",
    shuffle,
    "entryYears",
    ["industry", "destination"],
  ),
  test("peer-shuffle-provinces", "Firms of an industry dealt out anew to the provinces", ownOut, "firms", [
    "industry",
  ]),
  test("peer-shuffle-industries", "Firms of a province dealt out anew to the industries", ownOut, "firms", [
    "province",
  ]),
];
