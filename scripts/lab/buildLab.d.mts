import type { Metafile } from "esbuild";

/** Builds the hosted site into `folder` and the page in one file to `singleFile`. */
export function buildLab(
  folder: string,
  singleFile: string,
): Promise<{ readonly hosted: Metafile; readonly single: Metafile }>;
