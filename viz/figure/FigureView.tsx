import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { figureCsv } from "./csv.ts";
import { download, textBlob } from "./download.ts";
import { FigureTableView } from "./FigureTableView.tsx";
import type { Figure } from "./figure.ts";
import { figureHeight } from "./figureHeight.ts";
import { figureSvg } from "./figureSvg.ts";
import { Legend } from "./Legend.tsx";
import { LiveSummary } from "./LiveSummary.tsx";
import { svgToPng } from "./png.ts";
import { useFigureChart } from "./useFigureChart.ts";
import { useFigureTheme } from "./useFigureTheme.ts";
import { figureWords } from "./words.ts";

export interface FigureViewProps {
  readonly figure: Figure;
  /** Level of the figure's heading in the page's outline; 3 by default. */
  readonly headingLevel?: 2 | 3 | 4;
  /** Told the row of the table that was chosen, on the canvas or in the table. */
  readonly onPick?: (row: number) => void;
  /** False where another figure of the page already speaks of the same change; true by default. */
  readonly live?: boolean;
}

/** Width of exported pictures in CSS pixels; their height is the figure's. */
const exportWidth = 800;

/** A figure with its heading, canvas, legend, sentence, table and downloads. */
export function FigureView({ figure, headingLevel = 3, onPick, live = true }: FigureViewProps) {
  const frame = useRef<HTMLElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useFigureTheme(frame);
  const failure = useFigureChart(canvas, figure, theme, onPick);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const words = figureWords(figure.language);
  const { id, title } = figure;
  const Heading = `h${headingLevel}` as const;
  const { wide, narrow } = figureHeight(figure);
  // By script, since a content-security policy without inline styles refuses a style attribute.
  useLayoutEffect(() => {
    plot.current?.style.setProperty("--wide-height", `${wide}em`);
    plot.current?.style.setProperty("--narrow-height", `${narrow}em`);
  }, [wide, narrow]);

  const size = { width: exportWidth, height: Math.round((wide + 8) * theme.fontSize) };
  const drawing = () => figureSvg(figure, theme, size);
  const savePng = () =>
    svgToPng(drawing(), size).then(
      (picture) => download(`${id}.png`, picture),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  const tools = [
    { text: words.png, label: words.downloadPng(title), run: savePng },
    {
      text: words.svg,
      label: words.downloadSvg(title),
      run: () => download(`${id}.svg`, textBlob(drawing(), "image/svg+xml")),
    },
    {
      text: words.csv,
      label: words.downloadCsv(title),
      run: () => download(`${id}.csv`, textBlob(figureCsv(figure.table), "text/csv")),
    },
  ];
  const message = failure ?? problem;
  return (
    <figure ref={frame} class="figure" aria-labelledby={`${id}-heading`}>
      <Heading id={`${id}-heading`} class="figure-heading">
        {title}
      </Heading>
      <div ref={plot} class="figure-plot">
        <canvas ref={canvas} role="img" aria-label={title} aria-describedby={`${id}-summary`} />
      </div>
      <Legend figure={figure} theme={theme} label={words.legend(title)} />
      <LiveSummary id={`${id}-summary`} text={figure.summary} live={live} />
      {message === null ? null : (
        <p class="figure-problem" role="alert">
          {words.failed(message)}
        </p>
      )}
      <fieldset class="figure-tools" aria-label={words.tools(title)}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-table`}
          aria-label={words.showTable(title)}
          onClick={() => setOpen(!open)}
        >
          {words.table}
        </button>
        {tools.map(({ text, label, run }) => (
          <button key={text} type="button" aria-label={label} onClick={() => void run()}>
            {text}
          </button>
        ))}
      </fieldset>
      {open ? (
        <FigureTableView figure={figure} id={`${id}-table`} onPick={onPick} />
      ) : (
        <div id={`${id}-table`} hidden />
      )}
    </figure>
  );
}
