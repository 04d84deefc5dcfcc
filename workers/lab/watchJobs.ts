import type { Scenario } from "../../scenarios/index.ts";
import type {
  FirmDetails,
  ProvinceDetails,
  WatchRequest,
  WatchSnapshot,
  WatchTruth,
  WorldYear,
} from "../../sim/index.ts";

/** What the watching thread can be asked for. */
export type WatchJob =
  /**
   * Every year as a message of its own; those of a kept run at once.
   *
   * @param first index of a year on display, of which the world with imitation is sent before anything of the one beside it is run.
   */
  | { readonly kind: "run"; readonly request: WatchRequest; readonly first?: number | undefined }
  /** @param limit firms listed at most, by default 100. */
  | {
      readonly kind: "province";
      readonly request: WatchRequest;
      readonly province: string;
      readonly index: number;
      readonly limit?: number | undefined;
    }
  | { readonly kind: "firm"; readonly request: WatchRequest; readonly place: number }
  | { readonly kind: "truth"; readonly request: WatchRequest };

export type WatchResult =
  /** `years`: how many were to be sent, that before the first one included. */
  | { readonly kind: "run"; readonly years: number }
  | { readonly kind: "province"; readonly province: ProvinceDetails }
  | { readonly kind: "firm"; readonly firm: FirmDetails }
  | { readonly kind: "truth"; readonly truth: WatchTruth };

/** The world comes first, then the year on display where one was named, then all years in their order. */
export type WatchProgress =
  | { readonly kind: "world"; readonly world: WorldToWatch }
  | { readonly kind: "first"; readonly index: number; readonly with: WorldYear }
  | { readonly kind: "year"; readonly snapshot: WatchSnapshot };

/** What is true of a world in all years, for whoever draws it. */
export interface WorldToWatch {
  readonly provinces: readonly {
    readonly code: string;
    readonly name: string;
    readonly region: string;
  }[];
  readonly destinations: readonly string[];
  readonly industries: readonly string[];
  readonly firms: number;
  /** Calendar years of the snapshots by their index; the first is that before anything happens. */
  readonly years: readonly number[];
  /** Index of the first recorded year: the initial state of the panel, which has rows for the years after it. */
  readonly firstRecorded: number;
  /** Nobody imitates in this world: the one beside it is the same. */
  readonly sameWorlds: boolean;
  /** Every parameter of the world. */
  readonly scenario: Scenario;
  /** Those of the ready scenario it was made of, before anything was set. */
  readonly ready: Scenario;
  /** Location advantages to scale: those of the ready scenario, or where its destinations are alike the default ones. */
  readonly popularity: Scenario["destinationOffset"];
}
