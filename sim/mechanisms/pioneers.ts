import { destinationNames, InvalidInput, type Scenario } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { Decisions } from "../decisions/decide.ts";
import type { World } from "../world.ts";

/**
 * Pioneers · An intervention: firms are made to start, and everybody else decides as ever.
 *
 *     in the year of an entry its firms start in its destination, and stay there for `stay` years, whatever their index
 *
 * Then they decide like others. Neighbours see them from the next year on. Which firms is settled by number (the first
 * `firms` of the province, or the `firm` itself), whoever is abroad already, so that a world and the one beside it have the same
 * pioneers; closed firms have no turn. No draw is made and none is used otherwise. An exclusive choice (A2) does not bind them. Unit: firms; default none, `stay` 1 (1 to
 * 100); absent with an empty list. Source: [A]; the effect of one more peer as an experiment.
 *
 * Changes the decisions.
 */
export function sendPioneers(world: World, decided: Decisions, year: number): Decisions {
  const due = world.scenario.pioneers.filter((each) => each.year <= year && year < each.year + each.stay);
  if (due.length === 0) return decided;
  const { pairs, workspace } = world;
  const { active, started, returned } = decided;
  for (const entry of due) {
    const destination = destinationNames.indexOf(entry.destination);
    for (const firm of pioneerFirms(world, entry)) {
      const pair = firm * world.destinations + destination;
      // Once a spell has ended (the firm closed, and another has its place) there is nobody left to hold.
      if (entry.year < year && pairs.active[pair] === 0) continue;
      active[pair] = 1;
      returned[pair] = 0;
      if (pairs.active[pair] === 0) started[pair] = 1;
      pairs.exitTime[pair] = Number.NaN;
    }
  }
  let count = 0;
  for (let pair = 0; pair < active.length; pair++)
    if (active[pair] === 1 || pairs.active[pair] === 1) workspace.abroad[count++] = pair;
  return { ...decided, abroad: workspace.abroad.subarray(0, count) };
}

type Pioneer = Scenario["pioneers"][number];

/** Living firms of an entry. */
function pioneerFirms({ firms, provinces, industryNames }: World, entry: Pioneer): number[] {
  if (entry.firm !== undefined) return firms.alive[entry.firm - 1] === 1 ? [entry.firm - 1] : [];
  const province = provinces.findIndex(({ code }) => code === entry.province);
  const industry = industryNames.indexOf(entry.industry ?? "");
  const found: number[] = [];
  for (let firm = 0; firm < firms.count && found.length < entry.firms; firm++) {
    if (province >= 0 && firms.province[firm] !== province) continue;
    if (industry >= 0 && firms.industry[firm] !== industry) continue;
    if (firms.alive[firm] === 1) found.push(firm);
  }
  return found;
}

/**
 * A scenario names provinces, industries and firms that only its world knows.
 * @throws InvalidInput for a pioneer or a dated shock that the world has no place for.
 */
export function checkPlaces({ scenario, provinces, industryNames, firms }: World): void {
  const codes = provinces.map(({ code }) => code);
  scenario.pioneers.forEach(({ province, industry, firm }, at) => {
    checkName(`pioneers[${at}].province`, province, codes, "the code of a province of this world");
    checkName(`pioneers[${at}].industry`, industry, industryNames, "an industry of this world");
    checkFirm(`pioneers[${at}].firm`, firm, firms.count);
  });
  scenario.datedShocks.forEach(({ province, firm }, at) => {
    checkName(`datedShocks[${at}].province`, province, codes, "the code of a province of this world");
    checkFirm(`datedShocks[${at}].firm`, firm, firms.count);
  });
}

function checkFirm(path: string, firm: number | undefined, firms: number): void {
  if (firm === undefined || firm <= firms) return;
  throw new InvalidInput({
    path: `set.${path}`,
    found: String(firm),
    expected: phrase`the number of a firm: 1 to ${firms}`,
  });
}

const MOST_NAMES_SHOWN = 12;

function checkName(path: string, name: string | undefined, names: readonly string[], what: string): void {
  if (name === undefined || names.includes(name)) return;
  const rest = names.length > MOST_NAMES_SHOWN ? `, … (${names.length} in all)` : "";
  throw new InvalidInput({
    path: `set.${path}`,
    found: JSON.stringify(name),
    expected: `${what}: ${names.slice(0, MOST_NAMES_SHOWN).join(", ")}${rest}`,
  });
}
