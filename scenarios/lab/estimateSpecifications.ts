/** Regressions that the lab has ready to fit to a panel, in groups. */
export interface SpecificationGroup {
  readonly id: "canello-2022" | "canello-2022-checks" | "canello-pavone";
  readonly names: readonly string[];
}

const canello = (names: readonly string[]) => names.map((name) => `canello-2022/${name}`);
const pavone = (names: readonly string[]) => names.map((name) => `canello-pavone/${name}`);

export const specificationGroups: readonly SpecificationGroup[] = [
  {
    id: "canello-2022",
    names: canello(["A", "B", "C", "D", "E", "F", "G", "H", "I", "cox-I", "cox-II", "cox-III", "cox-IV"]),
  },
  {
    id: "canello-2022-checks",
    names: canello([
      "B-small",
      "C-small",
      "C-clustered",
      "C-entry",
      "C-stay",
      "C-destination",
      "C-province",
      "C-province-destination",
      "C-placebo",
      "C-means",
      "cox-IV-flow",
    ]),
  },
  {
    id: "canello-pavone",
    names: pavone(["probit", "probit-small", "probit-years", "probit-province", "cox", "cox-current"]),
  },
];

/** Every name, in the order of the groups. */
export const specificationsToFit: readonly string[] = specificationGroups.flatMap(({ names }) => names);

/** What is chosen where a link names nothing: starting and staying by Table 2 and 4, coming back by Table 3. */
export const firstSpecifications: readonly string[] = canello(["B", "C", "D", "cox-III", "cox-IV"]);
