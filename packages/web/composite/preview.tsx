import { noticesOf, openedIndex, unitNames, type IndexDefinition } from '@freehold/core/composite';
import { Refusal } from '../api.ts';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, number } from '../words.ts';

const [mostRows, mostColumns] = [8, 6];

/** The first values of a new index, and what carries a notice. */
export function Preview({ definition }: { definition: IndexDefinition }) {
  const opened = openedIndex(definition);
  if (!opened.ok) return <Problems error={new Refusal(422, opened.problems)} />;
  const { table, structure } = opened.value;
  const names = unitNames(table);
  const shown = structure.indicators.slice(0, mostColumns);
  const notices = [...new Set(noticesOf(definition.meta).map(({ notice }) => notice))];
  return (
    <>
      <p>
        {count(table.units.length, 'unit', 'units')},{' '}
        {count(structure.indicators.length, 'indicator', 'indicators')},{' '}
        {count(structure.levels, 'level', 'levels')}.
      </p>
      {notices.map((notice) => (
        <Notice key={notice} tone="warn">
          <p>{notice}</p>
        </Notice>
      ))}
      <Table
        caption={`The first ${Math.min(mostRows, table.units.length)} units and ${shown.length} indicators`}
        rows={table.units.slice(0, mostRows).map((unit, at) => ({ unit, at }))}
        rowKey={({ unit }) => unit}
        columns={[
          { title: 'Unit', heads: true, cell: ({ unit }) => names.get(unit) ?? unit },
          ...shown.map(({ code, name }) => ({
            title: name || code,
            figure: true,
            cell: ({ at }: { at: number }) => {
              const value = table.columns.get(code)?.[at] ?? null;
              return value === null ? '–' : number(value, Number.isInteger(value) ? 0 : 2);
            },
          })),
        ]}
      />
    </>
  );
}
