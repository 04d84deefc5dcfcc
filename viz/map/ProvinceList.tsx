import { useId, useMemo } from "preact/hooks";
import { useTurn } from "../ui/useTurn.ts";
import type { MapWords } from "./words.ts";

/** The same choice as on the map, for fingers on a narrow page and for small shapes. */
export function ProvinceList(props: {
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly selected: string | null;
  readonly onSelect: (code: string) => void;
  readonly words: MapWords;
}) {
  const { provinces, selected, onSelect, words } = props;
  const id = useId();
  // A hundred elements more than the map's own: in the next frame.
  const come = useTurn();
  const sorted = useMemo(
    () => [...provinces].sort((one, other) => one.name.localeCompare(other.name)),
    [provinces],
  );
  return (
    <div class="map-list">
      <label for={id}>{words.list}</label>
      <select
        id={id}
        value={selected ?? ""}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== "") onSelect(currentTarget.value);
        }}
      >
        <option value="">{words.listNone}</option>
        {come &&
          sorted.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </div>
  );
}
