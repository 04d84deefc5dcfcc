import { useWords } from "../state/lab.ts";
import { shellWords } from "./words.ts";

export function HelpKeys() {
  const words = useWords(shellWords);
  return (
    <dl class="keys">
      {words.helpKeys.map(([keys, action]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{action}</dd>
        </div>
      ))}
    </dl>
  );
}
