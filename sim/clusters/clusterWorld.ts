import type { ClusterScenario } from "../../scenarios/clusters/index.ts";
import type { RunKey } from "../run.ts";
import type { ModeTable } from "./modes.ts";
import type { ClusterRecording } from "./recording/recording.ts";

/** The whole state of a history of clusters: plain data in typed arrays, so that a copy continues where it stands. */
export interface ClusterWorld {
  readonly scenario: ClusterScenario;
  readonly key: RunKey;
  readonly modes: ModeTable;
  readonly firms: ClusterFirms;
  readonly recording: ClusterRecording;
  /** Demand for what the clusters make, 1 at the start. */
  market: number;
  /** The last year that is over; years count from 1. */
  year: number;
}

/** One entry a firm. */
export interface ClusterFirms {
  readonly count: number;
  /** From 0; the firms of a cluster stand side by side. */
  readonly cluster: Int32Array;
  /** Employees at full orders. */
  readonly size: Float64Array;
  /** 0 cost leadership, 1 differentiation. */
  readonly differentiation: Uint8Array;
  /** D1. */
  readonly proactive: Uint8Array;
  /** D1: the focal firm that a reactive firm supplies; −1 where there is none. */
  readonly focalFirm: Int32Array;
  /** D5: complexity of the work put out, 0 to 1. */
  readonly complexity: Float64Array;
  /** D8: whether what is moved is a standardised part. */
  readonly standardised: Uint8Array;
  readonly open: Uint8Array;
  /** Code into `modeNames`. */
  readonly mode: Uint8Array;
  /** Years abroad in all. */
  readonly yearsAbroad: Int32Array;
  /** Whether the firm moved more work abroad this year, and whether it came home. */
  readonly moved: Uint8Array;
  readonly returned: Uint8Array;
  /** Whether a firm that is open or closed this year moved abroad last year. */
  readonly movedBefore: Uint8Array;
  /** D3: times that a follower lost orders. */
  readonly displacements: Int32Array;
  /** D5: capability of the partner abroad, 0 to 1; 0 without one. */
  readonly partnerCapability: Float64Array;
  /** D7: lasting part of what the partner brings, and bad years in a row. */
  readonly match: Float64Array;
  readonly badYears: Uint8Array;
  /** D6 and D5. */
  readonly links: Float64Array;
  readonly linksBefore: Float64Array;
  readonly core: Float64Array;
  readonly inflow: Float64Array;
  /** 1 at the start. */
  readonly productivity: Float64Array;
}

/** Orders of a firm, as a share of what it had at the start. */
export function ordersOf({ firms, market, scenario }: ClusterWorld, firm: number): number {
  if (firms.open[firm] === 0) return 0;
  let orders = market;
  for (let loss = 0; loss < firms.displacements[firm]; loss++) orders *= 1 - scenario.orderLoss;
  return orders;
}
