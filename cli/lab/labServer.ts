import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Files by the path they are asked for with, "/" for the page itself; read once, so that no request can name another. */
export type LabFiles = ReadonlyMap<string, LabFile>;

interface LabFile {
  readonly type: string;
  readonly body: Buffer;
  readonly compressed: Buffer;
  /** Its name changes with its contents, so that a browser need never ask for it again. */
  readonly lasting: boolean;
}

/** @throws the system's error where the folder cannot be read. */
export function readLabFiles(folder: string): LabFiles {
  const files = new Map<string, LabFile>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const body = readFileSync(join(folder, name));
    const file = { type, body, compressed: gzipSync(body), lasting: /-[0-9A-Z]{8}\.js$/.test(name) };
    files.set(`/${name}`, file);
    if (name === "index.html") files.set("/", file);
  }
  return files;
}

/**
 * Serves the lab to this machine only. Requests that name another host are refused: a page of another site could otherwise
 * have its own name lead here (DNS rebinding).
 */
export function labServer(files: LabFiles): Server {
  return createServer((request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(request.headers.host ?? "")) {
      response.writeHead(403, { "Content-Type": "text/plain" }).end("The lab is for this machine only.\n");
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD", "Content-Type": "text/plain" }).end("Only GET.\n");
      return;
    }
    const file = files.get((request.url ?? "/").replace(/[?#].*$/s, ""));
    if (file === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such file in the lab.\n");
      return;
    }
    const compress = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    const body = compress ? file.compressed : file.body;
    if (compress) response.setHeader("Content-Encoding", "gzip");
    response.writeHead(200, {
      "Content-Type": file.type,
      "Content-Length": body.length,
      "Cache-Control": file.lasting ? "public, max-age=31536000, immutable" : "no-cache",
      Vary: "Accept-Encoding",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
}
