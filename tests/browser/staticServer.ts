import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const mimeTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".css": "text/css; charset=utf-8",
};

export interface StaticServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves the files of `folder` on the loopback interface, as a plain static host would: no isolation headers.
 * `/blank.html?csp=…` is an empty page under that content-security policy.
 *
 * @param policy a content-security policy that is sent with every file of the folder; none by default.
 */
export async function serveFolder(folder: string, policy?: string): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname === "/blank.html") {
      const asked = url.searchParams.get("csp");
      if (asked) response.setHeader("Content-Security-Policy", asked);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end("<!doctype html><title>blank</title><link rel=icon href='data:,'>");
      return;
    }
    try {
      const body = await readFile(join(folder, normalize(url.pathname.replace(/\/$/, "/index.html"))));
      if (policy) response.setHeader("Content-Security-Policy", policy);
      response.setHeader("Content-Type", mimeTypes[extname(url.pathname)] ?? "application/octet-stream");
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end("not found");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
