import type { AlikeGroup, Homogeneity } from '@freehold/core/release';
import { Table } from '../parts/table.tsx';
import { count, number, percent } from '../words.ts';
import { InsideTag } from './inside-tag.tsx';

const shown = 20;

/** Groups that give their members away, because everybody in them has the same value. */
export function Alike({ found: { groups, alike, listed } }: { found: Homogeneity }) {
  return (
    <section className="stack">
      <h2>
        Groups that give a value away <InsideTag />
      </h2>
      {alike === 0 ? (
        <p>In none of {count(groups, 'group', 'groups')} does everybody have the same value.</p>
      ) : (
        <p>
          In {number(alike)} of {count(groups, 'group', 'groups')} ({percent(alike / groups)})
          everybody has the same value of a further column: whoever knows that somebody is in the
          group knows it too. Look whether any of these would harm; if so leave the column out, or
          choose a larger k.
        </p>
      )}
      {listed.length > 0 && (
        <Table<AlikeGroup>
          stacks
          caption={`The largest such groups${listed.length > shown ? `, ${shown} of ${listed.length} listed` : ''}`}
          rows={listed.slice(0, shown)}
          rowKey={(_, index) => String(index)}
          columns={[
            { title: 'Everybody with', heads: true, cell: ({ group }) => groupWords(group) },
            { title: 'has', cell: ({ column, value }) => `${column} = ${value}` },
            { title: 'Records', figure: true, cell: ({ rows }) => number(rows) },
          ]}
        />
      )}
    </section>
  );
}

function groupWords(group: AlikeGroup['group']): string {
  return group.length === 0
    ? 'a record at all'
    : group.map(([column, value]) => `${column} = ${value}`).join(' and ');
}
