import type { DecisionDraws } from "../firms/sharedFirms.ts";
import type { World } from "../world.ts";
import { fillWithDraws } from "./streams.ts";

/**
 * The draws of a year's decisions, one a pair in the order firm, destination, into `workspace.uniforms`, and the lowest of each firm into
 * `workspace.lowestUniform`. Years that worlds share are drawn once.
 */
export function drawDecisions({ workspace, key, shared, destinations }: World, year: number): void {
  const known = shared?.decisionDraws.get(year);
  if (known !== undefined) {
    workspace.uniforms.set(known.uniforms);
    workspace.lowestUniform.set(known.lowest);
    return;
  }
  fillWithDraws(workspace.uniforms, key, "decision", year);
  findLowest(workspace.uniforms, destinations, workspace.lowestUniform);
  shared?.decisionDraws.set(year, copyOf(workspace.uniforms, workspace.lowestUniform));
}

function copyOf(uniforms: Float64Array, lowest: Float64Array): DecisionDraws {
  return { uniforms: uniforms.slice(), lowest: lowest.slice() };
}

function findLowest(uniforms: Float64Array, destinations: number, lowest: Float64Array): void {
  for (let firm = 0, pair = 0; firm < lowest.length; firm++) {
    let least = 1;
    for (const end = pair + destinations; pair < end; pair++) {
      if (uniforms[pair] < least) least = uniforms[pair];
    }
    lowest[firm] = least;
  }
}
