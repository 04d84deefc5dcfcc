import { type ResolvedDesign, resolveDesign } from "../cells.ts";
import { parseDesign } from "../design.ts";
import { runReplication } from "../replication.ts";
import { type CountryName, countryWorld } from "./lessonWorlds.ts";

/** What the naive probit says of one history. */
export interface ProbitVerdict {
  readonly replication: number;
  /** Coefficient of log(1 + peers); NaN where the fit failed. */
  readonly estimate: number;
  readonly stdError: number;
  readonly pValue: number;
}

const term = "logPeers";

/** Small countries like those of the course, six years of which a probit sees; 5 % tests. */
export function naiveProbitDesign(seed: string): ResolvedDesign {
  const small = { firms: 2500, recordedYears: 7, warmUpYears: 22, firstYear: 2006 };
  const world = (name: CountryName) => {
    const { scenario, set } = countryWorld(name);
    return { name, scenario, set: { ...set, ...small } };
  };
  return resolveDesign(
    parseDesign({
      aim: "What a probit on peers says where firms imitate and where they only share a place",
      dataGenerating: [world("imitators"), world("good-location")],
      methods: ["naive"],
      specifications: [
        {
          name: "naive",
          summary: "Pooled probit on the firm's own last year and its peers",
          source: "the lab's course",
          model: "probit",
          outcome: "active",
          group: "pair",
          quadratureNodes: 12,
          averagePartialEffects: [],
          numeric: ["yLag", term],
          factors: ["destination", "year"],
          derived: [{ name: term, column: "msePeersSameDestination", by: "log1p" }],
          cluster: "province",
        },
      ],
      performance: ["bias"],
      replications: 1000,
      seed,
    }),
  );
}

/** Replications `from` to `to` of one country, in order. */
export function naiveProbit(
  design: ResolvedDesign,
  country: CountryName,
  replication: number,
): ProbitVerdict {
  const cell = design.cells.find(({ world }) => world === country);
  const rows = cell === undefined ? [] : runReplication(design, cell.index, replication);
  const row = rows.find(({ estimand }) => estimand === term);
  return {
    replication,
    estimate: row?.estimate ?? Number.NaN,
    stdError: row?.stdError ?? Number.NaN,
    pValue: row?.pValue ?? Number.NaN,
  };
}
