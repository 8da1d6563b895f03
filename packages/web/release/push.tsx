import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayPublishReleases } from '@freehold/core/access';
import { shownToPublic } from '@freehold/core/privacy';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import type { NumberedRun } from './desk.ts';
import { publishRelease } from './published-calls.ts';
import type { Studio } from './use-desk.ts';

/** Sends the protected files, and only them, to be kept as a published data set of the partnership. */
export function Push({
  studio: { desk, ledger, bundle },
  run,
  title,
}: {
  studio: Studio;
  run: NumberedRun;
  title: string;
}) {
  const { partnership } = useParams({ from: '/p/$partnership' });
  const role = usePartnership(partnership)?.role;
  const charge = run.settings.kind === 'private' ? ledger : null;
  const [purpose, setPurpose] = useState(charge?.lines.at(-1)?.purpose ?? '');
  const push = useMutation({
    mutationFn: async () =>
      publishRelease(partnership, {
        ...{ title, purpose: purpose.trim(), files: await textsOf(run, bundle) },
        ledger: charge === null ? null : told(charge),
      }),
    onSuccess: () => desk.saved(),
  });
  if (role === undefined || !mayPublishReleases(role))
    return (
      <p className="soft">A co-ordinator or an analyst may also publish it in the partnership.</p>
    );
  return (
    <section className="stack">
      <h2>Or publish it in the partnership</h2>
      <p className="soft">
        The files above are sent to this Freehold and shown to its members, with the ledger’s lines
        where there is one. This is the only step that sends anything.
      </p>
      <Problems error={push.error} />
      {push.data === undefined ? (
        <>
          <TextField
            label="Purpose"
            hint="What the release is for, in a sentence."
            value={purpose}
            maxLength={2000}
            onChange={setPurpose}
          />
          <div>
            <Button
              disabled={push.isPending || purpose.trim() === ''}
              onClick={() => push.mutate()}
            >
              {push.isPending ? 'Sending …' : 'Publish in the partnership'}
            </Button>
          </div>
        </>
      ) : (
        <p role="status">
          It is published.{' '}
          <Link
            to="/p/$partnership/release/published/$release"
            params={{ partnership, release: push.data }}
          >
            Look at it
          </Link>
        </p>
      )}
    </section>
  );
}

async function textsOf({ files }: NumberedRun, bundle: Studio['bundle']) {
  const places = bundle?.made.files.find(({ name }) => name === 'places.json');
  const [synthetic, counts, manifest, codebook] = await Promise.all([
    files['synthetic.csv'].text(),
    files['counts.csv'].text(),
    files['manifest.json'].text(),
    files['codebook.json'].text(),
  ]);
  return {
    'synthetic.csv': synthetic,
    'counts.csv': counts,
    'manifest.json': manifest,
    'codebook.json': codebook,
    ...(places !== undefined && { 'places.json': await places.content.text() }),
  };
}

function told(ledger: NonNullable<Studio['ledger']>) {
  const { dataSet, budget, lines } = shownToPublic(ledger);
  return { dataSet, budget, lines: [...lines] };
}
