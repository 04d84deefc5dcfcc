import { once } from "node:events";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { InvalidInput } from "../../scenarios/index.ts";
import { EXIT, WorkFailed } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { labServer, readLabFiles } from "./labServer.ts";

const defaultPort = 4173;

/** `bandwagon lab`: the lab of this version, for this machine only, until Ctrl-C. */
export function addLabCommand(program: Command, finish: (code: number) => void): void {
  program
    .command("lab")
    .description("serve the browser lab on this machine only, until Ctrl-C")
    .option("--port <number>", "port on 127.0.0.1; 0 for any that is free", readPort, defaultPort)
    .addHelpText("after", "\nExample:\n  bandwagon lab --port 8080")
    .action(async ({ port }: { readonly port: number }) => {
      finish(await serveLab(port, join(import.meta.dirname, "lab")));
    });
}

async function serveLab(port: number, folder: string): Promise<number> {
  if (!existsSync(join(folder, "index.html")))
    throw new WorkFailed("this copy of bandwagon has no lab beside it; npm run build makes it");
  const server = labServer(readLabFiles(folder));
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? thrown.code : null;
    if (code === "EADDRINUSE")
      throw new InvalidInput({
        path: "--port",
        found: `${port}, which another program uses`,
        expected: "a free port, or 0 for any that is free",
      });
    if (code === "EACCES")
      throw new InvalidInput({
        path: "--port",
        found: `${port}, which this user may not open`,
        expected: "1024 to 65535, or 0 for any that is free",
      });
    throw thrown;
  }
  // A server that listens has an address of this kind.
  const address = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${address.port}/\n`);
  process.stderr.write("The lab is open to this machine only. Ctrl-C ends it.\n");
  const { signal, release } = interruption();
  if (!signal.aborted) await once(signal, "abort");
  release();
  server.close();
  server.closeAllConnections();
  return EXIT.done;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("Expected a whole number from 0 to 65535.");
  return port;
}
