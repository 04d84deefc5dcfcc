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
  const words = ["bandwagon", "estimate", shellWord(file), shellWord(formula)];
  for (const [name, flag] of FLAGS) {
    const value = options[name];
    if (value === undefined) continue;
    words.push(flag);
    if (value !== true) words.push(shellWord(String(value)));
  }
  if (options.confidence !== undefined && options.confidence !== 0.95) {
    words.push("--confidence", String(options.confidence));
  }
  return words.join(" ");
}

/** A word that a POSIX shell hands on as it is. One that begins with a hyphen would be an option. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./][\w@%+=:,./-]*$/.test(text)) return text;
  const quoted = `'${text.replaceAll("'", "'\\''")}'`;
  return text.startsWith("-") ? `./${quoted}` : quoted;
}
