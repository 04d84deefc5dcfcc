import { firstSpecifications, specificationsToFit } from "../../../scenarios/lab/estimateSpecifications.ts";
import type { EstimateRequest } from "../../../workers/lab/estimateJobs.ts";
import type { LabState } from "../../state/labState.ts";
import { requestOf as historyOf, worldNamed } from "../watch/request.ts";

/** The worlds that the place offers; a link may name any other ready scenario. */
export const offeredWorlds = [
  "herding",
  "no-herding",
  "good-location",
  "common-shock",
  "local-peers",
  "national-peers",
  "cascade-reversal",
  "late-adopters",
  "canello-2022/eq1",
  "canello-2022",
  "canello-2022/no-imitation",
  "canello-pavone",
] as const;

/** Years of the survey: those of the paper, or all that the world has. */
export const yearsOffered = ["6", "10", "all"] as const;
/** Provinces of the survey: all, or so many drawn at random; the others are there, but nobody asks them. */
export const provincesOffered = ["all", "60", "40", "20"] as const;

type Part = Pick<LabState, "world" | "set" | "seed" | "detail">;

export function worldOf({ world }: Pick<LabState, "world">): string {
  return worldNamed(world).id;
}

export function yearsOf({ detail }: Pick<LabState, "detail">): (typeof yearsOffered)[number] {
  return yearsOffered.find((each) => each === detail.years) ?? "6";
}

export function provincesOf({ detail }: Pick<LabState, "detail">): (typeof provincesOffered)[number] {
  return provincesOffered.find((each) => each === detail.provinces) ?? "all";
}

/** The history that a link names, as Watch has it, and how it is surveyed. */
export function requestOf(state: Part): EstimateRequest {
  const history = historyOf(state);
  const [years, provinces] = [yearsOf(state), provincesOf(state)];
  const set = provinces === "all" ? history.set : { ...history.set, surveyedProvinces: Number(provinces) };
  return { history: { ...history, set }, years: years === "all" ? 0 : Number(years) };
}

const OWN = "canello-2022/";

/** A specification as a link and a column's heading have it: those of Canello (2022) without the paper. */
export function shortName(specification: string): string {
  return specification.startsWith(OWN) ? specification.slice(OWN.length) : specification;
}

/** The specifications that a link names, in the order in which they are offered; and what it names that there is not. */
export function chosenSpecifications({ detail }: Pick<LabState, "detail">): {
  readonly chosen: readonly string[];
  readonly unknown: readonly string[];
} {
  if (detail.methods === undefined) return { chosen: firstSpecifications, unknown: [] };
  const named = detail.methods.split(",").filter((name) => name !== "" && name !== "none");
  const asked = named.map((name) => (name.includes("/") ? name : `${OWN}${name}`));
  return {
    chosen: specificationsToFit.filter((name) => asked.includes(name)),
    unknown: asked.filter((name) => !specificationsToFit.includes(name)),
  };
}

/** What a link holds of a choice; null where a link cannot hold so many. */
export function writeSpecifications(chosen: readonly string[]): string | null {
  const text = chosen.length === 0 ? "none" : chosen.map(shortName).join(",");
  return text.length <= 200 ? text : null;
}
