import type { WatchRequest } from "../../../sim/index.ts";

/** A history as a scenario file, which `bandwagon simulate FILE.json` runs. */
export function manifest(request: WatchRequest, version: string, link: string): string {
  const { scenario, set, seed } = request;
  return `${JSON.stringify({ scenario, set, made: { by: `Bandwagon lab ${version}`, seed, link } }, null, 2)}\n`;
}

/** The line that writes the panel of a history in a terminal (bash, zsh, PowerShell). */
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
