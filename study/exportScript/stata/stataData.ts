import type { ScriptFile } from "../scriptFile.ts";
import { type StataNames, stataComment, stataText } from "./stataText.ts";

/** Lines that read the file as it was read here: as texts first, of which only the columns of numbers become numbers. */
export function stataData(file: ScriptFile, names: StataNames): string[] {
  const { path, delimiter, decimal, encoding, missing, columns } = file;
  const unpacked = path.replace(/\.gz$/i, "");
  const lines =
    unpacked === path
      ? []
      : [
          "* Stata reads no gzip: unpack the file first.",
          `capture noisily shell gunzip -k ${stataText(path)}`,
        ];
  const shownDelimiter = delimiter === "\t" ? "tab" : stataText(delimiter);
  lines.push(
    `import delimited using ${stataText(unpacked)}, clear varnames(1) case(preserve) delimiters(${shownDelimiter}) encoding(${stataText(encoding)}) stringcols(_all) bindquotes(strict)`,
  );
  for (const { name } of columns) {
    const variable = names.of(name);
    if (variable === name) continue;
    // Where a name is none to Stata, import delimited keeps it as the variable's label.
    lines.push(
      `* ${stataComment(name)} is called ${variable} here.`,
      "foreach variable of varlist _all {",
      "  local label : variable label `variable'",
      `  if \`"\`label'"' == ${stataText(name)} | "\`variable'" == ${stataText(name)} rename \`variable' ${variable}`,
      "}",
    );
  }
  const all = columns.map(({ name }) => names.of(name));
  lines.push(`keep ${all.join(" ")}`);
  if (missing.length > 0) {
    const marks = missing.map((mark) => `\`variable' == ${stataText(mark)}`).join(" | ");
    lines.push(
      `foreach variable of varlist ${all.join(" ")} {`,
      `  replace \`variable' = "" if ${marks}`,
      "}",
    );
  }
  const numbers = columns.filter(({ kind }) => kind === "number").map(({ name }) => names.of(name));
  if (numbers.length > 0)
    lines.push(`destring ${numbers.join(" ")}, replace${decimal === "," ? " dpcomma" : ""}`);
  for (const { name, kind } of columns) {
    if (kind !== "logical") continue;
    const variable = names.of(name);
    lines.push(
      `generate byte logical_value = inlist(${variable}, "TRUE", "true", "T") if ${variable} != ""`,
      `drop ${variable}`,
      `rename logical_value ${variable}`,
    );
  }
  return lines;
}
