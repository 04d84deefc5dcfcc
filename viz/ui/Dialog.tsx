import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The word on the button that closes it. */
  readonly closeWord: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A native modal dialog: the browser keeps the focus inside, and gives it back when it closes. */
export function Dialog({ open, title, closeWord, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element?.open === false) element.showModal();
    if (!open && element?.open === true) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" onClick={onClose}>
          {closeWord}
        </button>
      </header>
      {open && children}
    </dialog>
  );
}
