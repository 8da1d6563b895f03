import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { count } from '../words.ts';
import { listedQuery, type ListedLine } from './calls.ts';
import { fits } from './filter.ts';
import { Filters } from './filters.tsx';
import { PartnersFrame } from './frame.tsx';
import { ListedTable } from './listed-table.tsx';

/** Every partnership that is listed, with how complete and how fresh its profile is. */
export function Directory() {
  const { partnership } = useParams({ from: '/p/$partnership/partners' });
  const filter = useSearch({ from: '/p/$partnership/partners' });
  const navigate = useNavigate({ from: '/p/$partnership/partners' });
  const { data, error } = useQuery(listedQuery(partnership));
  const listed = data?.partnerships ?? [];
  const found = listed.filter((each) => fits(each, filter));
  return (
    <PartnersFrame
      partnership={partnership}
      here="Directory"
      title={titleFor(listed)}
      error={error}
      ready={data !== undefined}
    >
      <Filters
        filter={filter}
        areas={areasOf(listed)}
        onChange={(search) => void navigate({ search, replace: true })}
      />
      <ListedTable partnership={partnership} rows={found} of={listed.length} />
    </PartnersFrame>
  );
}

function titleFor(listed: readonly ListedLine[]): string {
  const stale = listed.filter((each) => each.stale).length;
  const listedWords = `${count(listed.length, 'partnership is', 'partnerships are')} listed`;
  if (stale === 0) return `${listedWords}, all verified within a year`;
  return `${listedWords}; ${count(stale, 'waits', 'wait')} to be verified`;
}

function areasOf(listed: readonly ListedLine[]): readonly string[] {
  const names = listed.flatMap(({ profile }) => profile.areas.map(({ name }) => name));
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'));
}
