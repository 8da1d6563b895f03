import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import type { StudyMapping } from '@freehold/core/evidence';
import { CheckThenImport } from '../data/check-then-import.tsx';
import type { SentFile } from '../data/send-file.ts';
import { buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Method } from '../parts/page.tsx';
import '../parts/workbook-words.ts';
import { usePartnership } from '../session/session.ts';
import { checkFiles, evidenceChanged, importFiles } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';
import { ImportAccount } from './import-account.tsx';
import { ImportFiles } from './import-files.tsx';
import { MappingField } from './mapping-field.tsx';
import { PastImports } from './past-imports.tsx';
import '../look/data.css';

/** Files into the register, with nothing kept before one has seen what would come. */
export function EvidenceImport() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/import' });
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [kind, setKind] = useState<'references' | 'studies'>('references');
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const [mapping, setMapping] = useState<StudyMapping | null>(null);
  const ready = files.length > 0 && (kind === 'references' || mapping !== null);
  const asked = {
    files: files.map(({ file }) => file),
    mapping: kind === 'studies' ? mapping : null,
  };
  return (
    <EvidenceFrame
      {...{ partnership, error: null }}
      here="Sources"
      crumb="Import"
      title="Bring references or studies in"
      lede="Nothing is kept until you have seen what would come. Every record is accounted for: new, there already, or rejected with its reason."
      ready
    >
      {!may ? (
        <p>A co-ordinator, analyst, chair or researcher of your partnership brings files in.</p>
      ) : (
        <ol className="wizard">
          <li>
            <h2>Choose the files</h2>
            <Choice
              label="What is in them"
              value={kind}
              options={[
                ['references', 'References, as a reference manager or database exports them'],
                ['studies', 'Studies, one a row, as in a systematic map’s table'],
              ]}
              onChange={setKind}
            />
            <ImportFiles {...{ partnership, kind, files }} onFiles={setFiles} />
            {kind === 'studies' && (
              <MappingField
                {...{ partnership, mapping }}
                file={files[0]?.file ?? null}
                onMapping={setMapping}
              />
            )}
          </li>
          {ready && (
            <CheckAndKeep key={JSON.stringify(asked)} partnership={partnership} asked={asked} />
          )}
        </ol>
      )}
      <PastImports partnership={partnership} />
      <Method>
        <p>
          RIS, BibTeX, CSV, XLSX and a register’s JSON are read, in whatever encoding. Two records
          are one publication where they share a DOI, or a title in the same year; what is only
          alike is put before you. A study that came in before stays as people have since made it. A
          cell that cannot be read is left out and told of, and refuses no study.
        </p>
      </Method>
    </EvidenceFrame>
  );
}

type Asked = Parameters<typeof checkFiles>[1];

function CheckAndKeep({ partnership, asked }: { partnership: string; asked: Asked }) {
  return (
    <CheckThenImport
      partnership={partnership}
      several
      check={() => checkFiles(partnership, asked)}
      keep={() => importFiles(partnership, asked)}
      account={(job) => <ImportAccount job={job} />}
      onKept={() => evidenceChanged(partnership)}
    >
      <Link
        className={buttonClass('primary')}
        to="/p/$partnership/evidence/sources"
        params={{ partnership }}
      >
        See the sources
      </Link>
      <Link
        className={buttonClass('quiet')}
        to="/p/$partnership/evidence/duplicates"
        params={{ partnership }}
      >
        What may be one publication
      </Link>
    </CheckThenImport>
  );
}
