import { useEffect, useRef, useState } from "preact/hooks";
import { throttleLatest } from "../../figure/throttle.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { headline, headlineRoom } from "./headline.ts";
import type { WatchModel } from "./model.ts";
import { mayImitate, requestOf } from "./request.ts";
import { watchWords } from "./words.ts";

/** How long a spoken sentence stands, in milliseconds. */
const spokenPause = 2000;

/** The numbers of the shown year. It is read out when the years stand still, and at most every two seconds. */
export function Headline({ model }: { readonly model: WatchModel }) {
  const words = useWords(watchWords);
  const lab = useLab();
  const format = lab.format.value;
  const world = model.run.value?.world;
  const snapshot = model.shown.value;
  const ahead = model.ahead.value;
  const text = world && snapshot ? headline(snapshot, world, words, format, ahead) : words.starting;
  const [said, setSaid] = useState("");
  const speaker = useRef<ReturnType<typeof throttleLatest<string>> | null>(null);
  const playing = model.playback.playing.value;
  useEffect(() => {
    speaker.current ??= throttleLatest(setSaid, spokenPause);
    if (!playing && ahead === null) speaker.current.push(text);
  }, [text, playing, ahead]);
  useEffect(() => () => speaker.current?.cancel(), []);
  const total = snapshot?.difference.total;
  const same = world?.sameWorlds ?? !mayImitate(requestOf(lab.state.value));
  const room = headlineRoom(same, words);
  return (
    <div class="watch-headline">
      <p class="watch-numbers watch-room" data-busy={model.busy.value} data-room={room.year}>
        <span>{text}</span>
      </p>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {!same && (
        <p class="muted watch-room" data-room={room.flips}>
          <span>
            {world === undefined || total === undefined
              ? words.beside
              : words.flips(
                  String(world.years[1] ?? ""),
                  format.count(total.everFlipped),
                  format.count(total.everFlippedRecorded),
                  format.count(total.onlyWith),
                  format.count(total.onlyWithout),
                )}
          </span>
        </p>
      )}
    </div>
  );
}
