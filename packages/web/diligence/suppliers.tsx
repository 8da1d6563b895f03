import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { ChangeFrame } from '../change/frame.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count, number } from '../words.ts';
import { suppliersQuery, type SupplierPage } from './calls.ts';
import { SupplierDuplicates } from './duplicates.tsx';
import { SupplierFilters } from './filters.tsx';
import { SupplierForm } from './supplier-form.tsx';
import { SupplierTable } from './supplier-table.tsx';
import '../look/record.css';
import '../look/directory.css';
import '../look/diligence.css';

/** Who supplies, the most severe first: page by page, narrowed by words and facets. */
export function Suppliers() {
  const { partnership } = useParams({ from: '/p/$partnership/change/suppliers' });
  const search = useSearch({ from: '/p/$partnership/change/suppliers' });
  const navigate = useNavigate({ from: '/p/$partnership/change/suppliers' });
  const { data, error } = useQuery(suppliersQuery(partnership, search));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const [adding, setAdding] = useState(false);
  const { offer, offerUndo } = useUndo();
  const narrowed = Object.keys(search).some((key) => key !== 'page' && key !== 'order');
  const none = data?.total === 0 && !narrowed;
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Suppliers"
      title={titleFor(data, narrowed)}
      ready={data !== undefined}
      action={may && !none ? <ImportLink partnership={partnership} tone="primary" /> : undefined}
    >
      <Undo offer={offer} />
      {none ? (
        <NoSuppliers {...{ partnership, may }} onAdd={() => setAdding(true)} />
      ) : (
        <>
          <div className="row">
            <Link
              className={buttonClass()}
              to="/p/$partnership/change/suppliers/map"
              params={{ partnership }}
            >
              Where they are
            </Link>
            <Link
              className={buttonClass()}
              to="/p/$partnership/change/diligence/rules"
              params={{ partnership }}
            >
              Rules of priority
            </Link>
            {may && <Button onClick={() => setAdding(true)}>Add a supplier</Button>}
            <a
              className={buttonClass()}
              href={`/api/partnerships/${partnership}/suppliers.csv`}
              download
            >
              CSV
            </a>
          </div>
          <SupplierDuplicates {...{ partnership, may, offerUndo }} />
          {data !== undefined && (
            <>
              <SupplierFilters
                {...{ search, facets: data }}
                onChange={(next) => void navigate({ search: next, replace: true })}
              />
              <SupplierTable
                {...{ partnership, data }}
                onPage={(page) => void navigate({ search: { ...search, page } })}
              />
            </>
          )}
          <Method>
            <p>
              Rules look at country, product and tier, each with its source; the highest severity
              and the highest likelihood of those that fit stand. Severity orders first, then
              likelihood; the product is shown and orders nothing. High is severity 5, or 4 with
              likelihood 3 or more; medium is severity 3 and over. What Freehold ships is PROPOSED.
              A supplier that no rule speaks to is not known, which is not low. No rule is about a
              person.
            </p>
          </Method>
        </>
      )}
      {adding && (
        <SupplierForm {...{ partnership }} supplier={null} onClose={() => setAdding(false)} />
      )}
    </ChangeFrame>
  );
}

function titleFor(data: SupplierPage | undefined, narrowed: boolean): string {
  if (data === undefined) return 'Suppliers';
  if (narrowed) return `${count(data.total, 'supplier fits', 'suppliers fit')}`;
  if (data.total === 0) return 'No supplier is listed yet';
  const high = data.bands.find(({ code }) => code === 'high')?.n ?? 0;
  return `${number(high)} of ${count(data.total, 'supplier stands', 'suppliers stand')} high by the rules`;
}

function ImportLink({ partnership, tone }: { partnership: string; tone: 'primary' | 'plain' }) {
  return (
    <Link
      className={buttonClass(tone)}
      to="/p/$partnership/change/suppliers/import"
      params={{ partnership }}
    >
      Import suppliers
    </Link>
  );
}

function NoSuppliers({
  partnership,
  may,
  onAdd,
}: {
  partnership: string;
  may: boolean;
  onAdd: () => void;
}) {
  return (
    <Empty title="Due diligence begins with who supplies you, and where">
      <p>
        Bring the list that your buyers have, as CSV or XLSX: a name in each row is enough; country,
        tier, product and sites say more. Freehold puts them in order by rules that you can change,
        and shows whose area their sites lie in. It holds numbers of workers and never a name.
      </p>
      {may && (
        <div className="row">
          <ImportLink partnership={partnership} tone="primary" />
          <Button onClick={onAdd}>Add one by hand</Button>
        </div>
      )}
    </Empty>
  );
}
