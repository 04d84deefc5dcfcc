import type { JobRunner, JobService } from "../jobService.ts";

/**
 * What a worker of the lab can be, one line each. A service is loaded when a thread is prepared for it: the hosted build splits here,
 * so that whoever watches does not load the estimators; the one HTML file has everything in it.
 */
const services = {
  estimate: async () => (await import("./estimateService.ts")).estimateService,
  watch: async () => (await import("./watchService.ts")).watchService,
  data: async () => (await import("./dataService.ts")).dataService,
  panel: async () => (await import("./panelService.ts")).panelService,
  replications: async () => (await import("./replicationsService.ts")).replicationsService,
  study: async () => (await import("./studyService.ts")).studyService,
  tellApart: async () => (await import("./tellApartService.ts")).tellApartService,
  lesson: async () => (await import("./lessonService.ts")).lessonService,
} satisfies Record<string, () => Promise<AnyService>>;

/** Any service: `never` is what all setups and jobs have in common. */
type AnyService = JobService<never, never, unknown, unknown>;
type Services = { readonly [Kind in keyof typeof services]: Awaited<ReturnType<(typeof services)[Kind]>> };

export type LabKind = keyof Services;
export type SetupOf<Kind extends LabKind> =
  Services[Kind] extends JobService<infer Setup, infer _Job, infer _Result, infer _Progress> ? Setup : never;
export type JobOf<Kind extends LabKind> =
  Services[Kind] extends JobService<infer _Setup, infer Job, infer _Result, infer _Progress> ? Job : never;
export type ResultOf<Kind extends LabKind> =
  Services[Kind] extends JobService<infer _Setup, infer _Job, infer Result, infer _Progress> ? Result : never;
export type ProgressOf<Kind extends LabKind> =
  Services[Kind] extends JobService<infer _Setup, infer _Job, infer _Result, infer Progress>
    ? Progress
    : never;

/** What a thread of the lab gets before its first job: which service it is to be, and what that one is prepared with. */
export type LabSetup = {
  readonly [Kind in LabKind]: { readonly kind: Kind; readonly setup: SetupOf<Kind> };
}[LabKind];

/** The one service of the lab's worker: whichever its setup names. */
export const labService: JobService<LabSetup, never, unknown, unknown> = {
  async prepare({ kind, setup }): Promise<JobRunner<never, unknown, unknown>> {
    // The setup fits the service of the same kind: `LabSetup` is made that way, which the compiler does not follow through the table.
    const service: AnyService = await services[kind]();
    return service.prepare(setup as never);
  },
};
