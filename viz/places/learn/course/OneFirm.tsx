import { FigureView } from "../../../figure/FigureView.tsx";
import { meanStyle, truthStyle } from "../../../figure/palette.ts";
import { useLab, useWords } from "../../../state/lab.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { curve } from "../curve.ts";
import { isRevealed } from "../Guess.tsx";
import { guessGuide } from "../guessGuide.ts";
import { choose } from "../place.ts";
import { StepFrame, type StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { learnWords } from "../words.ts";
import { oneFirmWords } from "./oneFirmWords.ts";

/** Step 1: a firm's decision, made by hand and then by the model. */
export function OneFirm(props: StepProps) {
  const lab = useLab();
  const words = useWords(oneFirmWords);
  const common = useWords(learnWords);
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  const { answer: firm, ...state } = useAnswer({ kind: "firm", seed });
  const revealed = isRevealed(detail);
  const decision = detail.decision === "go" || detail.decision === "stay" ? detail.decision : null;
  const destination = (name: string) => named(common.destinations, name);
  return (
    <StepFrame
      {...props}
      {...state}
      words={words}
      guess={{
        kind: "number",
        ask: words.guess,
        label: words.guessLabel,
        min: 0,
        max: 100,
        step: 1,
        start: 50,
        written: (value) => words.guessUnit(format.count(value)),
        told:
          firm === null
            ? null
            : words.told(format.percent(firm.probability, 0), format.percent(firm.byPeers[0] ?? 0, 0)),
      }}
    >
      {firm !== null && (
        <section class="panel" aria-label={words.card}>
          <h2>{words.card}</h2>
          <dl class="learn-facts">
            <div>
              <dt>{words.who}</dt>
              <dd>
                {words.whoText(
                  named(common.industries, firm.industry),
                  format.count(firm.size),
                  firm.provinceName,
                )}{" "}
                {firm.exporter ? words.exporter : words.noExporter}
              </dd>
            </div>
            <div>
              <dt>{words.peersTitle}</dt>
              <dd>
                {words.peersText(
                  format.count(firm.peers),
                  format.count(firm.others),
                  destination(firm.destination),
                )}
              </dd>
            </div>
            <div>
              <dt>{words.costs}</dt>
              <dd>{words.costsText}</dd>
            </div>
            <div>
              <dt>{words.supplier}</dt>
              <dd>{words.suppliers[supplierClass(firm.supplier)]}</dd>
            </div>
          </dl>
          <fieldset class="learn-decision">
            <legend>{words.decide}</legend>
            <div class="row">
              {(["go", "stay"] as const).map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={decision === each}
                  onClick={() => choose(lab, "decision", each)}
                >
                  {words[each]}
                </button>
              ))}
            </div>
            <p role="status">{decision === null ? "" : words.decided[decision]}</p>
          </fieldset>
        </section>
      )}
      {firm !== null && revealed && (
        <>
          <FigureView
            headingLevel={2}
            figure={curve(
              { id: "learn-one-firm", title: words.figure, language },
              {
                x: { label: words.peers, format: "count", min: 0, max: firm.byPeers.length - 1 },
                y: { label: words.probability, format: "percent", min: 0, includesZero: true },
                series: [{ name: words.probability, points: firm.byPeers.map((y, x) => ({ x, y })) }],
                guides: [
                  {
                    axis: "x",
                    at: firm.peers,
                    name: words.seen(format.count(firm.peers)),
                    style: truthStyle,
                  },
                  ...guessGuide(detail, "y", common.guess.line, 0.01).map((guide) => ({
                    ...guide,
                    style: meanStyle,
                  })),
                ],
                summary: words.figureSummary(
                  format.percent(firm.byPeers[0] ?? 0, 0),
                  format.count(firm.peers),
                  format.percent(firm.probability, 0),
                ),
              },
            )}
          />
          <DataTable
            caption={words.parts}
            columns={[{ title: words.part }, { title: words.points, numeric: true }]}
            rows={[
              ...(["costs", "firm", "supplier", "imitation"] as const).map((part) => [
                words.partNames[part],
                format.fixed(firm[part], 2),
              ]),
              [words.partNames.sum, format.fixed(firm.index, 2)],
            ]}
          />
          <p class="muted">{words.pointsText}</p>
          <p>{firm.started ? words.history.started : words.history.stayed}</p>
        </>
      )}
    </StepFrame>
  );
}

/** A name of the simulation in the reader's words; itself where there are none. */
function named(names: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(names, name) ? names[name] : undefined) ?? name;
}

function supplierClass(points: number): "poor" | "usual" | "good" | "excellent" {
  if (points < -0.2) return "poor";
  if (points < 0.2) return "usual";
  return points < 0.8 ? "good" : "excellent";
}
