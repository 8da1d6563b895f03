import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refusal } from '../api.ts';
import { isMadeUp } from '../figure/made-up.ts';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Progress } from '../parts/progress.tsx';
import { count, moment } from '../words.ts';
import { readVersion, type IndexAt, type KeptIndex } from './calls.ts';
import type { Drafting } from './draft.ts';
import { useIndexWork, type Asked } from './work.ts';

/** The bundle that anybody can work out again, the tables by themselves, and the versions. */
export function Files({
  at,
  kept,
  draft,
  mayEdit,
}: {
  at: IndexAt;
  kept: KeptIndex;
  draft: Drafting;
  mayEdit: boolean;
}) {
  const { now } = draft;
  const [asked, ask] = useState<Asked | null>(null);
  const { work, stop, again } = useIndexWork('bundle', asked);
  const found = asked !== null && work.state === 'done' ? work.value.found : null;
  useEffect(() => {
    if (asked !== null && found?.ok) saveText(`${asked.of.title}.json`, found.value);
  }, [asked, found]);
  const take = useMutation({
    mutationFn: (version: string) => readVersion(at, version),
    onSuccess: ({ content }) => draft.change(content),
  });
  return (
    <>
      <section className="stack">
        <h2>Take it all with you</h2>
        <p>
          One file with the data, the method, what is doubted and the results. Whoever has it can
          work everything out again: <code>freehold index recompute</code> gives the same bytes, or
          says which differ.
        </p>
        {found?.ok === false && <Problems error={new Refusal(422, found.problems)} />}
        {asked !== null && work.state !== 'done' ? (
          <Progress what="The bundle" work={work} onStop={stop} onAgain={again} />
        ) : (
          <div className="row">
            <Button onClick={() => ask({ kind: 'bundle', of: now })}>Download the bundle</Button>
            <Button tone="quiet" onClick={() => saveText(`${now.title} data.csv`, now.data)}>
              Only the data
            </Button>
            <Button tone="quiet" onClick={() => saveText(`${now.title} meta.csv`, now.meta)}>
              What the columns mean
            </Button>
            <Button
              tone="quiet"
              onClick={() =>
                saveText(`${now.title} method.json`, JSON.stringify(now.method, null, 2))
              }
            >
              The method
            </Button>
          </div>
        )}
      </section>
      <section className="stack">
        <h2>{count(kept.versions.length, 'version', 'versions')}</h2>
        <p className="small soft">
          Every time that the index is kept there is a next version, and none is ever changed.
        </p>
        <Problems error={take.error} />
        <ul>
          {kept.versions.map(({ id, number, note, byName, at: when }) => (
            <li key={id}>
              <strong>Version {number}</strong>, {moment(when)}
              {byName !== '' && `, by ${byName}`}
              {note !== '' && `: ${note}`}{' '}
              {mayEdit && number !== kept.revision && (
                <Button tone="quiet" disabled={take.isPending} onClick={() => take.mutate(id)}>
                  Look at it again<span className="unseen">: version {number}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function saveText(name: string, text: string) {
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
  save(new Blob([text], { type }), `${isMadeUp() ? 'made up - ' : ''}${name}`);
}
