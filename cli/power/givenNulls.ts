import { InvalidInput } from "../../scenarios/index.ts";
import { flagValue } from "../flagValue.ts";

/**
 * `--null "imitationSame=0,provinceDestinationFitSd=0.3"`, each flag a world of that name. Values are JSON; what is none is
 * text.
 *
 * @throws InvalidInput for what is not of that form, and for a parameter given twice.
 */
export function givenNulls(
  flags: readonly string[] | undefined,
): Record<string, Record<string, unknown>> | undefined {
  if (flags === undefined) return undefined;
  return Object.fromEntries(
    flags.map((flag) => {
      // A comma inside brackets belongs to a value.
      const settings = flag.split(/,(?![^[{]*[\]}])/).map((setting) => {
        const [, name, value] = /^\s*([\w.]+)\s*=\s*(.*?)\s*$/s.exec(setting) ?? [];
        if (name !== undefined && value !== undefined && value !== "")
          return [name, flagValue(value, `--null ${name}`)] as const;
        throw new InvalidInput({
          path: "--null",
          found: JSON.stringify(setting),
          expected: 'parameters and values, as in --null "imitationSame=0,provinceDestinationFitSd=0.3"',
        });
      });
      const names = settings.map(([name]) => name);
      const repeated = names.find((name, at) => names.indexOf(name) !== at);
      if (repeated !== undefined) {
        throw new InvalidInput({
          path: "--null",
          found: `${repeated} twice in ${JSON.stringify(flag)}`,
          expected: "each parameter once; a flag of its own for each world",
        });
      }
      return [flag.trim(), Object.fromEntries(settings)];
    }),
  );
}
