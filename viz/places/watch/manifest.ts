import type { WatchRequest } from "../../../sim/index.ts";
import { isFirstHistory } from "./request.ts";

/**
 * The world of a history as a scenario file, which `bandwagon simulate FILE.json` runs; `made` says which history was watched, with
 * the condition and the replication where it is not the first one.
 */
export function manifest(request: WatchRequest, version: string, link: string): string {
  const { scenario, set, seed, condition = scenario, replication = 1 } = request;
  const key = isFirstHistory(request) ? { seed } : { seed, condition, replication };
  const made = { by: `Bandwagon lab ${version}`, ...key, link };
  return `${JSON.stringify({ scenario, set, made }, null, 2)}\n`;
}

/** The line that writes the panel of a world's first history (`isFirstHistory`) in a terminal (bash, zsh, PowerShell). */
export function commandLine({ scenario, set, seed }: WatchRequest, out: string): string {
  const parameters = Object.entries(set).flatMap(([path, value]) => [
    "--set",
    quoted(`${path}=${typeof value === "string" ? value : JSON.stringify(value)}`),
  ]);
  return [
    "bandwagon",
    "simulate",
    quoted(scenario),
    ...parameters,
    "--seed",
    quoted(seed),
    "--out",
    quoted(out),
  ].join(" ");
}

/** Single quotes where a shell would read more than text. */
function quoted(text: string): string {
  return /^[a-zA-Z0-9_./=:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
