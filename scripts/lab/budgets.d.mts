import type { Metafile } from "esbuild";

export type LabPart = "shell" | "charts" | "worker" | "map" | "firstLoad";
export const budgets: Readonly<Record<LabPart, number>>;
/** Bytes of each part after gzip -9. */
export function labSizes(folder: string, metafile: Metafile): Promise<Readonly<Record<LabPart, number>>>;
