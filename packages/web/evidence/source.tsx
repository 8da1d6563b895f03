import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { evidenceChanged, removeSource, sourceQuery } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';
import { SourceForm } from './source-form.tsx';
import { sortWords, typeWords } from './words.ts';

/** One publication: what it is, its studies, and every record of every file that it came from. */
export function SourcePage() {
  const { partnership, source: id } = useParams({
    from: '/p/$partnership/evidence/sources/$source',
  });
  const { data, error } = useQuery(sourceQuery(partnership, id));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [changing, setChanging] = useState(false);
  const { offer, offerUndo } = useUndo();
  const remove = useMutation({
    mutationFn: (removed: boolean) => removeSource(partnership, id, removed),
    onSuccess: async ({ removed }) => {
      offerUndo({
        says: removed ? 'The source is taken away.' : 'The source is back.',
        undo: () => remove.mutate(!removed),
      });
      if (!removed) await evidenceChanged(partnership);
    },
  });
  const reference = data?.source.reference;
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Sources"
      crumb="Source"
      title={reference?.title ?? ''}
      lede={reference?.authors.join('; ')}
      ready={data !== undefined}
      action={may ? <Button onClick={() => setChanging(true)}>Change it</Button> : undefined}
    >
      <Undo offer={offer} />
      <Problems error={remove.error} />
      {data !== undefined && reference !== undefined && (
        <>
          {data.mergedInto !== null && (
            <Notice title="This record was merged into another">
              <p>
                <Link
                  to="/p/$partnership/evidence/sources/$source"
                  params={{ partnership, source: data.mergedInto }}
                >
                  Go to the one that stands
                </Link>
              </p>
            </Notice>
          )}
          <dl className="points">
            {[
              ['Type', typeWords[reference.type]],
              ['Sort of publication', sortWords[data.source.sort]],
              ['Year', reference.year === null ? '' : String(reference.year)],
              ['In', reference.container],
              ['Publisher', reference.publisher],
              ['Language', reference.language],
              ['Licence', data.source.licence],
              ['Added', `${day(data.source.addedAt)} by ${data.source.addedBy}`],
            ].map(([term = '', value = '']) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value === '' ? <span className="soft">– not known</span> : value}</dd>
              </div>
            ))}
            <div>
              <dt>DOI or address</dt>
              <dd>
                <Address doi={reference.doi} url={reference.url} />
              </dd>
            </div>
          </dl>
          {data.source.note !== '' && <p>{data.source.note}</p>}
          {reference.abstract !== '' && (
            <section className="stack">
              <h2>Abstract</h2>
              <p>{reference.abstract}</p>
            </section>
          )}
          <section className="stack">
            <h2>{count(data.studies.length, 'study', 'studies')} in it</h2>
            {data.studies.length > 0 && (
              <ul>
                {data.studies.map((study) => (
                  <li key={study.id}>
                    <Link
                      to="/p/$partnership/evidence/studies/$study"
                      params={{ partnership, study: study.id }}
                    >
                      {study.title}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {data.arrivals.length > 0 && (
            <Table
              caption="Records of files that were this publication"
              rows={data.arrivals}
              rowKey={({ file, number }) => `${file} ${number}`}
              columns={[
                { title: 'File', heads: true, cell: ({ file }) => file },
                { title: 'Record', figure: true, cell: ({ number }) => number },
                { title: 'Row', figure: true, cell: ({ row }) => row },
                { title: 'Became', cell: ({ fate }) => fate },
                { title: 'Because', cell: ({ because }) => because.replaceAll('-', ' ') || '–' },
              ]}
            />
          )}
          {may && (
            <div>
              <Button tone="quiet" disabled={remove.isPending} onClick={() => remove.mutate(true)}>
                Take this source away
              </Button>
            </div>
          )}
        </>
      )}
      {changing && data !== undefined && (
        <SourceForm
          partnership={partnership}
          source={data.source}
          onClose={() => setChanging(false)}
        />
      )}
    </EvidenceFrame>
  );
}

/** Only an address that a browser may follow becomes a link. */
function Address({ doi, url }: { doi: string; url: string }) {
  const to = doi === '' ? url : `https://doi.org/${doi}`;
  if (to === '') return <span className="soft">– not known</span>;
  if (!/^https?:\/\//.test(to)) return <span>{to}</span>;
  return (
    <a href={to} rel="noopener noreferrer" target="_blank">
      {doi === '' ? url : doi}
    </a>
  );
}
