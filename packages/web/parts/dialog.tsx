import { useEffect, useId, useRef, type ReactNode } from 'react';

/** A question that must be answered before going on; Escape and the backdrop close it. */
export function Dialog({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && box.current?.open === false) box.current.showModal();
    if (!open) box.current?.close();
  }, [open]);
  return (
    <dialog ref={box} className="dialog" aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className="stack">
          <h2 id={id}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  );
}
