// Compiles the WebAssembly kernels, estimators/kernels/assembly/ (AssemblyScript), into the module that is committed as
// text, estimators/kernels/module.ts, or into the file named on the command line. Run it after a change there, and commit
// both; a test holds the two together.
import { writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";

const options = ["-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--enable", "simd"];

let binary = new Uint8Array();
const { error, stderr } = await asc.main(
  ["estimators/kernels/assembly/index.ts", "--outFile", "kernels.wasm", ...options],
  {
    writeFile: (_, contents) => {
      binary = contents;
    },
  },
);
if (error) {
  process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
  process.exit(1);
}
const text = Buffer.from(binary).toString("base64");
const lines = [
  "// Made by scripts/build-kernels.mjs from estimators/kernels/assembly/.",
  "",
  "/** A WebAssembly module in base64. */",
  "export const KERNEL_MODULE = `",
  ...(text.match(/.{1,100}/g) ?? []),
  "`;",
  "",
];
writeFileSync(process.argv[2] ?? "estimators/kernels/module.ts", lines.join("\n"));
