import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import { moment } from '../words.ts';

/** What has been imported, each with a way to take it back. Nothing at all where there is none. */
export function PastImports<Undone>({
  imports,
  may,
  undo: askUndo,
  onUndone,
  undone,
  stays,
  children,
}: {
  imports: readonly {
    readonly id: string;
    readonly title: string;
    readonly at: string;
    readonly byName: string;
    readonly undoneAt: string | null;
    /** How much it brought. */
    readonly brought?: string;
  }[];
  may: boolean;
  undo: (id: string) => Promise<Undone>;
  onUndone: () => unknown;
  /** What was taken back, in words. */
  undone: (undone: Undone) => string;
  /** What taking an import back does, and what it leaves. */
  stays: string;
  children?: ReactNode;
}) {
  const [asked, setAsked] = useState<string | null>(null);
  const undo = useMutation({
    mutationFn: askUndo,
    onSuccess: onUndone,
    onSettled: () => setAsked(null),
  });
  if (imports.length === 0) return null;
  return (
    <section className="stack">
      <h2>Past imports</h2>
      <Problems error={undo.error} />
      {undo.data !== undefined && <p role="status">Taken back: {undone(undo.data)}.</p>}
      <ul className="plain">
        {imports.map(({ id, title, at, byName, undoneAt, brought = '' }) => (
          <li key={id} className="row">
            <span>
              {title}
              <span className="small soft">
                {' · '}
                {[brought, moment(at), byName, undoneAt === null ? '' : 'taken back']
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            {may && undoneAt === null && (
              <Button tone="quiet" onClick={() => setAsked(id)}>
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {children}
      <Dialog title="Take this import back?" open={asked !== null} onClose={() => setAsked(null)}>
        <p>{stays}</p>
        <div className="row">
          <Button
            tone="danger"
            disabled={undo.isPending}
            onClick={() => asked !== null && undo.mutate(asked)}
          >
            Take it back
          </Button>
          <Button onClick={() => setAsked(null)}>Keep it</Button>
        </div>
      </Dialog>
    </section>
  );
}
