import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { panelFiles } from "../../engine/panelFiles.ts";
import { download, textBlob } from "../../figure/download.ts";
import { labVersion } from "../../shell/labVersion.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { writeLink } from "../../state/urlState.ts";
import { copyText } from "../../ui/copyText.ts";
import { exportWords } from "./exportWords.ts";
import { MapDownload } from "./MapDownload.tsx";
import { commandLine, manifest } from "./manifest.ts";
import type { WatchModel } from "./model.ts";
import { isFirstHistory, requestOf, worldNamed } from "./request.ts";

/** The history as files, and as a line for a terminal. */
export function Exports({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const words = useWords(exportWords);
  const state = lab.state.value;
  const request = requestOf(state);
  const { replication = 1 } = request;
  const name = [
    worldNamed(state.world).id.replaceAll("/", "-"),
    `seed-${state.seed.replaceAll(/[^\w-]+/g, "-")}`,
    ...(replication === 1 ? [] : [`replication-${replication}`]),
  ].join("-");
  const line = commandLine(request, `${name}.parquet`);
  const link = `${location.href.replace(/[?#].*$/s, "")}${writeLink(state)}`;
  const said = useSignal("");
  const copy = async (text: string) => {
    said.value = (await copyText(text)) ? words.copied : words.notCopied;
  };
  return (
    <section class="panel stack watch-exports" aria-labelledby="watch-exports">
      <h2 id="watch-exports">{words.heading}</h2>
      <p>{words.what}</p>
      <PanelDownloads name={name} />
      <div class="row">
        <button
          type="button"
          onClick={() =>
            download(`${name}.json`, textBlob(manifest(request, labVersion, link), "application/json"))
          }
        >
          {words.manifest}
        </button>
        <MapDownload model={model} name={name} />
        <button type="button" onClick={() => copy(link)}>
          {words.copyLink}
        </button>
      </div>
      <h3>{words.terminal}</h3>
      {isFirstHistory(request) ? (
        <>
          <pre class="watch-command">
            <code>{line}</code>
          </pre>
          <p class="muted">{words.terminalWhy}</p>
        </>
      ) : (
        <p class="muted">{words.notFirst}</p>
      )}
      <div class="row">
        {isFirstHistory(request) && (
          <button type="button" onClick={() => copy(line)}>
            {words.copy}
          </button>
        )}
        <span role="status">{said.value}</span>
      </div>
    </section>
  );
}

function PanelDownloads({ name }: { readonly name: string }) {
  const lab = useLab();
  const words = useWords(exportWords);
  const said = useSignal("");
  const running = useRef<AbortController | null>(null);
  const busy = useSignal(false);
  useEffect(() => () => running.current?.abort(), []);
  const write = async (format: "csv" | "parquet") => {
    const stop = new AbortController();
    running.current = stop;
    busy.value = true;
    const { count, percent, fixed } = lab.format.value;
    said.value = words.writing(percent(0, 0));
    const outcome = await panelFiles(
      { request: requestOf(lab.state.peek()), format, name },
      ({ done, of }) => {
        said.value = words.writing(percent(done / of, 0));
      },
      stop.signal,
    );
    busy.value = false;
    if (!outcome.ok) {
      said.value = outcome.error.code === "cancelled" ? "" : words.failed(outcome.error.message);
      return;
    }
    const { rows, columns, files } = outcome.value;
    for (const file of files) download(file.name, file.content);
    said.value = words.written(count(rows), count(columns), fixed((files[0]?.content.size ?? 0) / 1e6, 1));
  };
  return (
    <div class="row">
      <button type="button" disabled={busy.value} onClick={() => write("csv")}>
        {words.csv}
      </button>
      <button type="button" disabled={busy.value} onClick={() => write("parquet")}>
        {words.parquet}
      </button>
      {busy.value && (
        <button type="button" onClick={() => running.current?.abort()}>
          {words.cancel}
        </button>
      )}
      <span role="status">{said.value}</span>
    </div>
  );
}
