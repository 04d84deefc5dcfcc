import type { DesignAnswer } from "../../../workers/lab/dataJobs.ts";
import { download, textBlob } from "../../figure/download.ts";
import { useWording } from "../../i18n/wording.ts";
import { handDesign } from "../../state/handedDesign.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { startState } from "../../state/labState.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { designWords } from "./designWords.ts";

/** What of a panel a study has and what it has not, and the study itself to take along. */
export function DesignView({ answer }: { readonly answer: DesignAnswer }) {
  const words = useWords(designWords);
  const word = useWording();
  const lab = useLab();
  const format = lab.format.value;
  const { found, file, commands } = answer;
  const { panel, world, carried, left, warnings } = found;
  const share = (value: number) => format.percent(value, 2);
  const margins = [
    ["rows", "rows", format.count],
    ["units", "units", format.count],
    ["periods", "periods", format.count],
    ["active", "activeShare", share],
    ["entry", "entryRate", share],
    ["exit", "exitRate", share],
  ] as const;
  const number = (value: number) => format.number(value, 3);
  const openInRepeat = () => {
    handDesign({ name: file.name, text: file.text });
    const { world: none, set, seed, step, detail } = startState;
    lab.update({ place: "repeat", world: none, set, seed, step, detail }, "push");
  };
  return (
    <>
      <DataTable
        caption={words.margins}
        columns={[
          { title: words.margins },
          { title: words.yours, numeric: true },
          { title: words.world, numeric: true },
        ]}
        rows={margins.map(([name, margin, write]) => [
          words.rows[name],
          write(panel[margin]),
          write(world.margins[margin]),
        ])}
        captionHidden
      />
      <DataTable
        caption={words.terms}
        columns={[
          { title: words.term },
          { title: words.parameter },
          { title: words.coefficient, numeric: true },
          { title: words.spread, numeric: true },
          { title: words.worldSpread, numeric: true },
        ]}
        rows={carried.map(({ term, parameter, estimate, spread, worldSpread }) => [
          term,
          parameter,
          number(estimate),
          number(spread),
          number(worldSpread),
        ])}
      />
      {left.length > 0 && <p>{words.left(left.join(", "))}</p>}
      <p>{words.caution}</p>
      {warnings.length > 0 && (
        <ul>
          {warnings.map((warning) => (
            <li key={warning.template}>{word(warning)}</li>
          ))}
        </ul>
      )}
      <div class="row">
        <button type="button" onClick={() => download(file.name, textBlob(file.text, file.type))}>
          {words.save}
        </button>
        <button type="button" class="primary" onClick={openInRepeat}>
          {words.open}
        </button>
      </div>
      <p class="muted">{words.next}</p>
      <pre class="data-code">{commands.join("\n")}</pre>
    </>
  );
}
