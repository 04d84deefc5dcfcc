import { useWords } from "../../state/lab.ts";
import { yourDataWords } from "./words.ts";

/** That the file stays here, and how anybody can check it: the page's own policy, read off the page. */
export function Privacy() {
  const words = useWords(yourDataWords);
  return (
    <div class="data-privacy">
      <strong>{words.privacy}</strong>
      <details>
        <summary>{words.howToCheck}</summary>
        <p>{words.check}</p>
        <pre class="data-code">{connectionRules()}</pre>
        <p>{words.checkOwn}</p>
      </details>
    </div>
  );
}

/** What the policy says of connections. */
function connectionRules(): string {
  const policy =
    document.querySelector("meta[http-equiv='Content-Security-Policy']")?.getAttribute("content") ?? "";
  return policy
    .split(";")
    .map((rule) => rule.trim())
    .filter((rule) => /^(default-src|connect-src|form-action)\b/.test(rule))
    .join("\n");
}
