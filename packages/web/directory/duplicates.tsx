import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, percent } from '../words.ts';
import { directoryChanged, duplicatesQuery, room } from './calls.ts';
import { reasonWords } from './words.ts';

/** Pairs that may be one organisation. Looking for them takes a moment, so it waits to be asked. */
export function Duplicates({
  partnership,
  may,
  offerUndo,
}: {
  partnership: string;
  may: boolean;
  offerUndo: (offer: { says: string; undo: () => void }) => void;
}) {
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ ...duplicatesQuery(partnership), enabled: open });
  const at = (id: string) => ({ param: { partnership, listedOrganisation: id } });
  const part = useMutation({
    mutationFn: (id: string) => got(room.organisations[':listedOrganisation'].part.$post(at(id))),
    onSuccess: () => directoryChanged(partnership),
  });
  const merge = useMutation({
    mutationFn: ({ from, into }: { from: string; into: string; name: string }) =>
      got(room.organisations[':listedOrganisation'].merge.$post({ ...at(from), json: { into } })),
    onSuccess: async (_, { from, name }) => {
      offerUndo({ says: `Merged into ${name}.`, undo: () => part.mutate(from) });
      await directoryChanged(partnership);
    },
  });
  const pairs = data?.pairs ?? [];
  return (
    <details className="method" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Find organisations that may be one</summary>
      <Problems error={error ?? merge.error ?? part.error} />
      {data !== undefined && (
        <p role="status">
          {pairs.length === 0
            ? 'No two names are alike enough to ask about.'
            : `${count(pairs.length, 'pair', 'pairs')} may be one. Merging keeps both histories and can be undone.`}
        </p>
      )}
      <ul className="plain suggestions">
        {pairs.slice(0, 50).map(({ of, entry, score, reason }) => (
          <li key={`${of.id} ${entry.id}`} className="row">
            <span>
              <span className="strong">{entry.name}</span> may be{' '}
              <span className="strong">{of.name}</span>{' '}
              <span className="small soft">
                {percent(score)}, {reasonWords[reason]}
              </span>
            </span>
            {may && (
              <Button
                disabled={merge.isPending}
                onClick={() => merge.mutate({ from: entry.id, into: of.id, name: of.name })}
              >
                Merge
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
