import { resolveClusterScenario } from "../../scenarios/clusters/index.ts";
import { resolveScenario, type Scenario } from "../../scenarios/index.ts";
import { advanceWatch, startWatch } from "../../sim/index.ts";
import type { RunKey } from "../../sim/run.ts";
import type { ResolvedDesign } from "../../study/cells.ts";
import { clusterPath } from "../../study/lesson/clusterPaths.ts";
import { comingBack } from "../../study/lesson/comingBack.ts";
import { countryOf } from "../../study/lesson/country.ts";
import { finishedTrack, sharesAbroad } from "../../study/lesson/finishedTrack.ts";
import { firmDecision } from "../../study/lesson/firmDecision.ts";
import {
  countryWorld,
  districtWorld,
  imitatingCountry,
  type LessonWorld,
  learningWorld,
  pausingWorld,
  peerWorlds,
  smallProvince,
  smallProvincePlace,
} from "../../study/lesson/lessonWorlds.ts";
import { naiveProbit, naiveProbitDesign } from "../../study/lesson/naiveProbit.ts";
import { placesOfProvince, provinceStory } from "../../study/lesson/provinceStory.ts";
import { spellSurvival } from "../../study/lesson/spellSurvival.ts";
import { startRates } from "../../study/lesson/startRates.ts";
import type { JobService } from "../jobService.ts";
import { breathe } from "./breathe.ts";
import { keptTracks } from "./keptTracks.ts";
import type { LessonAnswer, LessonJob, LessonKind } from "./lessonJobs.ts";

/** Year in which the firm of the first step decides. */
const decisionYear = 2000;
/** Years of warm-up that are left out, so that spells and peers have settled. */
const settled = { startRates: 15, spells: 10, returns: 10 } as const;
const yearsFollowed = { spells: 6, returns: 5 } as const;

/** Draws of a lesson are named by the seed and the scenario, as the command line names them. */
const keyOf = (seed: string, condition: string): RunKey => ({ seed, condition, replication: 1 });
const scenarioOf = ({ scenario, set }: LessonWorld): Scenario => resolveScenario(scenario, set);

/** Answers the questions of the lessons; an answer depends on the question alone. */
export const lessonService: JobService<null, LessonJob, LessonAnswer<LessonKind>, never> = {
  prepare() {
    const tracks = keptTracks();
    const designs = new Map<string, ResolvedDesign>();

    async function country(world: LessonWorld, seed: string, signal: AbortSignal) {
      const run = startWatch(scenarioOf(world), keyOf(seed, world.scenario), tracks.trackOf);
      while (!signal.aborted && advanceWatch(run) !== null) await breathe();
      return countryOf(run);
    }

    function designOf(seed: string): ResolvedDesign {
      const design = designs.get(seed) ?? naiveProbitDesign(seed);
      designs.clear();
      designs.set(seed, design);
      return design;
    }

    function trackOf(world: LessonWorld, seed: string) {
      return finishedTrack(scenarioOf(world), keyOf(seed, world.scenario));
    }

    return async (job, _report, signal): Promise<LessonAnswer<LessonKind>> => {
      const { seed } = job;
      switch (job.kind) {
        case "firm": {
          const world = countryWorld("imitators");
          return firmDecision(scenarioOf(world), keyOf(seed, world.scenario), decisionYear);
        }
        case "province": {
          const alone = smallProvince(null);
          const key = keyOf(seed, alone.scenario);
          const { province } = smallProvincePlace;
          const place = placesOfProvince(scenarioOf(alone), key, province)[job.pioneer];
          // Numbers of firms begin at 1, places at 0. A province has at least one firm, which stands in for one it has not.
          const pioneered = smallProvince(
            (place ?? placesOfProvince(scenarioOf(alone), key, province)[0] ?? 0) + 1,
          );
          return provinceStory(scenarioOf(pioneered), scenarioOf(alone), key, province);
        }
        case "country": {
          const imitates = job.country === "imitators";
          return country(imitates ? imitatingCountry(job.strength) : countryWorld(job.country), seed, signal);
        }
        case "probits": {
          const verdicts = [];
          for (let each = job.from; each <= job.until && !signal.aborted; each++) {
            verdicts.push(naiveProbit(designOf(seed), job.country, each));
            await breathe();
          }
          return verdicts;
        }
        case "startRates":
          return startRates(trackOf(peerWorlds[job.world], seed), settled.startRates);
        case "survival": {
          const track = trackOf(learningWorld(job.gain), seed);
          const until = track.lastYear - yearsFollowed.spells;
          return spellSurvival(track, settled.spells, until, yearsFollowed.spells);
        }
        case "districts": {
          const world = districtWorld(job.embeddedness);
          const { firstYear, warmUpYears } = scenarioOf(world);
          const shares = sharesAbroad(trackOf(world, seed));
          return { years: shares.map((_, at) => firstYear - warmUpYears + at), shares };
        }
        case "clusters": {
          const scenario = resolveClusterScenario("gancarczyk-2017", { modePolicy: job.strategy });
          return clusterPath(scenario, keyOf(seed, "gancarczyk-2017"));
        }
        case "comingBack":
          return comingBack(
            trackOf(pausingWorld(job.pauseShare), seed),
            settled.returns,
            yearsFollowed.returns,
          );
      }
    };
  },
};
