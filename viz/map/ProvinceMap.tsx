import { useSignal } from "@preact/signals";
import { useId, useMemo, useRef } from "preact/hooks";
import { useGrowing } from "../ui/useGrowing.ts";
import { classColours, colourOf, type MapTheme, outlineOf, pageColours, textOn } from "./colours.ts";
import { mapSize } from "./geometry.ts";
import { type MapView, mapLayout } from "./layout.ts";
import { legendEntries } from "./legend.ts";
import { MapFill } from "./MapFill.tsx";
import { MapLegend } from "./MapLegend.tsx";
import { MapMark } from "./MapMark.tsx";
import { MapOption } from "./MapOption.tsx";
import { type MapMarks, markLetters, markNames } from "./marks.ts";
import { keyTarget } from "./movement.ts";
import { ProvinceList } from "./ProvinceList.tsx";
import { classOf, type MapScale } from "./scale.ts";
import { mapFill } from "./stripes.ts";
import type { MapWords } from "./words.ts";

export interface ProvinceMapProps {
  /**
   * The provinces of one vintage, in the order of Home and End. Hand over the same array every time: the drawing is made
   * anew for another one.
   */
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  /** What is shown, by code; null, or no entry, where a province has no value. */
  readonly values: ReadonlyMap<string, number | null>;
  readonly scale: MapScale;
  readonly view: MapView;
  readonly theme: MapTheme;
  /** Code of the selected province, or null. */
  readonly selected: string | null;
  readonly onSelect: (code: string) => void;
  readonly marks?: MapMarks | undefined;
  /** A province and its value in words: "Verona, Veneto, 12 of 80 firms offshore, up 3". */
  readonly label: (code: string) => string;
  /**
   * True while the values change by themselves: then a province is read as it was when it got the focus, and the others
   * by name alone, so that a screen reader is not told sixty times a second.
   */
  readonly playing?: boolean;
  /** Accessible name, and what the colours mean. */
  readonly name: string;
  readonly description: string;
  /** Writes a limit of a class, in the page's language. */
  readonly format: (value: number) => string;
  readonly words: MapWords;
}

/** A whole map takes a slow telephone longer than a frame. */
const provincesAFrame = 26;

