import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import type { IndexDefinition } from '@freehold/core/composite';
import { CompareTabs } from '../comparison/frame.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { addIndex, indicesChanged } from './calls.ts';
import { FromData } from './from-data.tsx';
import { FromFiles } from './from-files.tsx';
import { FromShared } from './from-shared.tsx';
import { Preview } from './preview.tsx';
import type { Way } from './routes.tsx';
import './words.ts';
import '../look/composite.css';

/** The ways to a new index. Each ends with the index as it would be; nothing is kept before. */
export function BeginIndex() {
  const { partnership } = useParams({ from: '/p/$partnership/compare/index/new' });
  const { way = 'files' } = useSearch({ from: '/p/$partnership/compare/index/new' });
  const mine = usePartnership(partnership);
  const navigate = useNavigate();
  const [found, setFound] = useState<IndexDefinition | null>(null);
  const keep = useMutation({
    mutationFn: (content: IndexDefinition) => addIndex(partnership, content),
    onSuccess: async ({ id }) => {
      await indicesChanged(partnership);
      await navigate({
        to: '/p/$partnership/compare/index/$index',
        params: { partnership, index: id },
      });
    },
  });
  useCrumbs(
    { words: 'Compare', to: `/p/${partnership}/compare` },
    { words: 'Index', to: `/p/${partnership}/compare/index` },
    { words: 'New' },
  );
  return (
    <Page
      title="Make an index"
      lede="Nothing is kept until you have seen what would come; everything can be changed afterwards."
    >
      <CompareTabs partnership={partnership} place={undefined} />
      {mine === null || !mayEditPlace(mine.role) ? (
        <p>A co-ordinator or an analyst of your partnership makes indices.</p>
      ) : (
        <>
          <Choice<Way>
            label="Made of"
            value={way}
            options={ways}
            onChange={(next) => {
              setFound(null);
              void navigate({
                to: '/p/$partnership/compare/index/new',
                params: { partnership },
                search: { way: next },
              });
            }}
          />
          {way === 'files' && <FromFiles onFound={setFound} />}
          {way === 'data' && <FromData partnership={partnership} onFound={setFound} />}
          {way === 'shared' && (
            <FromShared partnership={partnership} place={mine.homePlace ?? ''} onFound={setFound} />
          )}
          {found !== null && (
            <section className="stack">
              <h2>Look at what would come</h2>
              <Preview definition={found} />
              <Problems error={keep.error} />
              <div>
                <Button tone="primary" disabled={keep.isPending} onClick={() => keep.mutate(found)}>
                  Keep this index
                </Button>
              </div>
            </section>
          )}
        </>
      )}
    </Page>
  );
}

const ways: readonly (readonly [Way, string])[] = [
  ['files', 'Two CSV files: the data, and what the columns mean'],
  ['data', 'Data that you have imported, for all places of a type'],
  ['shared', 'Reviews that places share with you, topic by topic'],
];
