import { textTable } from "../cli/textTable.ts";
import { watchWorlds } from "../scenarios/lab/watchWorlds.ts";
import {
  advanceWatch,
  factualYear,
  startWatch,
  tracksWithSharedFirms,
  type WatchRun,
  watchedWorld,
} from "../sim/index.ts";
import { type Duration, median, stopwatch } from "./timing.ts";

const rounds = 9;
const kinds = ["behavioural", "dynamicProbit"] as const;

/** Milliseconds of what the lab's place Watch waits for, in the thread that runs the world. */
interface Round {
  readonly start: Duration;
  readonly years: Duration;
  readonly howMany: number;
  /** A whole run of which the world without imitation is there already. */
  readonly moved: Duration;
  /** From nothing to the last year of the world with imitation, on display before the other is run. */
  readonly shown: Duration;
}

/** The watched world of herding, beside itself without imitation, at the full size of Italy. */
export function lab(): string {
  const herding = watchWorlds.find(({ id }) => id === "herding");
  if (herding === undefined) throw new Error("there is no world to watch by the name of herding");
  const rows = kinds.flatMap((kind) => {
    const request = { ...herding, set: { ...herding.set, decision: { kind } }, seed: "bench" };
    const { scenario, key } = watchedWorld(request);
    // The first rounds are not counted: the engine is still learning the code.
    const all = Array.from({ length: rounds + 3 }, () => measure(scenario, key)).slice(3);
    const row = (what: string, of: (round: Round) => number, cpu: (round: Round) => number) => [
      kind,
      what,
      median(all.map(of)).toFixed(1),
      Math.min(...all.map(of)).toFixed(1),
      median(all.map(cpu)).toFixed(1),
    ];
    return [
      row(
        "start of both worlds",
        ({ start }) => start.wall,
        ({ start }) => start.cpu,
      ),
      row(
        "a year of both",
        (each) => each.years.wall / each.howMany,
        (each) => each.years.cpu / each.howMany,
      ),
      row(
        "all years of both",
        ({ years }) => years.wall,
        ({ years }) => years.cpu,
      ),
      row(
        "all, imitation moved",
        ({ moved }) => moved.wall,
        ({ moved }) => moved.cpu,
      ),
      row(
        "last year on display",
        ({ shown }) => shown.wall,
        ({ shown }) => shown.cpu,
      ),
    ];
  });
  return [
    `15,902 firms × 4, 28 years; milliseconds, ${rounds} rounds. Moved: start and years of the changed world, the one beside it kept. On display: from a change of anything else to the last year of the world with imitation`,
    textTable(
      [
        { title: "decisions", align: "left" },
        { title: "what", align: "left" },
        { title: "wall", align: "right" },
        { title: "least", align: "right" },
        { title: "CPU", align: "right" },
      ],
      rows,
    ),
  ].join("\n\n");
}

function measure(scenario: WatchRun["scenario"], key: WatchRun["key"]): Round {
  const trackOf = tracksWithSharedFirms();
  const readStart = stopwatch();
  const run = startWatch(scenario, key, trackOf);
  const start = readStart();
  const readYears = stopwatch();
  watchAll(run);
  const years = readYears();
  const readMoved = stopwatch();
  const weaker = { ...scenario, imitationSame: 0.9 * scenario.imitationSame };
  watchAll(
    startWatch(weaker, key, (world, of) => (world.imitationSame === 0 ? run.beside : trackOf(world, of))),
  );
  const moved = readMoved();
  // Another control than imitation: nothing of either world is there, but the firms are.
  const readShown = stopwatch();
  const other = startWatch({ ...scenario, base: scenario.base - 0.01 }, key, trackOf);
  factualYear(other, other.factual.lastYear);
  return { start, years, howMany: run.snapshots.length - 1, moved, shown: readShown() };
}

function watchAll(run: WatchRun): void {
  while (advanceWatch(run) !== null);
}
