import { languages } from "../i18n/words.ts";
import { useLab, useWords } from "../state/lab.ts";
import { themes } from "../state/labState.ts";
import { Choice } from "../ui/Choice.tsx";
import { shellWords } from "./words.ts";

export function Settings() {
  const lab = useLab();
  const words = useWords(shellWords);
  const { language, theme } = lab.state.value;
  return (
    <div class="stack">
      <Choice
        label={words.language}
        value={language}
        options={languages.map((value) => ({ value, text: words.languageNames[value] }))}
        onChange={(value) => lab.update({ language: value })}
      />
      <Choice
        label={words.theme}
        value={theme}
        options={themes.map((value) => ({ value, text: words.themes[value] }))}
        onChange={(value) => lab.update({ theme: value })}
      />
    </div>
  );
}
