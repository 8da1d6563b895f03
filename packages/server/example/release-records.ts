import { generator } from '@freehold/core/numeric';
import { Codebook, TableCoder, type CodedTable } from '@freehold/core/table';
import type { ReleaseContent } from './release.ts';

/** The made-up records that the example's releases are made from: nobody's, never kept, the same at every call. */
export function madeUpRecords(content: ReleaseContent, year: number): CodedTable {
  const { next } = generator(2026);
  const names = Object.keys(content.columns);
  const coder = coderFor(content, year);
  for (let row = 0; row < content.people; row += 1) {
    const drawn = new Map<string, string>();
    // Exploitation comes first: the others lean towards what goes with it.
    for (const name of ['exploitation', ...names.filter((each) => each !== 'exploitation')])
      drawn.set(name, draw(leant(content, name, drawn), next() / 2 ** 32));
    const cells = names.map((name) => cell(name, drawn.get(name) ?? '', year));
    coder.add({ row: row + 2, cells: [String(row), ...cells], problems: [] });
  }
  const table = coder.finished();
  if (!table.ok) throw new RangeError(`the example’s records: ${JSON.stringify(table.problems)}`);
  return table.value;
}

function coderFor({ columns }: ReleaseContent, year: number): TableCoder {
  const codebook = Codebook.parse({
    format: 'freehold-codebook/1',
    subject: 'person',
    columns: Object.entries(columns).map(([name, values]) => {
      const declared = values
        .map(([value]) => cell(name, value, year))
        .filter((value) => value !== '');
      if (declared.join() === '1') return { kind: 'flag', name };
      const kind = name === 'age' ? 'ordered' : 'category';
      return { kind, name, values: name === 'year' ? declared.toReversed() : declared };
    }),
  });
  const coder = TableCoder.of(['person', ...Object.keys(columns)], codebook);
  if (!coder.ok) throw new RangeError(`the example’s columns: ${JSON.stringify(coder.problems)}`);
  return coder.value;
}

/** Years are told as years before the newest. */
function cell(name: string, value: string, year: number): string {
  return name === 'year' ? String(year - Number(value)) : value;
}

type Weighted = ReleaseContent['columns'][string];

function leant(
  { columns, leanings }: ReleaseContent,
  name: string,
  drawn: ReadonlyMap<string, string>,
): Weighted {
  const fitting = leanings.filter(
    ({ column, value, towards }) => towards === name && drawn.get(column) === value,
  );
  return (columns[name] ?? []).map(([value, weight]) => [
    value,
    fitting.filter(({ to }) => to === value).reduce((so, { times }) => so * times, weight),
  ]);
}

function draw(weighted: Weighted, share: number): string {
  let left = share * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  return '';
}
