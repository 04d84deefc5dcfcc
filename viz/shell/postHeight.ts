/**
 * In a frame: tells the page around it how high this one is, as { bandwagon: { height } } in CSS pixels, so that it can make
 * the frame fit. Nothing else is ever posted, and nothing that it says is listened to.
 */
export function postHeight(): void {
  if (window.parent === window) return;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Any page may embed this one, and a height is no secret.
    window.parent.postMessage({ bandwagon: { height } }, "*");
  });
  observer.observe(document.documentElement);
}
