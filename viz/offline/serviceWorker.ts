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
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}
// The DOM's types know the global scope only as a window.
const scope = self as unknown as ServiceWorkerScope;
const prefix = "bandwagon-lab-";

scope.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(LAB_CACHE)
      .then((cache) => cache.addAll(LAB_FILES.map((file) => new Request(file, { cache: "reload" }))))
      .then(() => scope.skipWaiting()),
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
  // A link's parameters are the page's affair: whatever they are, it is the same file.
  event.respondWith(
    caches
      .open(LAB_CACHE)
      .then((cache) => cache.match(request, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(request)),
  );
});
