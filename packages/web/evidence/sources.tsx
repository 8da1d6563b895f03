import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { ReferenceType } from '@freehold/core/evidence';
import { Button, buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count, number } from '../words.ts';
import { sourcesQuery } from './calls.ts';
import { ExportLinks } from './export-links.tsx';
import { FacetChoice } from './facet-choice.tsx';
import { EvidenceFrame } from './frame.tsx';
import { Pager, pageSize } from './pager.tsx';
import type { ListSearch } from './routes.tsx';
import { SearchBox } from './search-box.tsx';
import { SourceForm } from './source-form.tsx';
import { sortWords, typeWords } from './words.ts';

/** Every publication of the register: found, narrowed and ordered, a page at a time. */
export function Sources() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/sources' });
  const search = useSearch({ from: '/p/$partnership/evidence/sources' });
  const { page = 1, query = '', type = '', sort = '', decade = '', by = 'newest' } = search;
  const from = decade === '' ? {} : { yearFrom: Number(decade), yearTo: Number(decade) + 9 };
  const { data, error } = useQuery(
    sourcesQuery(partnership, { page, query, type, sort, by, ...from }),
  );
  const navigate = useNavigate();
  const go = (change: ListSearch) =>
    void navigate({
      to: '/p/$partnership/evidence/sources',
      params: { partnership },
      search: { ...search, page: 1, ...change },
    });
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [adding, setAdding] = useState(false);
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Sources"
      title={data === undefined ? '' : titleOf(data.total, data.all)}
      ready={data !== undefined}
      action={
        may ? (
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/evidence/import"
            params={{ partnership }}
          >
            Bring in references
          </Link>
        ) : undefined
      }
    >
      {data !== undefined && (
        <>
          {data.suggestions > 0 && (
            <Notice title={`${count(data.suggestions, 'pair', 'pairs')} may be one publication`}>
              <p>
                <Link to="/p/$partnership/evidence/duplicates" params={{ partnership }}>
                  Look at them, and merge or keep them apart
                </Link>
              </p>
            </Notice>
          )}
          {data.all === 0 ? (
            <Empty title="A source is a publication, once">
              <p>
                Bring in what your reference manager exports, from as many databases as you
                searched: the same publication is found and counted once, and every record is
                accounted for.
              </p>
            </Empty>
          ) : (
            <>
              <div className="facet-bar">
                <SearchBox
                  label="Title, author or DOI"
                  value={query}
                  onSearch={(next) => go({ query: next })}
                />
                <FacetChoice
                  label="Type"
                  facet={data.facets['type']}
                  value={type}
                  words={(each) => typeWords[ReferenceType.catch('other').parse(each)]}
                  onChange={(next) => go({ type: next })}
                />
                <FacetChoice
                  label="Sort of publication"
                  facet={data.facets['sort']}
                  value={sort}
                  words={(each) => (isSort(each) ? sortWords[each] : each)}
                  onChange={(next) => go({ sort: next })}
                />
                <FacetChoice
                  label="Decade"
                  facet={data.facets['decade']}
                  value={decade}
                  words={(each) => `${each}s`}
                  onChange={(next) => go({ decade: next })}
                />
                <Choice
                  label="Order"
                  value={by}
                  options={[
                    ['newest', 'Added last'],
                    ['year', 'Newest publication'],
                    ['title', 'Title'],
                  ]}
                  onChange={(next) => go({ by: next })}
                />
              </div>
              <Table
                caption={count(data.total, 'source', 'sources')}
                rows={data.sources}
                rowKey={({ id }) => id}
                stacks
                columns={[
                  {
                    title: 'Title',
                    heads: true,
                    cell: ({ id, title }) => (
                      <Link
                        to="/p/$partnership/evidence/sources/$source"
                        params={{ partnership, source: id }}
                      >
                        {title}
                      </Link>
                    ),
                  },
                  { title: 'Authors', cell: ({ authors }) => shortened(authors) },
                  { title: 'Year', figure: true, cell: ({ year }) => year ?? '–' },
                  { title: 'In', cell: ({ container }) => container || '–' },
                  { title: 'Type', cell: (each) => typeWords[each.type] },
                  { title: 'Studies', figure: true, cell: ({ studies }) => studies },
                ]}
              />
              <Pager
                {...{ page, size: pageSize, total: data.total }}
                onPage={(next) => go({ page: next })}
              />
            </>
          )}
          <div className="row">
            {may && <Button onClick={() => setAdding(true)}>Add a source by hand</Button>}
            {data.all > 0 && <ExportLinks partnership={partnership} />}
          </div>
        </>
      )}
      {adding && (
        <SourceForm partnership={partnership} source={null} onClose={() => setAdding(false)} />
      )}
    </EvidenceFrame>
  );
}

function titleOf(total: number, all: number): string {
  if (all === 0) return 'No source is in the register yet';
  return total === all
    ? `${count(all, 'source', 'sources')} in the register`
    : `${number(total)} of ${count(all, 'source', 'sources')} fit`;
}

function isSort(value: string): value is keyof typeof sortWords {
  return value in sortWords;
}

function shortened(authors: string): string {
  const [first = '', ...more] = authors.split('; ');
  if (first === '') return '–';
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
