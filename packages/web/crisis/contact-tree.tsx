import type { Reach } from '@freehold/core/crisis';
import { FigureFrame } from '../figure/index.ts';
import { Reader } from '../figure/reader.tsx';
import { fitted } from '../figure/text.ts';
import { useWidth } from '../figure/width.ts';
import type { HeldContact } from './calls-part.tsx';

/** A contact, where it stands, and who calls it now ('' where nobody was reached above). */
export type TreeRow = {
  readonly held: HeldContact;
  readonly reach: Reach;
  readonly caller: string;
};

/** The tree drawn from the top: a full mark is reached, a ring is to be called, a cross is cut off. */
export function ContactTree({
  finding,
  crisis,
  rows,
}: {
  finding: string;
  crisis: string;
  rows: readonly TreeRow[];
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const height = rows.length * tall + 8;
  return (
    <FigureFrame
      finding={finding}
      measure={`Contact tree of ${crisis}, from the top; each is called by the one it hangs on`}
      fileName={`contact tree - ${crisis}`}
      note={
        <p>Full: acknowledged. Ring: to be called. Cross: cut off, somebody above calls instead.</p>
      }
      table={{
        caption: `Contact tree of ${crisis}`,
        columns: [
          { title: 'Contact' },
          { title: 'Level', decimals: 0 },
          { title: 'Standing' },
          { title: 'Who calls' },
        ],
        rows: rows.map(({ held, reach, caller }) => [
          `${held.content.organisation}, ${held.content.role}`,
          reach.depth + 1,
          standing[reach.state],
          reach.state === 'reached' ? '' : caller === '' ? 'the co-ordinator' : caller,
        ]),
      }}
    >
      <div ref={box}>
        <Reader label={finding} readings={rows.map(reading)}>
          {(at, reach) => (
            <svg
              className="contact-tree"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              {rows.map((row, index) => (
                <g
                  key={row.held.id}
                  data-reached={at === index || undefined}
                  onPointerEnter={() => reach(index)}
                >
                  <Branch rows={rows} index={index} />
                  <Mark state={row.reach.state} x={xOf(row)} y={yOf(index)} />
                  <text x={xOf(row) + 16} y={yOf(index)} dominantBaseline="central" fontSize={14}>
                    {fitted(row.held.content.role, width - xOf(row) - 16, 14)}
                  </text>
                  <text
                    className="soft-text"
                    x={xOf(row) + 16}
                    y={yOf(index) + 16}
                    dominantBaseline="central"
                    fontSize={12}
                  >
                    {fitted(row.held.content.organisation, width - xOf(row) - 16, 12)}
                  </text>
                </g>
              ))}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

const tall = 46;
const indent = 26;

function xOf({ reach }: Pick<TreeRow, 'reach'>): number {
  return 14 + Math.min(reach.depth, 6) * indent;
}

function yOf(index: number): number {
  return index * tall + 18;
}

/** The line from a contact to the one it hangs on: straight down, then across. */
function Branch({ rows, index }: { rows: readonly TreeRow[]; index: number }) {
  const row = rows[index];
  const above = rows.findLastIndex(
    ({ reach }, at) => at < index && reach.depth === (row?.reach.depth ?? 0) - 1,
  );
  const parent = rows[above];
  if (row === undefined || parent === undefined) return null;
  return (
    <path
      d={`M${xOf(parent)} ${yOf(above) + 8} V${yOf(index)} H${xOf(row) - 8}`}
      fill="none"
      stroke="var(--rule-strong)"
    />
  );
}

function Mark({ state, x, y }: { state: Reach['state']; x: number; y: number }) {
  switch (state) {
    case 'reached':
      return <circle cx={x} cy={y} r={7} fill="var(--good)" />;
    case 'to-call':
      return (
        <circle cx={x} cy={y} r={6} fill="var(--paper)" stroke="var(--warn)" strokeWidth={3} />
      );
    case 'cut-off':
      return (
        <path
          d={`M${x - 6} ${y - 6} L${x + 6} ${y + 6} M${x + 6} ${y - 6} L${x - 6} ${y + 6}`}
          stroke="var(--bad)"
          strokeWidth={3}
        />
      );
  }
}

const standing: Readonly<Record<Reach['state'], string>> = {
  reached: 'acknowledged',
  'to-call': 'to be called',
  'cut-off': 'cut off',
};

function reading({ held: { content }, reach, caller }: TreeRow): string {
  const by = reach.state === 'reached' || caller === '' ? '' : `, ${caller} calls`;
  return `Level ${reach.depth + 1}: ${content.organisation}, ${content.role}, ${standing[reach.state]}${by}`;
}
