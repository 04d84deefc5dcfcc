import type { LegendEntry } from "./legend.ts";
import { MapFill } from "./MapFill.tsx";
import { mapFill } from "./stripes.ts";

/** The classes in words, each with its colour, and the letters of the marks. */
export function MapLegend(props: {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly LegendEntry[];
  readonly letters: readonly (readonly [letter: string, meaning: string])[];
}) {
  return (
    <ul class="map-legend" aria-label={props.name}>
      {props.entries.map(({ colour, outline, text }) => (
        <li key={text}>
          <svg class="map-swatch" viewBox="0 0 320 240" aria-hidden="true">
            <MapFill id={`${props.id}k`} colour={colour} />
            <rect
              class={outline}
              x="8"
              y="8"
              width="304"
              height="224"
              rx="40"
              fill={mapFill(`${props.id}k`, colour)}
            />
          </svg>
          {text}
        </li>
      ))}
      {props.letters.map(([letter, meaning]) => (
        <li key={meaning}>
          <span class="map-letter" aria-hidden="true">
            {letter}
          </span>
          {meaning}
        </li>
      ))}
    </ul>
  );
}
