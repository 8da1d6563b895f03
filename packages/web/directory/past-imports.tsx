import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, moment } from '../words.ts';
import { directoryChanged, importsQuery, room, type ImportLine } from './calls.ts';

/** What has been imported, each with a way to take it back. */
export function PastImports({ partnership, may }: { partnership: string; may: boolean }) {
  const { data } = useQuery(importsQuery(partnership));
  const [asked, setAsked] = useState<ImportLine | null>(null);
  const undo = useMutation({
    mutationFn: (id: string) =>
      got(
        room.imports[':directoryImport'].undo.$post({
          param: { partnership, directoryImport: id },
        }),
      ),
    onSuccess: () => directoryChanged(partnership),
    onSettled: () => setAsked(null),
  });
  const imports = data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <section className="stack">
      <h2>Past imports</h2>
      <Problems error={undo.error} />
      {undo.data !== undefined && (
        <p role="status">
          Taken back: {count(undo.data.partnerships, 'partnership', 'partnerships')} and{' '}
          {count(undo.data.organisations, 'organisation', 'organisations')}.
        </p>
      )}
      <ul className="plain">
        {imports.map((each) => (
          <li key={each.id} className="row">
            <span>
              {each.title}
              <span className="small soft">
                {' '}
                · {moment(each.at)}
                {each.byName !== '' && ` · ${each.byName}`}
                {each.undoneAt !== null && ' · taken back'}
              </span>
            </span>
            {may && each.undoneAt === null && (
              <Button tone="quiet" onClick={() => setAsked(each)}>
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to="/p/$partnership/partners/clean-up" params={{ partnership }}>
          What waits to be cleaned up
        </Link>
      </p>
      <Dialog title="Take this import back?" open={asked !== null} onClose={() => setAsked(null)}>
        <p>
          What it brought is removed, and what it changed is as before. Partnerships that somebody
          has edited or verified since stay.
        </p>
        <div className="row">
          <Button
            tone="danger"
            disabled={undo.isPending}
            onClick={() => asked !== null && undo.mutate(asked.id)}
          >
            Take it back
          </Button>
          <Button onClick={() => setAsked(null)}>Keep it</Button>
        </div>
      </Dialog>
    </section>
  );
}
