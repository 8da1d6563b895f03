import type { Block, Item, Table as Rows } from '@freehold/core/document';
import { Table } from '../parts/table.tsx';
import '../look/record.css';

/** What a document says, block by block, as a page shows it; the files are drawn from the same data. [DO-1] */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="paper-view">
      {blocks.map((block, at) => (
        <One key={at} block={block} />
      ))}
    </div>
  );
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <div>
          <h4>{block.text}</h4>
          {block.aside !== undefined && block.aside !== '' && (
            <p className="aside">{block.aside}</p>
          )}
        </div>
      );
    case 'lead':
      return <p className="lede">{block.text}</p>;
    case 'text':
      return <p>{block.text}</p>;
    case 'note':
      return <p className="small soft">{block.text}</p>;
    case 'list':
      return (
        <ul className={block.small === true ? 'small' : undefined}>
          {block.items.map((item, at) => (
            <Line key={at} item={item} />
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl>
          {block.facts.map(([term, value]) => (
            <div key={term} style={{ display: 'contents' }}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'chart':
      return (
        <Table
          caption={`${block.title}. ${block.note}`}
          rowKey={({ code }) => code}
          rows={block.groups.flatMap(({ title, bars }) =>
            bars.map((bar) => ({ ...bar, group: title })),
          )}
          columns={[
            { title: 'Topic', heads: true, cell: ({ code, title }) => `${code} ${title}` },
            { title: 'Level', cell: ({ group }) => group },
            { title: 'Score and range', cell: ({ label }) => label },
          ]}
        />
      );
    case 'table':
      return <Cells table={block} />;
  }
}

function Line({ item: { lead, text } }: { item: Item }) {
  return (
    <li>
      {lead !== undefined && <span className="strong">{lead} </span>}
      {text}
    </li>
  );
}

function Cells({ table: { caption, columns, rows } }: { table: Rows }) {
  return (
    <Table<readonly string[]>
      caption={caption}
      rows={rows}
      stacks={columns.length > 3}
      rowKey={(_, at) => String(at)}
      columns={columns.map(({ title, figures }, at) => ({
        title: title === '' ? 'No.' : title,
        figure: figures === true,
        heads: at === 0,
        cell: (row) => row[at] ?? '–',
      }))}
    />
  );
}
