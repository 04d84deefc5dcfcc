import type { EstimateOptions } from "./estimateOptions.ts";

/** The flags of the options a command line can repeat, in the order of `bandwagon estimate --help`. */
const FLAGS = [
  ["model", "--model"],
  ["ties", "--ties"],
  ["quadrature", "--quadrature"],
  ["penalty", "--penalty"],
  ["frailty", "--frailty"],
  ["beforeEntry", "--before-entry"],
  ["selection", "--selection"],
  ["dependence", "--dependence"],
  ["distribution", "--distribution"],
  ["weights", "--weights"],
  ["panel", "--panel"],
  ["where", "--where"],
  ["subset", "--subset"],
  ["na", "--na"],
  ["decimal", "--decimal"],
  ["cluster", "--cluster"],
  ["robust", "--robust"],
  ["information", "--information"],
  ["effects", "--effects"],
  ["effectsKind", "--effects-kind"],
  ["change", "--change"],
  ["phTransform", "--ph-transform"],
] as const satisfies readonly (readonly [keyof EstimateOptions, string])[];

/** The command that repeats a fit in a shell: `bandwagon estimate data.csv 'y ~ x' --panel id,year`. */
export function estimateCommand(file: string, formula: string, options: Partial<EstimateOptions>): string {
  const words = ["bandwagon", "estimate", fileWord(file), shellWord(formula)];
  for (const [name, flag] of FLAGS) {
    const value = options[name];
    if (value === undefined) continue;
    words.push(value === true ? flag : flagWord(flag, String(value)));
  }
  if (options.confidence !== undefined && options.confidence !== 0.95) {
    words.push("--confidence", String(options.confidence));
  }
  return words.join(" ");
}

/** A flag with its value; one that begins with a hyphen would be taken for a flag itself. */
export function flagWord(flag: string, value: string): string {
  return `${flag}${value.startsWith("-") ? "=" : " "}${shellWord(value)}`;
}

/** The name of a file of the folder; one that begins with a hyphen would be taken for a flag. */
export function fileWord(name: string): string {
  return shellWord(name.startsWith("-") ? `./${name}` : name);
}

/** A word that a POSIX shell hands on as it is. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
