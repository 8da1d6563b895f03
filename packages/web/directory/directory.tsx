import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { mayEditPlace } from '@freehold/core/access';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { areasQuery, listedQuery, type ListedLine } from './calls.ts';
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
  const { data: map } = useQuery(areasQuery(partnership, undefined));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const found = listed.filter((each) =>
    fits({ ...each, sectors: map?.sectors[each.id] ?? [] }, filter),
  );
  const add = may && (
    <Link
      className={buttonClass('primary')}
      to="/p/$partnership/partners/new"
      params={{ partnership }}
    >
      List a partnership
    </Link>
  );
  return (
    <PartnersFrame
      partnership={partnership}
      here="Directory"
      title={titleFor(listed)}
      action={listed.length > 0 ? add : undefined}
      error={error}
      ready={data !== undefined}
    >
      {listed.length === 0 ? (
        <Empty title="The directory says who works together against slavery, and where">
          <p>
            Each partnership has a profile: what it is, who leads, who belongs to it, what it does,
            and when that was last found to be right. Begin with your own, or import a mapping that
            somebody has made before.
          </p>
          <div className="row">
            {add}
            <Link
              className={buttonClass()}
              to="/p/$partnership/partners/import"
              params={{ partnership }}
            >
              Import a mapping
            </Link>
          </div>
        </Empty>
      ) : (
        <>
          <Filters
            filter={filter}
            areas={areasOf(listed)}
            onChange={(search) => void navigate({ search, replace: true })}
          />
          <ListedTable partnership={partnership} rows={found} of={listed.length} />
        </>
      )}
    </PartnersFrame>
  );
}

function titleFor(listed: readonly ListedLine[]): string {
  const stale = listed.filter((each) => each.stale).length;
  if (listed.length === 0) return 'No partnership is listed yet';
  const listedWords = `${count(listed.length, 'partnership is', 'partnerships are')} listed`;
  if (stale === 0) return `${listedWords}, all verified within a year`;
  return `${listedWords}; ${count(stale, 'waits', 'wait')} to be verified`;
}

function areasOf(listed: readonly ListedLine[]): readonly string[] {
  const names = listed.flatMap(({ profile }) => profile.areas.map(({ name }) => name));
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'));
}
