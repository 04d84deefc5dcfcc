/**
 * The right to add to a study, which one tab of this browser has at a time; it ends with the tab. null where another tab
 * has it. Where the browser has no locks, everybody has it: replications that are written twice are the same.
 *
 * @returns what gives it back.
 */
export async function takeStudy(key: string): Promise<(() => void) | null> {
  if (!("locks" in navigator)) return () => {};
  return new Promise((resolve) => {
    navigator.locks
      .request(`bandwagon-study ${key}`, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return;
        }
        return new Promise<void>((giveBack) => resolve(giveBack));
      })
      // A page without an origin of its own may have no locks.
      .catch(() => resolve(() => {}));
  });
}
