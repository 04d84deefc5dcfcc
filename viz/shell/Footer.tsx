import { useWords } from "../state/lab.ts";
import { labVersion } from "./labVersion.ts";
import { shellWords } from "./words.ts";

export function Footer() {
  const words = useWords(shellWords);
  return (
    <footer class="bottom">
      <p>{words.privacy}</p>
      <p>
        {words.version(labVersion)} · {words.borders}
      </p>
    </footer>
  );
}
