import { useWords } from "../../state/lab.ts";
import { Results } from "./Results.tsx";
import { Setup } from "./Setup.tsx";
import { useEstimateModel } from "./useEstimateModel.ts";
import { estimateWords } from "./words.ts";

/** The published regressions on the world that is watched, beside what is true of it. */
export default function Estimate() {
  const words = useWords(estimateWords);
  const model = useEstimateModel();
  return (
    <div class="estimate stack">
      <header>
        <h1>{words.heading}</h1>
        <p class="estimate-intro">{words.intro}</p>
      </header>
      <div class="with-side">
        <Setup model={model} />
        <Results model={model} />
      </div>
    </div>
  );
}
