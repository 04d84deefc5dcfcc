import { families, type ModelSpecification } from "../../scenarios/index.ts";
import { markdownTable } from "./markdownTable.ts";

/** Every model specification that ships: what goes into which estimator. */
export function specificationTable(): string {
  return markdownTable(
    ["specification", "model", "columns", "dummies", "rows", "source"],
    families
      .flatMap((family) => family.specifications)
      .map((specification) => [
        `\`${specification.name}\``,
        model(specification),
        codes(specification.numeric),
        dummies(specification),
        rows(specification),
        specification.source,
      ]),
  );
}

function model(specification: ModelSpecification): string {
  const clusters =
    specification.cluster === undefined ? "" : `, errors clustered by \`${specification.cluster}\``;
  const unit = specification.unit === "firm" ? ", one row a firm and year" : "";
  return estimator(specification) + unit + clusters;
}

function estimator(specification: ModelSpecification): string {
  if (specification.model === "cox") {
    const strata = specification.strata.length === 0 ? "" : `, strata ${specification.strata.join(", ")}`;
    return `Cox, ${specification.clock} clock, ${specification.ties} ties${strata}`;
  }
  if (specification.model === "permutationTest") {
    const what = specification.permuted === "firms" ? "firms" : "years of first entries";
    const pools = specification.within.length === 0 ? "" : ` within ${codes(specification.within)}`;
    return `${specification.permutations} permutations of ${what}${pools}`;
  }
  const outcome = `outcome \`${specification.outcome}\``;
  if (specification.model === "conditionalLogit") {
    const { choiceSet, alternative } = specification;
    return `conditional logit, ${outcome}, choice of \`${alternative}\` by ${choiceSet.map((name) => `\`${name}\``).join(" × ")}`;
  }
  return specification.model === "probit"
    ? `probit, ${outcome}`
    : `random-effects probit, ${outcome}, random effect by \`${specification.group}\`, ${specification.quadratureNodes} nodes`;
}

function dummies({ factors, interactions = [] }: ModelSpecification): string {
  return [codes(factors), ...interactions.map((set) => set.map((name) => `\`${name}\``).join(" × "))]
    .filter((text) => text !== "")
    .join(", ");
}

function rows({ rows: rule }: ModelSpecification): string {
  return rule === undefined ? "all" : rule.name;
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
