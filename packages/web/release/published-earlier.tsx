import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { day } from '../words.ts';
import type { EarlierFiles } from './earlier-files.ts';
import { fileText, releasesQuery, type Listed } from './published-calls.ts';

/** Releases that the partnership published, asked for only when somebody wants them: the studio works without network. */
export function PublishedEarlier({ onChosen }: { onChosen: (chosen: EarlierFiles) => void }) {
  const { partnership } = useParams({ from: '/p/$partnership' });
  const [asked, ask] = useState(false);
  const { data, error, fetchStatus } = useQuery({ ...releasesQuery(partnership), enabled: asked });
  const read = useMutation({
    mutationFn: async ({ id, title }: Listed): Promise<EarlierFiles> => {
      const [counts, manifest] = await Promise.all([
        fileText(partnership, id, 'counts.csv'),
        fileText(partnership, id, 'manifest.json'),
      ]);
      return { title, files: { counts: new Blob([counts]), manifest } };
    },
    onSuccess: onChosen,
  });
  if (!asked)
    return (
      <div>
        <Button onClick={() => ask(true)}>List what the partnership published</Button>
      </div>
    );
  const there = (data?.releases ?? []).filter(
    ({ guarantee, withdrawn }) => guarantee.kind === 'k' && withdrawn === null,
  );
  return (
    <>
      <Problems error={error ?? read.error} />
      {data === undefined && error === null && (
        <p role="status">
          {fetchStatus === 'paused'
            ? 'There is no network. Choose the files from a disk.'
            : 'Asking for the list …'}
        </p>
      )}
      {data !== undefined && there.length === 0 && (
        <p>The partnership has published no release by k-anonymity.</p>
      )}
      {there.length > 0 && (
        <Choice
          label="Or one that the partnership published"
          hint={
            read.isPending
              ? 'It is being read …'
              : 'Its files are read from the server; nothing is sent.'
          }
          value={read.data === undefined ? '' : (read.variables?.id ?? '')}
          options={[
            ['', 'Choose a release'],
            ...there.map(
              ({ id, title, publishedAt }) => [id, `${title} (${day(publishedAt)})`] as const,
            ),
          ]}
          onChange={(id) => {
            const found = there.find((each) => each.id === id);
            if (found !== undefined) read.mutate(found);
          }}
        />
      )}
    </>
  );
}
