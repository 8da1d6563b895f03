import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import type { Mapping } from '@freehold/core/data';
import { Notice } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { mappingsQuery, previewQuery } from './calls.ts';
import { CheckAndKeep } from './check-and-keep.tsx';
import { ChooseFile } from './choose-file.tsx';
import { MappingChoice } from './mapping-choice.tsx';
import { PreviewTable } from './preview-table.tsx';
import type { SentFile } from './send-file.ts';
import { fileSize } from './words.ts';
import '../look/data.css';

/** From a publisher's file to checked and kept data, one step at a time. */
export function Import() {
  const { partnership } = useParams({ from: '/p/$partnership/data/import' });
  const { kind } = useSearch({ from: '/p/$partnership/data/import' });
  const mine = usePartnership(partnership);
  const [file, setFile] = useState<SentFile | null>(null);
  useCrumbs({ words: 'Data', to: `/p/${partnership}/data` }, { words: 'Import' });
  if (mine === null) return <Loading what="the import" />;
  const title = kind === 'places' ? 'Import places or boundaries' : 'Import data';
  if (!mayEditPlace(mine.role)) {
    return (
      <Page title={title}>
        <p>A co-ordinator or an analyst of your partnership imports data.</p>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      lede="Nothing is kept until you have seen what would change. Bring published figures only, never a file about single survivors."
    >
      <ol className="wizard">
        <li>
          <h2>Choose a file</h2>
          {file === null ? (
            <ChooseFile partnership={partnership} places={kind === 'places'} onSent={setFile} />
          ) : (
            <div className="row">
              <span>
                <span className="strong">{file.name}</span>{' '}
                <span className="small soft">{fileSize(file.size)}</span>
              </span>
              <button type="button" className="button quiet" onClick={() => setFile(null)}>
                Choose another
              </button>
            </div>
          )}
        </li>
        {file !== null && (
          <Read key={file.file} partnership={partnership} file={file} places={kind === 'places'} />
        )}
      </ol>
      <p className="small">
        <Link to="/p/$partnership/data/jobs" params={{ partnership }}>
          Past imports
        </Link>
      </p>
    </Page>
  );
}

function Read({
  partnership,
  file,
  places,
}: {
  partnership: string;
  file: SentFile;
  places: boolean;
}) {
  const preview = useQuery(previewQuery(partnership, file.file));
  const mappings = useQuery(mappingsQuery(partnership));
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const error = preview.error ?? mappings.error;
  if (error) return <Problems error={error} />;
  if (preview.data === undefined || mappings.data === undefined) return <Loading what="the file" />;
  const sample = preview.data;
  return (
    <>
      <li>
        <h2>Say what it holds</h2>
        {sample.problems.length > 0 && (
          <Notice tone="warn" title="The file has faults">
            <p>They are listed with row and column when you check it.</p>
          </Notice>
        )}
        <PreviewTable sample={sample} />
        <MappingChoice
          partnership={partnership}
          saved={mappings.data.mappings}
          sample={sample}
          fileName={file.name}
          usual={sample.form === 'geojson' ? 'boundaries' : places ? 'places' : 'observations'}
          onChange={setMapping}
        />
      </li>
      {mapping !== null && (
        <CheckAndKeep
          key={JSON.stringify(mapping)}
          partnership={partnership}
          file={file}
          mapping={mapping}
        />
      )}
    </>
  );
}
