import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/**
 * A folder of somebody's own with the packed package and what it depends on installed, as `npm install` would leave it.
 * Nothing of this project's sources is in reach.
 */
export class Consumer {
  readonly folder = mkdtempSync(join(tmpdir(), "bandwagon-consumer-"));

  constructor() {
    const source = join(this.folder, "source");
    mkdirSync(source);
    for (const file of ["package.json", "LICENSE"]) copyFileSync(file, join(source, file));
    execFileSync(process.execPath, ["scripts/build.mjs", join(source, "dist")], { stdio: "pipe" });
    const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--silent"], { cwd: source });
    const [{ filename }] = JSON.parse(packed.toString());
    const installed = join(this.folder, "node_modules", "bandwagon");
    mkdirSync(installed, { recursive: true });
    execFileSync("tar", ["-xzf", join(source, filename), "-C", installed, "--strip-components=1"]);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const name of Object.keys(dependencies)) {
      const link = join(this.folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(resolve("node_modules", name), link);
    }
    rmSync(source, { recursive: true });
    this.write("package.json", '{ "type": "module" }');
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** What the compiler says of `file`, declarations of packages checked too; empty when it accepts them. */
  compile(file: string, options: Readonly<Record<string, unknown>>): string {
    const always = { strict: true, noEmit: true, skipLibCheck: false, target: "es2022", types: [] };
    const project = { compilerOptions: { ...always, ...options }, files: [file] };
    this.write("tsconfig.json", JSON.stringify(project));
    try {
      const tsc = resolve("node_modules/typescript/bin/tsc");
      execFileSync(process.execPath, [tsc, "--project", "tsconfig.json"], {
        cwd: this.folder,
        stdio: "pipe",
      });
      return "";
    } catch (error) {
      return String((error as { stdout?: Buffer }).stdout);
    }
  }

  /** Standard output of a program in the folder. */
  run(file: string): string {
    return execFileSync(process.execPath, [file], { cwd: this.folder }).toString();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
