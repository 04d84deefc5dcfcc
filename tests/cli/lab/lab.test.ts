import { request } from "node:http";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

describe("bandwagon lab", () => {
  let commands: ReturnType<typeof buildCommandLine>;
  beforeAll(() => {
    commands = buildCommandLine({ lab: true });
  });
  afterAll(() => commands?.remove());

  /** Starts the server on a free port and waits until it says where it is. */
  async function served() {
    const { child, ended } = commands.start("lab", "--port", "0");
    const origin = await new Promise<URL>((resolve) => {
      child.stdout.once("data", (text: Buffer) => resolve(new URL(String(text).trim())));
    });
    return { child, ended, origin };
  }

  /** Status and body of an answer, and how long it may be kept; `fetch` would not let us choose the name of the server we ask for. */
  function ask(origin: URL, path: string, headers: Record<string, string> = {}, method = "GET") {
    return new Promise<{ status: number | undefined; body: string; kept: string | undefined }>(
      (resolve, reject) => {
        const sent = request(
          { host: origin.hostname, port: origin.port, path, headers, method },
          (answer) => {
            let body = "";
            answer.on("data", (piece) => {
              body += piece;
            });
            answer.on("end", () =>
              resolve({ status: answer.statusCode, body, kept: answer.headers["cache-control"] }),
            );
          },
        );
        sent.on("error", reject);
        sent.end();
      },
    );
  }

  test("prints where it is, serves the page to this machine, and ends with Ctrl-C", async () => {
    const { child, ended, origin } = await served();
    expect(origin.hostname).toBe("127.0.0.1");
    expect((await ask(origin, "/?place=learn")).body).toContain("<title>Bandwagon</title>");
    const main = await ask(origin, "/main.js");
    expect([main.status, main.kept]).toEqual([200, "no-cache"]);
    const { body } = await ask(origin, "/");
    const [, page = ""] = body.match(/href="(page-[^"]+)"/) ?? [];
    expect((await ask(origin, `/${page}`)).kept).toContain("immutable");
    child.kill("SIGINT");
    expect((await ended).code).toBe(0);
  });

  test("gives nothing but its own files, and nothing to a page that came by another name", async () => {
    const { child, ended, origin } = await served();
    for (const path of ["/../cli.js", "/%2e%2e/cli.js", "/main.js/../../cli.js", "//etc/passwd", "/nosuch"])
      expect((await ask(origin, path)).status, path).toBe(404);
    expect((await ask(origin, "/", { host: "attacker.example" })).status).toBe(403);
    expect((await ask(origin, "/", {}, "POST")).status).toBe(405);
    child.kill("SIGTERM");
    await ended;
  });

  test("says which port is taken, and what a port is", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const taken = typeof address === "object" && address !== null ? address.port : 0;
    const { code, stderr } = await commands.run("lab", "--port", String(taken));
    other.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`${taken}, which another program uses`);
    expect((await commands.run("lab", "--port", "high")).code).toBe(2);
  });
});
