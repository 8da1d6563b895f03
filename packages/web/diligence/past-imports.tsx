import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, moment } from '../words.ts';
import { diligenceChanged, partner, supplierImportsQuery } from './calls.ts';

/** What has been imported, each with a way to take it back. */
export function PastSupplierImports({ partnership, may }: { partnership: string; may: boolean }) {
  const { data } = useQuery(supplierImportsQuery(partnership));
  const [asked, setAsked] = useState<string | null>(null);
  const undo = useMutation({
    mutationFn: (supplierImport: string) =>
      got(
        partner['supplier-imports'][':supplierImport'].undo.$post({
          param: { partnership, supplierImport },
        }),
      ),
    onSuccess: () => diligenceChanged(partnership),
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
          Taken back: {count(undo.data.suppliers, 'supplier', 'suppliers')} and{' '}
          {count(undo.data.sites, 'site', 'sites')}.
        </p>
      )}
      <ul className="plain">
        {imports.map(({ id, title, at, byName, undoneAt, counts }) => (
          <li key={id} className="row">
            <span>
              {title}
              <span className="small soft">
                {' '}
                · {count(counts.suppliers, 'supplier', 'suppliers')} · {moment(at)} · {byName}
                {undoneAt !== null && ' · taken back'}
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
      <Dialog title="Take this import back?" open={asked !== null} onClose={() => setAsked(null)}>
        <p>
          What it brought is removed. Suppliers stay that somebody has edited since, or that a risk,
          an action, an incident or an assessment names.
        </p>
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
