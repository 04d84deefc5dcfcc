import type { ValidationDesign } from "./design.ts";

const INTRODUCTION = `# Validation: does each estimator recover what is true?

Every model is fitted to data drawn from itself, with parameters we chose, again and again (\`npm run validate\`; the code is
in \`bench/validate/\`, one file a model). A limit of 95 % should then hold the truth in 95 % of the replications.

- **bias**: mean estimate less truth. Maximum likelihood has bias in finite samples; next to the empirical SE it should be small.
- **empirical SE**: standard deviation of the estimates. **model SE**: root of the mean estimated variance. **SE error %**: by how
  much the model SE is too large.
- **coverage %**: share of the 95 % limits that hold the truth. ✓ within three Monte Carlo standard errors of 95; ✗ not, and it
  should be; · not, for the reason given below the table.
- In parentheses: Monte Carlo standard errors. Fits that did not converge are counted, and left out.

Three standard errors are missed by chance in 1 of 370 coverages. Same seed, same code: same numbers, with any number of
threads. All of it took 77 seconds on two idle cores.

    npm run validate -- --write                          all of it (this page)
    npm run validate -- cox linear                       some models
    npm run validate -- probit --replications 200 --seed other`;

const marker = (name: string): string => `<!-- ${name} -->`;

/** The page from its sections, by name of the design; a summary of all goes first. */
export function pageOf(
  designs: readonly ValidationDesign[],
  sections: ReadonlyMap<string, string>,
  command: string,
): string {
  const present = designs.filter(({ name }) => sections.has(name));
  const rows = present.map(({ name, title }) => {
    const text = sections.get(name) ?? "";
    const held = /^Nominal where it should be: (.*)\.$/m.exec(text)?.[1] ?? "–";
    const replications = /^(\d+) replications/m.exec(text)?.[1] ?? "–";
    return `| [${title}](#${anchor(title)}) | ${replications} | ${held} |`;
  });
  const summary = ["| model | replications | nominal where it should be |", "| --- | ---: | --- |", ...rows];
  const parts = present.map(({ name }) => `${marker(name)}\n\n${sections.get(name)}`);
  return `${[INTRODUCTION, `Made by \`${command}\`.`, summary.join("\n"), ...parts].join("\n\n")}\n`;
}

/** The sections of a page that `pageOf` made, by name. */
export function sectionsOf(page: string): Map<string, string> {
  const parts = page.split(/^<!-- ([\w-]+) -->$/m);
  const sections = new Map<string, string>();
  for (let at = 1; at + 1 < parts.length; at += 2) sections.set(parts[at], parts[at + 1].trim());
  return sections;
}

/** As GitHub makes the address of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replace(/\s/g, "-");
}