/** A map of Italy's provinces, coloured by five classes, to be walked and selected from by keyboard, pointer and list. */
export function ProvinceMap(props: ProvinceMapProps) {
  const { provinces, values, scale, theme, selected, marks, words, label, onSelect } = props;
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const layout = useMemo(
    () =>
      mapLayout(
        provinces.map(({ code }) => code),
        props.view,
      ),
    [provinces, props.view],
  );
  /** How each class looks, lowest first, and in the end a province without a value: worked out once, not for every province. */
  const looks = useMemo(
    () =>
      [0, 1, 2, 3, 4, undefined].map((level) => {
        const colour = colourOf(scale.kind, theme, level);
        return { fill: mapFill(id, colour), outline: outlineOf(scale.kind, level), ink: textOn(colour) };
      }),
    [id, scale.kind, theme],
  );
  /** The province of the Tab key, and how it was described when the focus came to it. */
  const stop = useSignal({ code: "", label: "" });
  const pointed = useSignal<string | undefined>(undefined);
  const drawn = useGrowing(provinces.length, provincesAFrame);
  if (layout === undefined) return <p class="map-note">{words.unknown}</p>;

  const { places, view } = layout;
  const placeOf = (code: string | null) => places.find((place) => place.code === code);
  const stopCode = (placeOf(stop.value.code) ?? placeOf(selected) ?? places[0])?.code ?? "";
  const described = (code: string) => [label(code), ...markNames(marks, code, words)].join(", ");
  /** What is written on a tile is part of its name, so that it can be called by voice. */
  const spoken = (code: string, name: string) => {
    const known = code === stop.value.code ? stop.value.label : name;
    const said = props.playing ? known : described(code);
    return view === "tiles" ? `${said}, ${code}` : said;
  };
  const codeAt = (event: Event) =>
    event.target instanceof Element
      ? event.target.closest<SVGElement>("[data-code]")?.dataset.code
      : undefined;

  const onKeyDown = (event: KeyboardEvent) => {
    const code = codeAt(event);
    if (code === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onSelect(code);
      return;
    }
    const letter = event.key.length === 1;
    if (letter) {
      const fresh = event.timeStamp - typed.current.at > 1000;
      typed.current = { text: (fresh ? "" : typed.current.text) + event.key, at: event.timeStamp };
    }
    const target = keyTarget(places, provinces, code, letter ? typed.current.text : event.key, letter);
    if (target === undefined) return;
    event.preventDefault();
    drawing.current?.querySelector<SVGElement>(`[data-code="${target}"]`)?.focus();
  };
  const onFocusIn = (event: FocusEvent) => {
    const code = codeAt(event);
    if (code !== undefined) stop.value = { code, label: described(code) };
  };
  const onClick = (event: MouseEvent) => {
    const code = codeAt(event);
    if (code !== undefined) onSelect(code);
  };

  const chosen = placeOf(selected);
  const focused = placeOf(stopCode);
  const captioned = pointed.value ?? (stop.value.code === "" ? selected : stopCode);
  const colours = pageColours[theme];
  return (
    <div class="province-map" data-view={view}>
      <div class="map-frame">
        <div
          ref={drawing}
          class="map-drawing"
          role="listbox"
          aria-label={props.name}
          aria-describedby={`${id}-description`}
          onKeyDown={onKeyDown}
          onFocusIn={onFocusIn}
          onClick={onClick}
          onPointerOver={(event) => {
            pointed.value = codeAt(event);
          }}
          onPointerLeave={() => {
            pointed.value = undefined;
          }}
        >
          <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role="presentation">
            <defs>
              {classColours(scale.kind, theme).map((colour) => (
                <MapFill key={colour.fill} id={id} colour={colour} />
              ))}
            </defs>
            {places.slice(0, drawn).map((place, at) => {
              const { code, path, x, y } = place;
              const look = looks[classOf(scale, values.get(code)) ?? looks.length - 1];
              const letters = markLetters(marks, code, words);
              return (
                <MapOption
                  key={code}
                  code={code}
                  path={path}
                  x={x}
                  y={y}
                  fill={look?.fill ?? ""}
                  outline={look?.outline ?? "map-none"}
                  ink={view === "tiles" ? look?.ink : undefined}
                  letters={letters}
                  label={spoken(code, provinces[at]?.name ?? code)}
                  selected={code === selected}
                  stop={code === stopCode}
                />
              );
            })}
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group without tabindex is not focusable */}
            <g class="map-over" aria-hidden="true">
              {layout.regionBorders !== "" && <path class="map-borders" d={layout.regionBorders} />}
              {chosen && <path class="map-chosen-halo" d={chosen.path} stroke={colours.ground} />}
              {chosen && <path class="map-chosen" d={chosen.path} stroke={colours.ink} />}
              {focused && <path class="map-focus-halo" d={focused.path} stroke={colours.ground} />}
              {focused && <path class="map-focus" d={focused.path} stroke={colours.focus} />}
              {places.map(({ code, x, y }) => {
                const letters = markLetters(marks, code, words);
                return (
                  letters && <MapMark key={code} x={x} y={y} letters={letters} tile={view === "tiles"} />
                );
              })}
            </g>
          </svg>
        </div>
        <MapLegend
          id={id}
          name={words.legend}
          entries={legendEntries(
            scale,
            places.map(({ code }) => values.get(code)),
            theme,
            words,
            props.format,
          )}
          letters={[
            ...(marks?.pioneer.size ? [[words.pioneerLetter, words.pioneer] as const] : []),
            ...(marks?.shock.size ? [[words.shockLetter, words.shock] as const] : []),
          ]}
        />
      </div>
      <p class="map-caption" aria-hidden="true">
        {captioned !== null && placeOf(captioned) ? described(captioned) : " "}
      </p>
      <ProvinceList provinces={provinces} selected={selected} onSelect={onSelect} words={words} />
      {view !== props.view && <p class="map-note">{words.tilesOnly}</p>}
      {view === "shapes" && <p class="map-note">{words.source}</p>}
      <p id={`${id}-description`} class="map-description">
        {props.description} {words.instructions}
      </p>
    </div>
  );
}
