import type { FitThreads } from "../../../estimators/parts/fitThreads.ts";
import { servePart } from "../../../estimators/parts/partService.ts";
import type { PartRequest } from "../../../estimators/parts/sharedPart.ts";

export interface ThreadsOfOne extends FitThreads {
  readonly sessions: { started: number; ended: number };
}

/** Threads that are none: each part is evaluated when its answer is waited for; after `answers` of them it is lost. */
export function threadsOfOne(count: number, answers = Infinity): ThreadsOfOne {
  const sessions = { started: 0, ended: 0 };
  return {
    count,
    sessions,
    start: () => {
      sessions.started++;
      const services: ReturnType<typeof servePart>[] = [];
      const requests: PartRequest[] = [];
      const given = new Array(count).fill(0);
      return {
        count,
        allocate: (bytes) => new ArrayBuffer(bytes),
        open: (part, shared) => {
          services[part] = servePart(shared);
        },
        ask: (part, request) => {
          requests[part] = request;
        },
        wait: (part) => (given[part]++ < answers ? services[part](requests[part]) : null),
        end: () => {
          sessions.ended++;
        },
      };
    },
  };
}
