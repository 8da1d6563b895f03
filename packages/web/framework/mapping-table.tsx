import type { MappingRow } from '@freehold/core/framework';
import { Button } from '../parts/button.tsx';
import { Table, type Column } from '../parts/table.tsx';
import type { MappingShown } from './calls.ts';
import { mayJudge } from './judge.tsx';
import { changedWords, verdictWords } from './words.ts';

/** A mapping's rows: the indicator in either version, what became of it, and why. */
export function MappingTable({
  rows,
  titles,
  onJudge,
}: {
  rows: readonly MappingRow[];
  titles: MappingShown['titles'];
  onJudge: ((row: MappingRow) => void) | null;
}) {
  const columns: readonly Column<MappingRow>[] = [
    {
      title: 'Before',
      heads: true,
      cell: ({ from }) => <Named code={from} titles={titles.from} none="not asked" />,
    },
    { title: 'After', cell: ({ to }) => <Named code={to} titles={titles.to} none="not asked" /> },
    { title: 'What became of it', cell: (row) => <Became row={row} /> },
  ];
  const judging: Column<MappingRow> = {
    title: 'Judge',
    cell: (row) =>
      mayJudge(row) ? (
        <span className="one-line">
          <Button onClick={() => onJudge?.(row)}>
            Judge again<span className="unseen"> {row.from}</span>
          </Button>
        </span>
      ) : (
        ''
      ),
  };
  return (
    <Table
      caption="One row for each indicator of either version"
      rows={rows}
      rowKey={({ from, to }) => `${from ?? ''} ${to ?? ''}`}
      stacks
      columns={onJudge === null ? columns : [...columns, judging]}
    />
  );
}

function Named({
  code,
  titles,
  none,
}: {
  code: string | null;
  titles: Readonly<Record<string, string>>;
  none: string;
}) {
  if (code === null) return <span className="soft">{none}</span>;
  return (
    <span className="regular">
      <span className="code">{code}</span> {titles[code]}
    </span>
  );
}

const tones = { same: 'good', moved: 'good', 'cannot-compare': 'warn', new: '', gone: '' } as const;

function Became({ row }: { row: MappingRow }) {
  const [tag, means] = verdictWords[row.verdict];
  const changed = changedWords(row.changed);
  return (
    <span className="stack-tight">
      <span>
        <span className={`tag ${tones[row.verdict]}`}>{tag}</span>{' '}
        <span className="small soft">{means}</span>
      </span>
      {changed !== '' && <span className="small">{changed}.</span>}
      {row.note !== '' && <span className="small">Judged: {row.note}</span>}
    </span>
  );
}
