import { useMutation, useQuery } from '@tanstack/react-query';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import type { UndoOffer } from '../parts/undo.tsx';
import { count, percent } from '../words.ts';
import { diligenceChanged, duplicatesQuery, partner } from './calls.ts';
import { alikeWords } from './words.ts';

/** Suppliers that may be one: a person says so, or says no, and can take either back. */
export function SupplierDuplicates({
  partnership,
  may,
  offerUndo,
}: {
  partnership: string;
  may: boolean;
  offerUndo: (offer: UndoOffer) => void;
}) {
  const { data } = useQuery(duplicatesQuery(partnership, 'open'));
  const decide = useMutation({
    mutationFn: ({ id, state }: { id: string; state: 'open' | 'accepted' | 'refused' }) =>
      got(
        partner['supplier-duplicates'][':supplierDuplicate'].$put({
          param: { partnership, supplierDuplicate: id },
          json: { state },
        }),
      ),
    onSuccess: async (_, { id, state }) => {
      if (state !== 'open')
        offerUndo({
          says: state === 'accepted' ? 'Joined to one supplier.' : 'Kept apart.',
          undo: () => decide.mutate({ id, state: 'open' }),
        });
      await diligenceChanged(partnership);
    },
  });
  const open = data?.counts.open ?? 0;
  if (data === undefined || open === 0) return <Problems error={decide.error} />;
  return (
    <details className="method">
      <summary>{count(open, 'pair of suppliers', 'pairs of suppliers')} may be one</summary>
      <Problems error={decide.error} />
      <ul className="plain suggestions">
        {data.pairs.slice(0, 50).map(({ id, one, other, score, reason }) => (
          <li key={id} className="row">
            <span>
              <span className="strong">{one.name}</span>{' '}
              <span className="small soft">{one.companyNumber || 'no number'}</span> may be{' '}
              <span className="strong">{other.name}</span>{' '}
              <span className="small soft">
                {other.companyNumber || 'no number'} · {percent(score)}, {alikeWords[reason]}
              </span>
            </span>
            {may && (
              <>
                <Button
                  disabled={decide.isPending}
                  onClick={() => decide.mutate({ id, state: 'accepted' })}
                >
                  They are one
                </Button>
                <Button
                  tone="quiet"
                  disabled={decide.isPending}
                  onClick={() => decide.mutate({ id, state: 'refused' })}
                >
                  They are not
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {open > 50 && <p className="small soft">The 50 likeliest of {open} are shown.</p>}
    </details>
  );
}
