import {
  type ModelSpecification,
  modelSpecification,
  modelSpecificationNames,
  type ProbitSpecification,
} from "../../scenarios/index.ts";

/** Regressions that the targets T13 to T24 are read from. */
export interface PlannedFit {
  /** The column of the published table, with which the names of its measures end; `FIRM_LEVEL_COLUMN` for the firm-level model. */
  readonly column: string;
  /** Firms surveyed in all years, or every firm-year: the draft has 6.78 years a firm, the article all of them. */
  readonly sample: "survivors" | "everybody";
  readonly specification: ModelSpecification;
  /** By term: what its measures are called, before the column. */
  readonly terms: Readonly<Record<string, string>>;
}

const ofProbits = {
  yLag: "laggedStatus",
  yInitial: "initialStatus",
  msePeersSameDestination: "peersSame",
  msePeersOtherDestinations: "peersOther",
  largePeersSameDestination: "captiveSame",
  migrantFirmShare: "migrantShare",
};
const ofDurations = {
  msePeersSameDestinationBeforeEntry: "peersBeforeStart",
  msePeersBackshoringSameDestination: "peersBackshoring",
  migrantFirmShare: "migrantShare",
};
const ofFirms = {
  yLag: "firmLaggedStatus",
  yInitial: "firmInitialStatus",
  mseOffshoreOutsourcingProvinceLag1: "firmPeers",
  largeOffshoringProvinceLag1: "firmCaptivePeers",
};

/** Published columns A to D, F and H and Cox IV; the firm-level model of the draft where it is among the specifications. */
export function plannedFits(starters: boolean): readonly PlannedFit[] {
  const probit = (column: string, clustered = false) => ({
    column,
    sample: "survivors" as const,
    specification: lean(probitNamed(`canello-2022/${column}`), clustered),
    terms: ofProbits,
  });
  const [c, d] = [probit("C", true), probit("D", true)];
  return [
    probit("A"),
    c,
    d,
    probit("F"),
    probit("H"),
    ...(starters ? [withStarters(c), withStarters(d)] : []),
    {
      column: "IV",
      sample: "survivors",
      specification: { ...modelSpecification("canello-2022/cox-IV"), cluster: "province" },
      terms: ofDurations,
    },
    ...firmLevel(),
  ];
}

/** Its measures have names of their own, and no column after them. */
export const FIRM_LEVEL_COLUMN = "firm";
const FIRM_LEVEL = "canello-pavone/probit";

function firmLevel(): PlannedFit[] {
  if (!modelSpecificationNames().includes(FIRM_LEVEL)) return [];
  const specification = lean(probitNamed(FIRM_LEVEL), false);
  return [{ column: FIRM_LEVEL_COLUMN, sample: "everybody", specification, terms: ofFirms }];
}

function probitNamed(name: string): ProbitSpecification {
  const found = modelSpecification(name);
  if (found.model === "randomEffectsProbit") return found;
  throw new RangeError(`${name} is no random-effects probit`);
}

/** Without average effects, which no target reads. */
function lean(specification: ProbitSpecification, clustered: boolean): ProbitSpecification {
  return {
    ...specification,
    averagePartialEffects: [],
    ...(clustered ? { cluster: "province" } : {}),
  };
}

const SAME = "msePeersStartedSameDestination";
const OTHER = "msePeersStartedOtherDestinations";
const STARTED: Readonly<Record<string, string>> = {
  msePeersSameDestination: SAME,
  msePeersOtherDestinations: OTHER,
};

/** Peers that started in the last two years (a flow) in place of those active (a stock), in both local counts. */
function withStarters({ column, sample, specification }: PlannedFit): PlannedFit {
  return {
    column,
    sample,
    specification: {
      ...specification,
      numeric: specification.numeric.map((name) => STARTED[name] ?? name),
      derived: [{ name: OTHER, column: SAME, by: "sumOfOtherDestinations" }],
    },
    terms: { [SAME]: "startersSame", [OTHER]: "startersOther" },
  };
}
