import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { Refusal } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Problems, problemsOf } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { number } from '../words.ts';
import { exportAddress, frameworksQuery, importFile, versionsChanged } from './calls.ts';
import { FaultTable } from './fault-table.tsx';
import '../look/framework.css';

/** Brings a framework in from a file: either a new draft, or a table of everything that is wrong with the file. */
export function ImportFramework() {
  const { partnership } = useParams({ from: '/p/$partnership/frameworks/import' });
  const role = usePartnership(partnership)?.role ?? null;
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: (chosen: File) => importFile(partnership, chosen),
    onSuccess: async ({ id }) => {
      await versionsChanged(partnership);
      await navigate({
        to: '/p/$partnership/frameworks/$version',
        params: { partnership, version: id },
      });
    },
  });
  useCrumbs(
    { words: 'Frameworks', to: `/p/${partnership}/frameworks` },
    { words: 'Import a framework' },
  );
  if (role !== null && !mayCoordinate(role))
    return (
      <Page title="Only a co-ordinator can import a framework">
        <p>Ask yours to do it, and send them the file.</p>
      </Page>
    );
  const faults = send.isError ? problemsOf(send.error) : [];
  const inFile = send.error instanceof Refusal && send.error.status === 422;
  return (
    <Page
      title="Import a framework from a file"
      lede="The file becomes a draft of your own. Nothing changes for reviews until you publish it."
    >
      <section className="stack">
        <Field label="File" hint="XLSX with the nine sheets of an export, or JSON; up to 10 MB.">
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              accept=".xlsx,.json"
              onClick={({ currentTarget }) => {
                // So that the same file, mended, counts as chosen anew.
                currentTarget.value = '';
              }}
              onChange={({ target }) => {
                const [chosen = null] = target.files ?? [];
                if (chosen === null) return;
                setFile(chosen);
                send.reset();
              }}
            />
          )}
        </Field>
        {file !== null && (
          <div className="row">
            <span>
              <span className="strong">{file.name}</span>{' '}
              <span className="soft small">{number(Math.max(1, file.size / 1024))} KB</span>
            </span>
            <Button tone="primary" disabled={send.isPending} onClick={() => send.mutate(file)}>
              {send.isPending ? 'Reading the file …' : 'Read it into a draft'}
            </Button>
          </div>
        )}
        {send.isError &&
          (inFile ? (
            <FaultTable file={file?.name ?? ''} faults={faults} />
          ) : (
            <Problems error={send.error} />
          ))}
      </section>
      <HowTo partnership={partnership} />
    </Page>
  );
}

function HowTo({ partnership }: { partnership: string }) {
  const { data } = useQuery(frameworksQuery(partnership));
  const shared = data?.frameworks.find((each) => each.shared)?.versions[0];
  return (
    <Notice title="How to begin">
      <ol className="steps">
        <li>
          {shared === undefined ? (
            <>
              Save a version of a{' '}
              <Link to="/p/$partnership/frameworks" params={{ partnership }}>
                framework
              </Link>{' '}
              as XLSX.
            </>
          ) : (
            <>
              Save{' '}
              <a href={exportAddress(partnership, shared.id, 'xlsx', null)} download>
                the shared framework as XLSX
              </a>{' '}
              and open it in a spreadsheet program.
            </>
          )}
        </li>
        <li>
          Change rows in the sheets levels, topics, indicators, anchors, profiles, profile-items and
          sources. A new code in the sheet framework makes a framework apart; the same code makes
          the next version.
        </li>
        <li>
          Keep the column titles. In lists, semicolons part the items. An indicator that people rate
          has five anchors, worded so that 4 is best.
        </li>
        <li>
          Say in the statement where your framework comes from; it shows wherever the title shows.
        </li>
      </ol>
    </Notice>
  );
}
