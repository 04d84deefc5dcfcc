import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { useWords } from "../state/lab.ts";
import type { Place } from "../state/labState.ts";
import { askForThreadFiles } from "./threadFiles.ts";
import { shellWords } from "./words.ts";

/** Each place is a chunk of its own, loaded when it is first opened. */
const loaders: Readonly<Record<Place, () => Promise<{ readonly default: ComponentType }>>> = {
  watch: () => import("../places/watch/Watch.tsx"),
  estimate: () => import("../places/estimate/Estimate.tsx"),
  repeat: () => import("../places/repeat/Repeat.tsx"),
  "tell-apart": () => import("../places/tellApart/TellApart.tsx"),
  "your-data": () => import("../places/yourData/YourData.tsx"),
  learn: () => import("../places/learn/Learn.tsx"),
};

export function PlaceView({ place }: { readonly place: Place }) {
  const words = useWords(shellWords);
  const Loaded = useSignal<ComponentType | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    let current = true;
    loaders[place]().then(
      ({ default: component }) => {
        if (current) Loaded.value = component;
      },
      () => {
        if (current) failed.value = true;
      },
    );
    return () => {
      current = false;
    };
  }, [place, Loaded, failed]);
  const there = Loaded.value !== null;
  useEffect(() => (there ? askForThreadFiles(place) : undefined), [there, place]);
  if (failed.value) {
    return (
      <p class="notice problem" role="alert">
        {words.failed(words.places[place])}
      </p>
    );
  }
  const View = Loaded.value;
  return View === null ? (
    <>
      <h1>{words.places[place]}</h1>
      <p>{words.loading}</p>
    </>
  ) : (
    <View />
  );
}
