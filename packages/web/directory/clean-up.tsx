import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { cleanUpQuery, directoryChanged, room, type CleanUpItem } from './calls.ts';
import { CleanUpCard, type Settlement } from './clean-up-card.tsx';
import { PartnersFrame } from './frame.tsx';
import { cleanUpWords } from './words.ts';

const atOnce = 40;

/** What waits for a person after an import: each thing with what it may mean, and a way back. */
export function CleanUp() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/clean-up' });
  const { kind = '' } = useSearch({ from: '/p/$partnership/partners/clean-up' });
  const navigate = useNavigate({ from: '/p/$partnership/partners/clean-up' });
  const { data, error } = useQuery(cleanUpQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const [shown, setShown] = useState(atOnce);
  const { offer, offerUndo } = useUndo();
  const items = data?.items ?? [];
  const open = items.filter(({ state }) => state === 'open');
  const found = open.filter((each) => kind === '' || each.kind === kind);
  const decide = useDecisions(partnership, offerUndo);
  return (
    <PartnersFrame
      partnership={partnership}
      here="Clean-up"
      title={
        open.length === 0
          ? 'Nothing waits to be cleaned up'
          : `${count(open.length, 'thing waits', 'things wait')} to be cleaned up`
      }
      lede={`${items.length - open.length} of ${items.length} are decided. A decision about a spelling is learnt for the next row and the next file.`}
      error={error}
      ready={data !== undefined}
    >
      <Problems error={decide.error} />
      <Undo offer={offer} />
      {items.length === 0 ? (
        <Empty title="Here stands what an import could not read with certainty">
          <p>
            Names that may be somebody known, answers that are still open, rows that disagree. Each
            comes with suggestions; you decide, and can take it back.
          </p>
        </Empty>
      ) : (
        <>
          <Choice
            label="Show"
            value={kind}
            options={kindChoices(open)}
            onChange={(value) =>
              void navigate({ search: value === '' ? {} : { kind: value }, replace: true })
            }
          />
          <ul className="plain clean-up">
            {found.slice(0, shown).map((item) => (
              <li key={item.id}>
                <CleanUpCard
                  item={item}
                  may={may}
                  busy={decide.busy}
                  onSettle={(said) => decide.settle(item, said)}
                  onRefuse={(organisation) => decide.refuse(item, organisation)}
                />
              </li>
            ))}
          </ul>
          {found.length > shown && (
            <div>
              <Button onClick={() => setShown(shown + atOnce)}>
                Show more ({found.length - shown} left)
              </Button>
            </div>
          )}
        </>
      )}
    </PartnersFrame>
  );
}

function kindChoices(open: readonly CleanUpItem[]): readonly [string, string][] {
  const kinds = [...new Set(open.map(({ kind }) => kind))];
  return [
    ['', `Everything (${open.length})`],
    ...kinds.map((kind): [string, string] => [
      kind,
      `${cleanUpWords[kind][0]} (${open.filter((each) => each.kind === kind).length})`,
    ]),
  ];
}

function useDecisions(
  partnership: string,
  offerUndo: (offer: { says: string; undo: () => void }) => void,
) {
  const at = (item: CleanUpItem) => ({ param: { partnership, cleanUp: item.id } });
  const again = () => directoryChanged(partnership);
  const reopen = useMutation({
    mutationFn: (item: CleanUpItem) => got(room['clean-up'][':cleanUp'].reopen.$post(at(item))),
    onSuccess: again,
  });
  const settle = useMutation({
    mutationFn: ({ item, said }: { item: CleanUpItem; said: Settlement }) =>
      got(room['clean-up'][':cleanUp'].settle.$post({ ...at(item), json: said })),
    onSuccess: async (_, { item }) => {
      offerUndo({ says: `Decided: “${item.text}”.`, undo: () => reopen.mutate(item) });
      await again();
    },
  });
  const refuse = useMutation({
    mutationFn: ({ item, organisation }: { item: CleanUpItem; organisation: string }) =>
      got(room['clean-up'][':cleanUp'].refuse.$post({ ...at(item), json: { organisation } })),
    onSuccess: again,
  });
  return {
    error: settle.error ?? refuse.error ?? reopen.error,
    busy: settle.isPending || refuse.isPending || reopen.isPending,
    settle: (item: CleanUpItem, said: Settlement) => settle.mutate({ item, said }),
    refuse: (item: CleanUpItem, organisation: string) => refuse.mutate({ item, organisation }),
  };
}
