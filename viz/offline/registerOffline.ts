/** Keeps the page for later visits without a network, where it is served (not from a file) and the browser can. */
export function registerOffline(): void {
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  const register = () => {
    // Without it the page works all the same while there is a network.
    navigator.serviceWorker.register("serviceWorker.js").catch(() => undefined);
  };
  // All files of the lab are then fetched: not while the page still waits for its own.
  const soon = () => setTimeout(register, 3000);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}
