import { useEffect, useRef } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { letters } from "./order.ts";
import { ReferenceTable } from "./ReferenceTable.tsx";
import { scoreOf } from "./score.ts";
import { highestShare } from "./shareSeries.ts";
import type { TellApartPlace } from "./usePlace.ts";
import { useSteps } from "./useSteps.ts";
import { WorldCard } from "./WorldCard.tsx";
import { tellApartWords } from "./words.ts";

/** Milliseconds between two worlds that are revealed: each needs some frames for its second map and its wider chart. */
const restOfWorld = 120;

/** The three worlds, what is said of them, and what they are. */
export function Round({ place }: { readonly place: TellApartPlace }) {
  const words = useWords(tellApartWords);
  const { round, order, detail } = place;
  const worlds = round.worlds.value;
  const truths = round.truths.value;
  const problem = round.problem.value;
  const revealed = detail.revealed && truths !== null;
  const waiting = detail.revealed && truths === null;
  // Each world comes in two pieces, first the map, then the rest.
  const drawn = useSteps(worlds !== null, 2 * letters.length);
  const whole = drawn === 2 * letters.length;
  const turned = useSteps(revealed && whole, letters.length, restOfWorld);
  const seen = [...Object.values(worlds ?? {}), ...Object.values(truths ?? {}).map(({ noCause }) => noCause)];
  const most = highestShare(seen);
  return (
    <>
      <p role="status" class="visually-hidden">
        {problem === null && (worlds === null ? words.simulating : waiting ? words.revealing : words.ready)}
      </p>
      {problem !== null && (
        <div class="notice problem" role="alert">
          <span>{words.failed(problem)}</span>
          <button type="button" onClick={() => round.retry()}>
            {words.retry}
          </button>
        </div>
      )}
      {revealed && <Result place={place} />}
      {worlds === null ? (
        problem === null && <p aria-hidden="true">{words.simulating}</p>
      ) : (
        <div class="tell-apart-worlds">
          {order.slice(0, Math.ceil(drawn / 2)).map((cause, at) => (
            <WorldCard
              key={cause}
              place={place}
              at={at as 0 | 1 | 2}
              cause={cause}
              letter={letters[at as 0 | 1 | 2]}
              world={worlds[cause]}
              most={most}
              whole={drawn >= 2 * at + 2}
              truth={revealed && at < turned ? truths[cause] : null}
            />
          ))}
        </div>
      )}
      {worlds !== null && whole && !detail.revealed && <RevealBar place={place} />}
      {waiting && problem === null && worlds !== null && <p aria-hidden="true">{words.revealing}</p>}
      {revealed && worlds !== null && turned === letters.length && (
        <ReferenceTable order={order} worlds={worlds} truths={truths} />
      )}
    </>
  );
}

function RevealBar({ place }: { readonly place: TellApartPlace }) {
  const words = useWords(tellApartWords);
  const { format } = useLab();
  const said = place.detail.guesses.flatMap(({ cause }) => (cause === null ? [] : [cause]));
  return (
    <div class="tell-apart-reveal">
      <button type="button" class="primary" onClick={() => place.reveal()}>
        {said.length === 0 ? words.revealOpen : words.reveal}
      </button>
      <p role="status">
        {said.length === 0 ? words.guess.none : words.guess.count(format.value.count(said.length))}{" "}
        {new Set(said).size < said.length && words.guess.twice}
      </p>
    </div>
  );
}

/** What came of the guesses; the focus goes here when it appears, so that it is read and the Tab key goes on from it. */
function Result({ place }: { readonly place: TellApartPlace }) {
  const words = useWords(tellApartWords);
  const { format } = useLab();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: false }), []);
  const { count, percent } = format.value;
  const { right, guessed } = scoreOf(place.detail.guesses, place.order);
  const { tally } = place;
  return (
    <section class="panel tell-apart-result">
      <h2 ref={heading} tabIndex={-1}>
        {words.result}
      </h2>
      <p>
        {guessed === 0 ? words.resultNone : words.resultRight(count(right), count(guessed))} {words.alike}
      </p>
      {tally.guessed > 0 && (
        <p>
          {words.score(
            count(tally.right),
            count(tally.guessed),
            count(tally.rounds),
            percent(tally.right / tally.guessed, 0),
            percent(tally.sure / tally.guessed / 100, 0),
          )}
        </p>
      )}
    </section>
  );
}
