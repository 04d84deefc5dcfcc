import { checkedLine, checkedText } from "./checkedLine.ts";

/** The first line of a log: what wrote it, and for which design. */
export interface LogHeader {
  /** Of this format. */
  readonly log: 1;
  /** Version of the program; numbers of another may differ. */
  readonly bandwagon: string;
  /** Digest of the design as it was when the log was begun. */
  readonly design: string;
}

/** With its line feed. */
export function logHeaderLine(header: LogHeader): string {
  return checkedLine(JSON.stringify(header));
}

/**
 * null where the line is torn, damaged or no header of this format.
 *
 * @param line without its line feed.
 */
export function readLogHeader(line: string): LogHeader | null {
  const text = checkedText(line);
  if (text === null) return null;
  // The checksum says that this project wrote it.
  const header = JSON.parse(text) as Partial<LogHeader>;
  const { log, bandwagon, design } = header;
  return log === 1 && bandwagon !== undefined && design !== undefined ? { log, bandwagon, design } : null;
}
