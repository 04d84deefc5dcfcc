import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

interface StagedProps {
  /** Shown one after the other, each in a task of its own. */
  readonly parts: readonly ComponentChildren[];
}

/** Parts that take long to draw, with a breath between them: the page hears the reader in between. */
export function Staged({ parts }: StagedProps) {
  const shown = useSignal(1);
  const more = shown.value < parts.length;
  useEffect(() => {
    if (!more) return;
    const timer = setTimeout(() => {
      shown.value++;
    }, 16);
    return () => clearTimeout(timer);
  }, [more, shown.value, shown]);
  return <>{parts.slice(0, shown.value)}</>;
}
