import { Component } from "preact";
import type { MapOutline } from "./colours.ts";
import { tileSide } from "./layout.ts";
import { codeRise } from "./marks.ts";

interface MapOptionProps {
  readonly code: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly outline: MapOutline;
  /** Colour of the code; undefined where no code is written. */
  readonly ink: string | undefined;
  readonly letters: string;
  readonly label: string;
  readonly selected: boolean;
  /** The one province that the Tab key stops at. */
  readonly stop: boolean;
}

/** One province as an option of a list box. It is drawn again only when something of it changed. */
export class MapOption extends Component<MapOptionProps> {
  override shouldComponentUpdate(next: MapOptionProps): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof MapOptionProps)[]).some((each) => next[each] !== now[each]);
  }

  override render({ code, path, x, y, fill, outline, ink, letters, label, selected, stop }: MapOptionProps) {
    return (
      <g
        role="option"
        class="map-province"
        data-code={code}
        tabindex={stop ? 0 : -1}
        aria-label={label}
        aria-selected={selected}
      >
        {ink !== undefined && (
          <rect
            x={x - tileSide / 2}
            y={y - tileSide / 2}
            width={tileSide}
            height={tileSide}
            fill="transparent"
          />
        )}
        <path class={outline} d={path} fill={fill} />
        {ink !== undefined && (
          <text
            class={letters === "" ? "map-code" : "map-code map-code-small"}
            x={x}
            y={letters === "" ? y : y - codeRise}
            fill={ink}
          >
            {code}
          </text>
        )}
      </g>
    );
  }
}
