/** Keeps the page for later visits without a network, where it is served (not from a file) and the browser can. */
export function registerOffline(): void {
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  const register = () => {
    // Without it the page works all the same while there is a network.
    navigator.serviceWorker.register("serviceWorker.js").catch(() => undefined);
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
