/// Makes the hosted lab work without a network after the first visit. The build fills in the list of files and a name that
/// changes with their contents; the page of a version is only ever given files of that version.
declare const LAB_FILES: readonly string[];
declare const LAB_CACHE: string;

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ServiceWorkerScope {
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}
// The DOM's types know the global scope only as a window.
const scope = self as unknown as ServiceWorkerScope;
const prefix = "bandwagon-lab-";

// A new version waits, as browsers have it, until the last page of the old one is closed: those still load parts of theirs, which no
// server has any more.
scope.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(LAB_CACHE)
      .then((cache) => cache.addAll(LAB_FILES.map((file) => new Request(file, { cache: "reload" })))),
  );
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith(prefix) && name !== LAB_CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(file(request));
});

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(LAB_CACHE);
  // A link's parameters are the page's affair: whatever they are, it is the same file.
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}
