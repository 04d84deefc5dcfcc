import type { Scenario } from "../../scenarios/index.ts";
import type { Purpose } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { Firms } from "./firms.ts";

/**
 * What worlds of the same firms share, as far as one of them has come to it: their draws, and what firms become by themselves, whatever
 * anybody decides. A world writes down what is missing and reads what is there; it is the same world either way. Worlds may share it when
 * `sharedFirmsName` is the same.
 */
export interface SharedFirms {
  /** As they are placed and equipped. */
  firms: Firms | null;
  /** By year, at its end. */
  readonly productivity: Map<number, Float64Array>;
  /** Standard normal draws, one a firm or a pair. */
  readonly normals: Map<Purpose, Float64Array>;
  /** By year; see decisionDraws.ts. */
  readonly decisionDraws: Map<number, DecisionDraws>;
  /** By year, of the world that was the last to come there; see firmIndex.ts. */
  readonly firmIndex: Map<number, KnownFirmIndex>;
}

export interface DecisionDraws {
  /** By pair. */
  readonly uniforms: Float64Array;
  /** The lowest of a firm's draws, by firm. */
  readonly lowest: Float64Array;
}

/** The firm index of a year, and all that it was computed from but for what worlds that share firms have in common. */
export interface KnownFirmIndex {
  readonly controls: Scenario["controls"];
  readonly ofCell: Float64Array;
  readonly firmEffect: Float64Array;
  readonly index: Float64Array;
}

export function nothingShared(): SharedFirms {
  return {
    firms: null,
    productivity: new Map(),
    normals: new Map(),
    decisionDraws: new Map(),
    firmIndex: new Map(),
  };
}

/**
 * Names all that shared firms depend on; null where they depend on more: on who was born in whose place, or on turnover. The destinations are
 * the same in all worlds.
 */
export function sharedFirmsName(scenario: Scenario, key: RunKey): string | null {
  const { firms, firstYear, recordedYears, birthRate, firmPopulation } = scenario;
  if (birthRate > 0 || firmPopulation !== "micro") return null;
  const { geography, provinceVintage, provinceSizes, footwearShare, keepsDomesticShare } = scenario;
  return JSON.stringify([
    key,
    firms,
    firstYear,
    recordedYears,
    geography,
    provinceVintage,
    provinceSizes,
    footwearShare,
    keepsDomesticShare,
  ]);
}
