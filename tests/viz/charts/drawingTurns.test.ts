import { describe, expect, test } from "vitest";
import { drawingTurns } from "../../../viz/charts/drawingTurns.ts";

/** Frames that come when they are let come, and a clock that moves when something is drawn. */
function stage(milliseconds = 8) {
  const frames: (() => void)[] = [];
  let time = 0;
  const drawn: string[] = [];
  const turns = drawingTurns({
    requestFrame: (callback) => void frames.push(callback),
    now: () => time,
    milliseconds,
  });
  return {
    turns,
    drawn,
    drawing: (name: string, takes: number) => () => {
      time += takes;
      drawn.push(name);
    },
    /** @returns whether one had been asked for. */
    frame(): boolean {
      const next = frames.shift();
      next?.();
      return next !== undefined;
    },
    waitingFrames: () => frames.length,
  };
}

describe("the turns of drawings", () => {
  test("one that is asked for many times before its frame is drawn once", () => {
    const { turns, drawn, drawing, frame, waitingFrames } = stage();
    const draw = drawing("a", 1);
    for (let time = 0; time < 1000; time++) turns.ask(draw);
    expect(drawn).toEqual([]);
    expect(waitingFrames()).toBe(1);
    expect(frame()).toBe(true);
    expect(drawn).toEqual(["a"]);
    expect(frame()).toBe(false);
  });

  test("what fits into a frame shares it; the rest comes in the frames after it, in its order", () => {
    const { turns, drawn, drawing, frame } = stage(8);
    turns.ask(drawing("a", 3));
    turns.ask(drawing("b", 6));
    turns.ask(drawing("c", 20));
    turns.ask(drawing("d", 1));
    frame();
    expect(drawn).toEqual(["a", "b"]);
    frame();
    expect(drawn).toEqual(["a", "b", "c"]);
    frame();
    expect(drawn).toEqual(["a", "b", "c", "d"]);
    expect(frame()).toBe(false);
  });

  test("one that asks in every frame keeps no other from its turn", () => {
    const { turns, drawn, drawing, frame } = stage(8);
    const greedy = drawing("greedy", 10);
    const again = () => {
      greedy();
      turns.ask(again);
    };
    turns.ask(again);
    turns.ask(drawing("modest", 1));
    for (let time = 0; time < 4; time++) frame();
    expect(drawn).toEqual(["greedy", "modest", "greedy", "greedy", "greedy"]);
  });

  test("what is taken back is not drawn, and one that throws takes nobody's turn", () => {
    const { turns, drawn, drawing, frame } = stage();
    const gone = drawing("gone", 1);
    turns.ask(gone);
    turns.ask(() => {
      throw new Error("no canvas");
    });
    turns.ask(drawing("after", 1));
    turns.drop(gone);
    expect(frame).toThrow("no canvas");
    frame();
    expect(drawn).toEqual(["after"]);
  });
});
