import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ALLOWED = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "CC0-1.0"]);
const RULE = "-".repeat(72);

/**
 * Writes the licence of every package that `inputs`, the files of the bundles, come from.
 *
 * @throws Error for a package whose licence is none of those that a program under MIT may hold, or that has no text of it.
 */
export function writeLicenses(path, inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  const packages = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!ALLOWED.has(license))
      throw new Error(`${name} ${version} is under ${license}: it may not be bundled`);
    return { title: `${name} ${version} (${license})`, name, license, text: textIn(folder) };
  });
  const parts = packages.map(({ title, license, text }) => {
    if (text !== null) return `${title}\n${RULE}\n${text}\n`;
    // Apache's text names no holder: it is the same for all.
    const other =
      license === "Apache-2.0" && packages.find((each) => each.license === license && each.text !== null);
    if (!other) throw new Error(`${title} has no text of its licence`);
    return `${title}\n${RULE}\nThe text of the licence stands at ${other.name}.\n`;
  });
  const head = "The programs in this folder contain the packages below, each under its own licence.\n";
  writeFileSync(path, [head, ...parts].join("\n"));
}

/** The licence in a file of its own, with its notice, or at the end of the readme. */
function textIn(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  if (files.length > 0)
    return files.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  const readme = join(folder, "README.md");
  const text = existsSync(readme) ? readFileSync(readme, "utf8") : "";
  const start = text.search(/^(#+ *)?licen[cs]e\b/im);
  return start >= 0 && text.includes("Permission is hereby granted", start) ? text.slice(start).trim() : null;
}
