import { shellWords } from "../shell/words.ts";
import { useLab, useWords } from "../state/lab.ts";

/** What the reader should know, read out when it appears, and closed by the reader. */
export function Notices() {
  const lab = useLab();
  const words = useWords(shellWords);
  return (
    <div class="notices" role="status" aria-label={words.notices}>
      {lab.notices.value.map((notice) => (
        <p key={notice.text} class={`notice ${notice.kind}`}>
          <span>{notice.text}</span>
          <button type="button" onClick={() => lab.dismiss(notice)}>
            {words.close}
            <span class="visually-hidden">: {notice.text}</span>
          </button>
        </p>
      ))}
    </div>
  );
}
