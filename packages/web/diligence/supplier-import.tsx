import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import {
  supplierColumns,
  type SupplierColumn,
  type SupplierMapping,
} from '@freehold/core/diligence';
import { got } from '../api.ts';
import { ChangeFrame } from '../change/frame.tsx';
import { CheckThenImport } from '../data/check-then-import.tsx';
import type { Job } from '../data/job-view.tsx';
import { PreviewTable } from '../data/preview-table.tsx';
import type { SentFile } from '../data/send-file.ts';
import { FileField } from '../directory/file-field.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Loading, Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import '../parts/workbook-words.ts';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { diligenceChanged, partner, supplierPreviewQuery, type Preview } from './calls.ts';
import { PastSupplierImports } from './past-imports.tsx';
import './words.ts';
import '../look/data.css';
import '../look/record.css';
import '../look/diligence.css';

/** From a file of suppliers to the list, with nothing kept before one has seen what would come. */
export function SupplierImport() {
  const { partnership } = useParams({ from: '/p/$partnership/change/suppliers/import' });
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const [file, setFile] = useState<SentFile | null>(null);
  return (
    <ChangeFrame
      partnership={partnership}
      here="Suppliers"
      title="Bring a list of suppliers in"
      lede="Nothing is kept until you have seen what would come. A list holds organisations and numbers of workers; leave people out of it."
      error={null}
      ready
    >
      {!may ? (
        <p>A co-ordinator or an analyst of your partnership imports suppliers.</p>
      ) : (
        <ol className="wizard">
          <li>
            <h2>Choose the file</h2>
            <FileField
              partnership={partnership}
              label="Suppliers (CSV or XLSX)"
              hint="A row for each supplier, or for each of its sites. Only a name is needed; of a workbook the first sheet is read."
              accept=".csv,.tsv,.txt,.xlsx"
              sent={file}
              onSent={setFile}
            />
          </li>
          {file !== null && <Read key={file.file} {...{ partnership, file }} />}
        </ol>
      )}
      <PastSupplierImports partnership={partnership} may={may} />
      <Method>
        <p>
          Rows of one name, company number and country are one supplier with several sites. A
          supplier that is there already stays as it is and gets the sites that are new. Suppliers
          that may be one are suggested, by company number, by name, or by names that are alike; you
          say which are. A site lies where its place code says, or else its point, or else the first
          half of its postcode where a place here has that code.
        </p>
      </Method>
    </ChangeFrame>
  );
}

function Read({ partnership, file }: { partnership: string; file: SentFile }) {
  const { data, error } = useQuery(supplierPreviewQuery(partnership, file.file));
  const [changed, setChanged] = useState<SupplierMapping | null>(null);
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="the file" />;
  const mapping = changed ?? data.mapping;
  return (
    <>
      <li>
        <h2>Say which column is what</h2>
        <p className="small soft">
          {count(data.total, 'row', 'rows')}. What we guessed from the names of the columns can be
          changed.
        </p>
        <PreviewTable sample={{ form: 'table', ...data }} />
        <Columns {...{ data, mapping }} onChange={setChanged} />
      </li>
      <CheckAndKeep key={JSON.stringify(mapping)} {...{ partnership, mapping }} file={file.file} />
    </>
  );
}

const columnWords: Readonly<Record<SupplierColumn, string>> = {
  name: 'Name',
  companyNumber: 'Company number',
  country: 'Country',
  tier: 'Tier',
  products: 'Products (ISIC)',
  workers: 'Workers (a number)',
  turnover: 'Turnover',
  currency: 'Currency',
  note: 'Note',
  siteName: 'Site: name',
  siteCountry: 'Site: country',
  sitePostcode: 'Site: postcode',
  sitePlaceCode: 'Site: place code',
  siteLatitude: 'Site: latitude',
  siteLongitude: 'Site: longitude',
  siteWorkers: 'Site: workers',
};

function Columns({
  data,
  mapping,
  onChange,
}: {
  data: Preview;
  mapping: SupplierMapping;
  onChange: (mapping: SupplierMapping) => void;
}) {
  const names = data.columns.filter((name) => name !== '');
  return (
    <div className="partners-filters">
      {supplierColumns.map((of) => (
        <Choice
          key={of}
          label={columnWords[of]}
          value={mapping.columns[of]}
          options={[
            ...(of === 'name' ? [] : [['', 'Not in the file'] as const]),
            ...names.map((name) => [name, name] as const),
          ]}
          onChange={(column) =>
            onChange({ ...mapping, columns: { ...mapping.columns, [of]: column } })
          }
        />
      ))}
    </div>
  );
}

function CheckAndKeep({
  partnership,
  mapping,
  file,
}: {
  partnership: string;
  mapping: SupplierMapping;
  file: string;
}) {
  const at = { param: { partnership }, json: { file, mapping } };
  const files = partner['supplier-files'];
  return (
    <CheckThenImport
      partnership={partnership}
      several={false}
      check={() => got(files.check.$post(at))}
      keep={() => got(files.import.$post(at))}
      account={(job) => <SiteCounts job={job} />}
      onKept={() => diligenceChanged(partnership)}
    >
      <Link
        className={buttonClass('primary')}
        to="/p/$partnership/change/suppliers"
        params={{ partnership }}
      >
        See the suppliers
      </Link>
    </CheckThenImport>
  );
}

/** What the common counts leave out: sites, those that cannot be placed, and pairs that may be one. */
function SiteCounts({ job: { result } }: { job: Job }) {
  const counts = result?.counts;
  if (counts === undefined) return null;
  return (
    <p className="small">
      {count(counts['sites'] ?? 0, 'new site', 'new sites')}, of which{' '}
      {count(counts['unplaced'] ?? 0, 'cannot be placed', 'cannot be placed')};{' '}
      {count(counts['alike'] ?? 0, 'pair', 'pairs')} of suppliers may be one.
    </p>
  );
}
