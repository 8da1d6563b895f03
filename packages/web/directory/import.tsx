import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { previewQuery } from '../data/calls.ts';
import { CheckThenImport } from '../data/check-then-import.tsx';
import { PreviewTable } from '../data/preview-table.tsx';
import type { SentFile } from '../data/send-file.ts';
import { got } from '../api.ts';
import { buttonClass } from '../parts/button.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { directoryChanged, room } from './calls.ts';
import { FileField } from './file-field.tsx';
import { PartnersFrame } from './frame.tsx';
import { ImportCounts } from './import-counts.tsx';
import { PastDirectoryImports } from './past-imports.tsx';
import '../look/data.css';

/** From two files of a mapping to a directory, with nothing kept before one has seen what would come. */
export function DirectoryImport() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/import' });
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const [partnerships, setPartnerships] = useState<SentFile | null>(null);
  const [members, setMembers] = useState<SentFile | null>(null);
  return (
    <PartnersFrame
      partnership={partnership}
      here="Import"
      title="Bring a mapping of partnerships in"
      lede="Nothing is kept until you have seen what would come. What cannot be read with certainty waits for you; nothing is dropped."
    >
      {!may ? (
        <p>A co-ordinator or an analyst of your partnership imports a mapping.</p>
      ) : (
        <ol className="wizard">
          <li>
            <h2>Choose the files</h2>
            <FileField
              partnership={partnership}
              label="Partnerships (CSV)"
              hint="One row for each partnership and area, as the public map of 2017 has it."
              sent={partnerships}
              onSent={setPartnerships}
            />
            <FileField
              partnership={partnership}
              label="Members (CSV), if you have them"
              hint="One row for each partnership, its members in one cell as somebody typed them."
              sent={members}
              onSent={setMembers}
            />
            {partnerships !== null && <Preview partnership={partnership} file={partnerships} />}
          </li>
          {partnerships !== null && (
            <CheckAndKeep
              key={`${partnerships.file} ${members?.file ?? ''}`}
              partnership={partnership}
              files={{ partnerships: partnerships.file, members: members?.file ?? null }}
            />
          )}
        </ol>
      )}
      <PastDirectoryImports partnership={partnership} may={may} />
      <Method>
        <p>
          Rows with one id become one partnership with many areas. Words are read by a mapping that
          comes with Freehold; the files of 2017 do not. A name is taken for an organisation only
          where its letters agree; all else is a suggestion with a score and a reason. Every row and
          cell is counted: the numbers after a check add up to what was in the file.
        </p>
      </Method>
    </PartnersFrame>
  );
}

function Preview({ partnership, file }: { partnership: string; file: SentFile }) {
  const { data, error } = useQuery(previewQuery(partnership, file.file));
  if (error) return <Problems error={error} />;
  return data === undefined ? null : <PreviewTable sample={data} />;
}

type Files = { readonly partnerships: string; readonly members: string | null };

function CheckAndKeep({ partnership, files }: { partnership: string; files: Files }) {
  const at = { param: { partnership }, json: files };
  return (
    <CheckThenImport
      partnership={partnership}
      several
      check={() => got(room.check.$post(at))}
      keep={() => got(room.import.$post(at))}
      account={(job) => <ImportCounts job={job} />}
      onKept={() => directoryChanged(partnership)}
    >
      <Link
        className={buttonClass('primary')}
        to="/p/$partnership/partners/clean-up"
        params={{ partnership }}
      >
        Clean up what waits
      </Link>
      <Link className={buttonClass('quiet')} to="/p/$partnership/partners" params={{ partnership }}>
        See the directory
      </Link>
    </CheckThenImport>
  );
}
