import { markBox } from "./marks.ts";

/** The letters of a marked province on a plate that is read on any colour. */
export function MapMark(props: {
  readonly x: number;
  readonly y: number;
  readonly letters: string;
  readonly tile: boolean;
}) {
  const { left, top, width, height, baseline } = markBox(props.x, props.y, props.letters, props.tile);
  return (
    <g class="map-mark">
      <rect x={left} y={top} width={width} height={height} rx={height / 4} fill="#ffffff" stroke="#000000" />
      <text x={props.x} y={baseline} fill="#000000">
        {props.letters}
      </text>
    </g>
  );
}
