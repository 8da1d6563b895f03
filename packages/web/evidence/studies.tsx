import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { outcomes } from '@freehold/core/evidence';
import { shippedTypes } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count, number } from '../words.ts';
import { Agreement } from './agreement.tsx';
import { studiesQuery } from './calls.ts';
import { FacetChoice } from './facet-choice.tsx';
import { EvidenceFrame } from './frame.tsx';
import { Pager, pageSize } from './pager.tsx';
import type { ListSearch } from './routes.tsx';
import { SearchBox } from './search-box.tsx';
import { StudyForm } from './study-form.tsx';
import { marylandWords, readWords } from './words.ts';

/** Every study of the register: narrowed, a page at a time, so that thousands stay quick. */
export function Studies() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/studies' });
  const search = useSearch({ from: '/p/$partnership/evidence/studies' });
  const { page = 1, query = '', country = '', intervention = '', outcome = '', sms = '' } = search;
  const asked = { page, size: pageSize, query, country, intervention, outcome, sms };
  const { data, error } = useQuery(studiesQuery(partnership, asked));
  const navigate = useNavigate();
  const go = (change: ListSearch) =>
    void navigate({
      to: '/p/$partnership/evidence/studies',
      params: { partnership },
      search: { ...search, page: 1, ...change },
    });
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [adding, setAdding] = useState(false);
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Studies"
      title={data === undefined ? '' : titleOf(data.total, data.all)}
      ready={data !== undefined}
      action={
        may ? (
          <Button tone="primary" onClick={() => setAdding(true)}>
            Add a study
          </Button>
        ) : undefined
      }
    >
      {data?.all === 0 && (
        <Empty title="A study is what somebody did to find out">
          <p>
            About twenty data points say where, for whom, how and what it found. A publication may
            hold several studies, and none at all. Add one by hand, or{' '}
            <Link to="/p/$partnership/evidence/import" params={{ partnership }}>
              bring in a table
            </Link>{' '}
            such as a systematic map’s.
          </p>
        </Empty>
      )}
      {data !== undefined && data.all > 0 && (
        <>
          <div className="facet-bar">
            <SearchBox
              label="Words of the title"
              value={query}
              onSearch={(next) => go({ query: next })}
            />
            <FacetChoice
              label="Country"
              facet={data.facets['country']}
              value={country}
              onChange={(next) => go({ country: next })}
            />
            <FacetChoice
              label="Intervention"
              facet={data.facets['intervention']}
              value={intervention}
              words={interventionWords}
              onChange={(next) => go({ intervention: next })}
            />
            <FacetChoice
              label="Outcome"
              facet={data.facets['outcome']}
              value={outcome}
              words={outcomeWords}
              onChange={(next) => go({ outcome: next })}
            />
            <FacetChoice
              label="Design, Maryland scale"
              facet={data.facets['sms']}
              value={sms}
              words={smsWords}
              onChange={(next) => go({ sms: next })}
            />
          </div>
          <Table
            caption={`${count(data.total, 'study', 'studies')}, in the order they came in`}
            rows={data.studies}
            rowKey={({ id }) => id}
            stacks
            columns={[
              {
                title: 'Study',
                heads: true,
                cell: ({ id, title }) => (
                  <Link
                    to="/p/$partnership/evidence/studies/$study"
                    params={{ partnership, study: id }}
                  >
                    {title}
                  </Link>
                ),
              },
              { title: 'Year', figure: true, cell: (each) => each.year ?? '–' },
              { title: 'Country', cell: ({ countries }) => countries.join(', ') || '–' },
              {
                title: 'Outcomes',
                cell: (each) => each.outcomes.map(outcomeWords).join(', ') || '–',
              },
              {
                title: 'Maryland',
                figure: true,
                cell: (each) => (each.sms === null ? '–' : each.sms),
              },
              { title: 'Read', cell: ({ read }) => readWords[read] },
            ]}
          />
          <Pager
            {...{ page, size: pageSize, total: data.total }}
            onPage={(next) => go({ page: next })}
          />
          <Agreement partnership={partnership} />
        </>
      )}
      {adding && (
        <StudyForm partnership={partnership} study={null} onClose={() => setAdding(false)} />
      )}
    </EvidenceFrame>
  );
}

function titleOf(total: number, all: number): string {
  if (all === 0) return 'No study is in the register yet';
  return total === all
    ? `${count(all, 'study', 'studies')} in the register`
    : `${number(total)} of ${count(all, 'study', 'studies')} fit`;
}

/** An outcome's name, or what a file called it. */
export function outcomeWords(code: string): string {
  return outcomes.find((each) => each.code === code)?.label ?? code;
}

/** An intervention type's name, or what a file called it. */
export function interventionWords(code: string): string {
  return shippedTypes.types.find((each) => each.code === code)?.label ?? code;
}

function smsWords(value: string): string {
  return value === 'none' ? 'Not graded' : `${value}: ${marylandWords[Number(value)] ?? ''}`;
}
