import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";

/** A log that grows by whole lines. */
export interface LogWriter {
  /** Written when it returns; on the disk itself within a second, or when the log is closed. */
  append(lines: string): void;
  close(): void;
}

const millisecondsBetweenSyncs = 1000;

/**
 * Begins a log with its first line.
 *
 * @throws a system error for a name that is taken, or a full disk. After an error of `append` the last line may be torn: nothing may follow it.
 */
export function openLog(path: string, firstLine: string): LogWriter {
  const file = openSync(path, "ax");
  let lastSync = performance.now();
  const write = (text: string) => {
    const bytes = Buffer.from(text, "utf8");
    for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
  };
  try {
    write(firstLine);
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(path, { force: true });
    throw error;
  }
  return {
    append(lines) {
      write(lines);
      // A process that is killed loses nothing of what it wrote; this is for machines that lose power.
      if (performance.now() - lastSync < millisecondsBetweenSyncs) return;
      fsyncSync(file);
      lastSync = performance.now();
    },
    close() {
      fsyncSync(file);
      closeSync(file);
    },
  };
}
