import type { Design } from "../design.ts";
import { dataDigest } from "../log/digest.ts";

/**
 * Names a study whatever the number of its replications, so that it can be grown: SHA-256 of the design without them, 64
 * hexadecimal digits. Rows kept under this name are rows of every design that differs in `replications` alone.
 */
export function studyName({ replications: _, ...rest }: Design): string {
  return dataDigest(rest);
}

/** The text of a design's file, as `bandwagon study run --out` writes it. */
export function designText(design: Design): string {
  return `${JSON.stringify(design, null, 2)}\n`;
}
