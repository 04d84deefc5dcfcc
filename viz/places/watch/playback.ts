import { type ReadonlySignal, signal } from "@preact/signals";
import { speedAt, speeds } from "./speeds.ts";

/** Goes through the years by itself, at most one a frame, and waits where the next one has not arrived. */
export interface Playback {
  readonly playing: ReadonlySignal<boolean>;
  /** Nobody pressed play: the place began by itself. */
  readonly byItself: ReadonlySignal<boolean>;
  play(): void;
  playByItself(): void;
  pause(): void;
  toggle(): void;
  dispose(): void;
}

export interface PlaybackParts {
  /** The next year is there. */
  readonly ahead: () => boolean;
  /** There is no next year. */
  readonly atEnd: () => boolean;
  readonly forward: () => void;
  readonly rewind: () => void;
  /** Name of the speed; read at every frame. */
  readonly speed: () => string;
}

/** After a tab was in the background, years are not made up for. */
const longestFrame = 250;

export function createPlayback({ ahead, atEnd, forward, rewind, speed }: PlaybackParts): Playback {
  const playing = signal(false);
  const byItself = signal(false);
  let frame = 0;
  let last = 0;
  let due = 0;

  function step(now: number): void {
    frame = requestAnimationFrame(step);
    const passed = Math.min(longestFrame, now - last);
    last = now;
    if (atEnd()) pause();
    if (!playing.peek() || !ahead()) return;
    due += (passed / 1000) * (speeds[speedAt(speed())]?.yearsPerSecond ?? 1);
    if (due < 1) return;
    due = 0;
    forward();
  }
  function pause(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    playing.value = false;
  }
  function start(alone: boolean): void {
    byItself.value = alone;
    if (frame !== 0) return;
    if (atEnd()) rewind();
    playing.value = true;
    due = 0;
    last = performance.now();
    frame = requestAnimationFrame(step);
  }
  return {
    playing,
    byItself,
    play: () => start(false),
    playByItself: () => start(true),
    pause,
    toggle() {
      if (playing.peek()) pause();
      else start(false);
    },
    dispose: pause,
  };
}
