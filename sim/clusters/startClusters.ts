import { exp } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { ClusterScenario } from "../../scenarios/clusters/index.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { ClusterFirms, ClusterWorld } from "./clusterWorld.ts";
import { meanSize } from "./mechanisms/modeChoice.ts";
import { linkFollowers } from "./mechanisms/proactiveFirms.ts";
import { modeTable } from "./modes.ts";
import { emptyClusterRecording } from "./recording/recording.ts";

/** A world of clusters before its first year: everybody open, at home and without links abroad. */
export function startClusters(scenario: ClusterScenario, key: RunKey): ClusterWorld {
  const firms = emptyFirms(scenario);
  equipFirms(firms, scenario, key);
  return {
    scenario,
    key,
    modes: modeTable(scenario),
    firms,
    recording: emptyClusterRecording(scenario),
    market: 1,
    year: 0,
  };
}

/** Draws a firm takes at the start: proactive, focal firm, strategy, size, complexity, standardised part. */
const drawsPerFirm = 6;

function equipFirms(firms: ClusterFirms, scenario: ClusterScenario, key: RunKey): void {
  const draws = new Float64Array(drawsPerFirm * firms.count);
  fillWithDraws(draws, key, "clusterFirms");
  const ties = new Float64Array(2 * firms.count);
  const { sizeSd } = scenario;
  for (let firm = 0, at = 0; firm < firms.count; firm++, at += drawsPerFirm) {
    ties[2 * firm] = draws[at];
    ties[2 * firm + 1] = draws[at + 1];
    firms.differentiation[firm] = draws[at + 2] < scenario.differentiationShare ? 1 : 0;
    firms.size[firm] = meanSize * exp(sizeSd * normalQuantile(draws[at + 3]) - (sizeSd * sizeSd) / 2);
    firms.complexity[firm] = draws[at + 4];
    firms.standardised[firm] = draws[at + 5] < scenario.standardisedShare ? 1 : 0;
    firms.cluster[firm] = Math.floor(firm / scenario.firmsPerCluster);
  }
  linkFollowers(firms, ties, scenario.proactiveShare);
}

function emptyFirms(scenario: ClusterScenario): ClusterFirms {
  const count = scenario.clusters * scenario.firmsPerCluster;
  return {
    count,
    cluster: new Int32Array(count),
    size: new Float64Array(count),
    differentiation: new Uint8Array(count),
    proactive: new Uint8Array(count),
    focalFirm: new Int32Array(count),
    complexity: new Float64Array(count),
    standardised: new Uint8Array(count),
    open: new Uint8Array(count).fill(1),
    mode: new Uint8Array(count),
    yearsAbroad: new Int32Array(count),
    moved: new Uint8Array(count),
    returned: new Uint8Array(count),
    movedBefore: new Uint8Array(count),
    displacements: new Int32Array(count),
    partnerCapability: new Float64Array(count),
    match: new Float64Array(count),
    badYears: new Uint8Array(count),
    links: new Float64Array(count),
    linksBefore: new Float64Array(count),
    core: new Float64Array(count).fill(scenario.coreInitial),
    inflow: new Float64Array(count),
    productivity: new Float64Array(count).fill(1),
  };
}
