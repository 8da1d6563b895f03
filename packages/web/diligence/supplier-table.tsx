import { Link } from '@tanstack/react-router';
import { Button } from '../parts/button.tsx';
import { Table } from '../parts/table.tsx';
import { number } from '../words.ts';
import type { SupplierPage } from './calls.ts';
import { BandTag } from './tags.tsx';
import { arithmetic, countryWords, productWords, tierWords } from './words.ts';

/** One page of suppliers with what put them where they stand. */
export function SupplierTable({
  partnership,
  data,
  onPage,
}: {
  partnership: string;
  data: SupplierPage;
  onPage: (page: number) => void;
}) {
  const { suppliers, page, pages, total } = data;
  if (suppliers.length === 0) return <p>No supplier fits. Ask for less at once.</p>;
  return (
    <>
      <Table
        caption={`${number(total)} in all; page ${number(page)} of ${number(pages)}`}
        rows={suppliers}
        rowKey={({ id }) => id}
        stacks
        columns={[
          {
            title: 'Supplier',
            heads: true,
            cell: ({ id, name, own, companyNumber }) => (
              <>
                <Link
                  to="/p/$partnership/change/suppliers/$supplier"
                  params={{ partnership, supplier: id }}
                >
                  {name}
                </Link>
                <div className="small soft regular">
                  {[own && 'our own', companyNumber !== '' && `no. ${companyNumber}`]
                    .filter((part) => part !== false)
                    .join(' · ')}
                </div>
              </>
            ),
          },
          {
            title: 'Priority',
            cell: (each) => (
              <>
                <BandTag band={each.band} />
                <div className="small soft">{arithmetic(each)}</div>
              </>
            ),
          },
          { title: 'Country', cell: ({ country }) => countryWords(country) },
          {
            title: 'Products',
            cell: ({ products }) =>
              products.length === 0 ? '– not known' : products.map(productWords).join('; '),
          },
          { title: 'Tier', cell: ({ tier }) => tierWords(tier) },
          { title: 'Sites', figure: true, cell: ({ sites }) => number(sites) },
        ]}
      />
      {pages > 1 && (
        <nav className="row" aria-label="Pages of suppliers">
          <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
            Page before
          </Button>
          <span className="small">
            {number(page)} of {number(pages)}
          </span>
          <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
            Next page
          </Button>
        </nav>
      )}
    </>
  );
}
