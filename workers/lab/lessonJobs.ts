import type { ClusterPath } from "../../study/lesson/clusterPaths.ts";
import type { ComingBack } from "../../study/lesson/comingBack.ts";
import type { Country } from "../../study/lesson/country.ts";
import type { FirmDecision } from "../../study/lesson/firmDecision.ts";
import type { ClusterStrategy, CountryName, PeerWorld } from "../../study/lesson/lessonWorlds.ts";
import type { ProbitVerdict } from "../../study/lesson/naiveProbit.ts";
import type { ProvinceStory } from "../../study/lesson/provinceStory.ts";
import type { SurvivalByPeers } from "../../study/lesson/spellSurvival.ts";
import type { StartRate } from "../../study/lesson/startRates.ts";

/** What the lessons of the lab ask, each question with the answer it gets. Every question names its seed. */
export interface LessonQuestions {
  readonly firm: { readonly ask: object; readonly answer: FirmDecision };
  /** `pioneer`: its place among the firms of the province; null for nobody. */
  readonly province: { readonly ask: { readonly pioneer: number }; readonly answer: ProvinceStory };
  /** `strength`: share of the imitation of the country where firms imitate; the other one has none. */
  readonly country: {
    readonly ask: { readonly country: CountryName; readonly strength: number };
    readonly answer: Country;
  };
  /** Histories `from` (1 or more) to `until`, both included. */
  readonly probits: {
    readonly ask: { readonly country: CountryName; readonly from: number; readonly until: number };
    readonly answer: readonly ProbitVerdict[];
  };
  readonly startRates: {
    readonly ask: { readonly world: PeerWorld };
    readonly answer: readonly StartRate[];
  };
  readonly survival: { readonly ask: { readonly gain: number }; readonly answer: SurvivalByPeers };
  readonly districts: {
    readonly ask: { readonly embeddedness: number };
    readonly answer: { readonly years: readonly number[]; readonly shares: readonly number[] };
  };
  readonly clusters: { readonly ask: { readonly strategy: ClusterStrategy }; readonly answer: ClusterPath };
  readonly comingBack: { readonly ask: { readonly pauseShare: number }; readonly answer: ComingBack };
}

export type LessonKind = keyof LessonQuestions;
export type LessonAnswer<Kind extends LessonKind> = LessonQuestions[Kind]["answer"];
export type LessonJob<Kind extends LessonKind = LessonKind> = {
  readonly [Each in Kind]: { readonly kind: Each; readonly seed: string } & LessonQuestions[Each]["ask"];
}[Kind];
