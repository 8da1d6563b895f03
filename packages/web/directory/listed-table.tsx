import { Link } from '@tanstack/react-router';
import { Table } from '../parts/table.tsx';
import { count, day, percent } from '../words.ts';
import type { ListedLine } from './calls.ts';
import { codeWords, statusWords } from './words.ts';

/** The partnerships that a filter leaves, by name. */
export function ListedTable({
  partnership,
  rows,
  of,
}: {
  partnership: string;
  rows: readonly ListedLine[];
  of: number;
}) {
  return (
    <Table
      caption={
        rows.length === of ? count(of, 'partnership', 'partnerships') : `${rows.length} of ${of}`
      }
      rows={rows}
      rowKey={({ id }) => id}
      stacks
      columns={[
        {
          title: 'Partnership',
          heads: true,
          cell: (each) => (
            <>
              <Link to="/p/$partnership/partners/$listed" params={{ partnership, listed: each.id }}>
                {each.name}
              </Link>
              <div className="small soft regular">
                {statusWords(each.profile.status)} · {areaWords(each)}
              </div>
            </>
          ),
        },
        { title: 'Type', cell: ({ profile }) => codeWords('partnership-type', profile.type) },
        { title: 'Chair', cell: ({ profile }) => codeWords('lead', profile.chair.category) },
        {
          title: 'Co-ordinator',
          cell: ({ profile }) => codeWords('lead', profile.coordinator.category),
        },
        { title: 'Members', figure: true, cell: ({ members }) => members },
        {
          title: 'Profile',
          figure: true,
          cell: ({ completeness: { answered, asked } }) => percent(answered / asked),
        },
        {
          title: 'Last verified',
          cell: ({ verifiedOn, stale }) =>
            verifiedOn === null ? 'never' : `${day(verifiedOn)}${stale ? ' (stale)' : ''}`,
        },
      ]}
    />
  );
}

/** The areas of a partnership in a few words. */
export function areaWords({ profile }: Pick<ListedLine, 'profile'>): string {
  const names = profile.areas.map(({ name }) => name);
  if (names.length === 0) return 'no area yet';
  return names.length <= 3 ? names.join(', ') : `${names.length} areas`;
}
