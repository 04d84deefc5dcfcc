import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { useLab } from "../../state/lab.ts";
import { detailProblems, type PlaceDetail, readDetail, writeDetail } from "./linkDetail.ts";
import { type Order, orderOf } from "./order.ts";
import { createRoundModel, type RoundModel } from "./roundModel.ts";
import { addTallies, scoreOf, type Tally } from "./score.ts";
import { keepSession, readSession } from "./session.ts";
import { createStudyModel, type StudyModel } from "./studyModel.ts";
import { startThread } from "./thread.ts";
import { tellApartWords } from "./words.ts";

/** What the parts of the place share. */
export interface TellApartPlace {
  readonly seed: string;
  readonly order: Order;
  readonly detail: PlaceDetail;
  readonly round: RoundModel;
  readonly study: StudyModel;
  readonly tally: Tally;
  change(change: Partial<PlaceDetail>): void;
  reveal(): void;
  newRound(seed?: string): void;
}

/** The place with its thread, which lives as long as the place is open; its models as long as the seed. */
export function usePlace(): TellApartPlace {
  const lab = useLab();
  const { seed, detail: written } = lab.state.value;
  const detail = readDetail(written);
  const order = orderOf(seed);
  const thread = useMemo(startThread, []);
  const round = useMemo(() => createRoundModel(thread, seed), [thread, seed]);
  const study = useMemo(() => createStudyModel(thread, seed), [thread, seed]);
  useEffect(() => () => round.dispose(), [round]);
  useEffect(() => () => study.dispose(), [study]);
  useEffect(() => () => void thread.dispose(), [thread]);
  useEffect(() => {
    const state = lab.state.peek();
    for (const { name, found, expected } of detailProblems(state.detail))
      lab.say("problem", tellApartWords[state.language].linkProblem(name, found, expected));
  }, [lab]);
  const session = useSignal(useMemo(readSession, []));
  useEffect(() => {
    if (!detail.revealed) return;
    round.reveal();
    const { tally, counted } = session.peek();
    const scored = scoreOf(detail.guesses, order);
    if (scored.rounds === 0 || counted.includes(seed)) return;
    session.value = { tally: addTallies(tally, scored), counted: [...counted, seed] };
    keepSession(session.value);
  });
  const change = (part: Partial<PlaceDetail>, history: "push" | "replace" = "replace") =>
    lab.update({ detail: writeDetail({ ...readDetail(lab.state.peek().detail), ...part }) }, history);
  return {
    seed,
    order,
    detail,
    round,
    study,
    tally: session.value.tally,
    change,
    reveal: () => change({ revealed: true }, "push"),
    newRound: (next = anotherSeed(seed)) => lab.update({ seed: next, detail: {} }, "push"),
  };
}

/** A short seed, easily dictated; another than the one shown. */
function anotherSeed(seed: string): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  const next = String(1 + (drawn % 9999));
  return next === seed ? `${next}0` : next;
}
