/** The folder and the file that the commands on the page speak of. */
const folder = "study";
const file = "design.json";

export function runCommand(): string {
  return `bandwagon study run ${file} --out ${folder}`;
}

/** The same with so many replications of each cell, whatever the file says. */
export function runManyCommand(replications: number): string {
  return `bandwagon study run ${file} --replications ${replications} --out ${folder}`;
}

/** Solves for what the design's `power` says; for the number of firms where it does not say. */
export function powerCommand({ solve }: { readonly solve?: string | undefined }): string {
  return `bandwagon power ${file}${solve === undefined ? " --solve firms" : ""}`;
}

/** Checks what it will cost, hands it in, and looks how far it is. */
export function clusterCommands(): string {
  return [
    `bandwagon study check ${file}`,
    `bandwagon study submit ${file} --engine slurm --shards 50 --out ${folder}`,
    `bandwagon study status ${folder}`,
  ].join("\n");
}

export function replayCommand({
  cell,
  replication,
}: {
  readonly cell: number;
  readonly replication: number;
}): string {
  return `bandwagon study replay ${folder} --cell ${cell} --replication ${replication} --out panel.csv`;
}
