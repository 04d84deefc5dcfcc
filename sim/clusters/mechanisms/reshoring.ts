import { normalQuantile } from "../../../numerics/normal.ts";
import { fillWithDraws } from "../../random/streams.ts";
import type { ClusterWorld } from "../clusterWorld.ts";
import { modeCode } from "../modes.ts";

const following = modeCode("following");
const backHome = modeCode("returned");
const local = modeCode("local");
/** Bad years in a row that end a mode. */
const patience = 2;

/**
 * D7 · Return by failure or by pressure of stakeholders (phase 4 of Table 1).
 *
 *     gain = moved share + match + yearly noise,   match ~ N(0, matchSd²) once a partner, noise ~ N(0, gainSd²)
 *     home after two years in a row with gain < aspiration, or with probability stakeholderPressure · moved share
 *
 * Unit: gain, the scale of the moved share. Defaults matchSd 0.3, gainSd 0.2, aspiration 0, pressure 0 (0 to 0.3
 * plausible), [A]. Off at aspiration = −10 and stakeholderPressure = 0. Firms that follow come home with their focal
 * firm only. Source: Gancarczyk & Gancarczyk (2017), section 3.2.
 */
export function bringHome(world: ClusterWorld, year: number): void {
  const { firms, modes, scenario, key } = world;
  const draws = new Float64Array(2 * firms.count);
  fillWithDraws(draws, key, "gain", year);
  for (let firm = 0; firm < firms.count; firm++) {
    const share = modes.movedShare[firms.mode[firm]];
    if (firms.open[firm] === 0 || share === 0 || firms.mode[firm] === following) continue;
    const gain = share + firms.match[firm] + scenario.gainSd * normalQuantile(draws[2 * firm]);
    firms.badYears[firm] = gain < scenario.aspiration ? firms.badYears[firm] + 1 : 0;
    const pressed = draws[2 * firm + 1] < scenario.stakeholderPressure * share;
    if (firms.badYears[firm] < patience && !pressed) continue;
    firms.mode[firm] = firms.proactive[firm] === 1 ? backHome : local;
    firms.returned[firm] = 1;
    leavePartner(world, firm);
  }
}

/** A firm in a new mode meets a new partner where the mode has one, and leaves the old one. */
export function meetPartner(world: ClusterWorld, firm: number, capability: number, match: number): void {
  const { firms, modes, scenario } = world;
  leavePartner(world, firm);
  if (modes.movedShare[firms.mode[firm]] === 0) return;
  firms.partnerCapability[firm] = capability;
  firms.match[firm] = scenario.matchSd * normalQuantile(match);
}

function leavePartner({ firms }: ClusterWorld, firm: number): void {
  firms.partnerCapability[firm] = 0;
  firms.match[firm] = 0;
  firms.badYears[firm] = 0;
}
