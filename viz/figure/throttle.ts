/**
 * Calls `action` with the latest value at most once in `wait` milliseconds: at once when that long has passed, otherwise when
 * it will have. A screen reader is told the last state, not every state on the way.
 */
export function throttleLatest<Value>(action: (value: Value) => void, wait: number) {
  let pending: { readonly value: Value } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const run = () => {
    timer = null;
    if (pending === null) return;
    const { value } = pending;
    pending = null;
    timer = setTimeout(run, wait);
    action(value);
  };
  return {
    push(value: Value): void {
      pending = { value };
      if (timer === null) run();
    },
    cancel(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      pending = null;
    },
  };
}
