import { Fragment } from 'react';
import { FigureFrame } from '../figure/index.ts';
import { wrapped } from '../figure/text.ts';
import { count, number } from '../words.ts';
import type { Flow } from './screening-calls.ts';

type Line = readonly [words: string, n: number];
type Step = { readonly box: Line; readonly aside: readonly Line[] };

/**
 * The flow of records from what was found to what is included, in the manner of PRISMA 2020: a box a step, what leaves
 * it beside it. Waiting is shown as waiting, so that the boxes add up at any time.
 */
export function ScreeningFlow({
  flow,
  about,
  reason,
}: {
  flow: Flow;
  about: string;
  reason: (code: string) => string;
}) {
  const steps = stepsOf(flow, reason);
  return (
    <FigureFrame
      finding={`${count(flow.included, 'publication is', 'publications are')} included of ${count(flow.identified, 'record', 'records')} found`}
      measure={`Records and publications of ${about}; what leaves a box stands beside it`}
      fileName={`flow of screening - ${about}`}
      source="the register’s imports and screening decisions; boxes after PRISMA 2020"
      table={{
        caption: `Flow of screening: ${about}`,
        columns: [{ title: 'Step' }, { title: 'Which' }, { title: 'Number', decimals: 0 }],
        rows: steps.flatMap(({ box: [words, n], aside }) => [
          ['Enters', words, n],
          ...aside.map(([beside, m]) => ['Leaves or waits', beside, m] as const),
        ]),
      }}
      picture={<FlowPicture steps={steps} />}
    >
      <ol className="screening-flow">
        {steps.map(({ box: [words, n], aside }) => (
          <li key={words}>
            <p className="box">
              <span>{words}</span> <strong>{number(n)}</strong>
            </p>
            {aside.length > 0 && (
              <ul className="aside">
                {aside.map(([beside, m]) => (
                  <li key={beside}>
                    <span>{beside}</span> <strong>{number(m)}</strong>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </FigureFrame>
  );
}

function stepsOf(flow: Flow, reason: (code: string) => string): readonly Step[] {
  const some = (...lines: readonly Line[]) => lines.filter(([, n]) => n > 0);
  return [
    {
      box: ['Records found', flow.identified],
      aside: some(['Duplicates', flow.duplicates], ['Could not be read', flow.rejected]),
    },
    {
      box: ['Titles and abstracts', flow.screened + flow.awaiting],
      aside: some(['Left out', flow.excluded], ['Not decided yet', flow.awaiting]),
    },
    {
      box: ['Full texts', flow.sought],
      aside: some(...flow.reasons.map((each): Line => [reason(each.reason), each.n]), [
        'Not decided yet',
        flow.fullTextAwaiting,
      ]),
    },
    { box: ['Included', flow.included], aside: [] },
  ];
}

/** The flow as one drawing, for SVG and PNG. */
function FlowPicture({ steps }: { steps: readonly Step[] }) {
  const heights = steps.map(({ aside }) => Math.max(tall, aside.length * row + 16));
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, h) => sum + h + gap, 0));
  const height = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {steps.map(({ box: [words, n], aside }, at) => {
        const top = tops[at] ?? 0;
        const high = heights[at] ?? tall;
        const middle = top + high / 2;
        const below = tops[at + 1];
        return (
          <Fragment key={words}>
            <Box x={0} y={top} wide={wide} high={high} />
            <text x={16} y={middle + 5} fontSize={15} fontWeight={650}>
              {words}
            </text>
            <text x={wide - 16} y={middle + 5} fontSize={16} fontWeight={650} textAnchor="end">
              {number(n)}
            </text>
            {aside.length > 0 && (
              <>
                <Arrow from={[wide, middle]} to={[beside - 4, middle]} />
                <Box x={beside} y={top} wide={width - beside} high={high} />
                {aside.map(([line, m], i) => {
                  const y = middle + 5 + (i - (aside.length - 1) / 2) * row;
                  return (
                    <Fragment key={line}>
                      <text x={beside + 14} y={y} fontSize={13}>
                        {wrapped(line, { width: width - beside - 80, size: 13, lines: 1 })[0]}
                      </text>
                      <text x={width - 14} y={y} fontSize={13} fontWeight={650} textAnchor="end">
                        {number(m)}
                      </text>
                    </Fragment>
                  );
                })}
              </>
            )}
            {below !== undefined && (
              <Arrow from={[wide / 2, top + high]} to={[wide / 2, below - 4]} />
            )}
          </Fragment>
        );
      })}
    </svg>
  );
}

const width = 720;
const wide = 300;
const beside = 350;
const tall = 56;
const row = 24;
const gap = 34;

function Box({ x, y, wide: w, high }: { x: number; y: number; wide: number; high: number }) {
  return (
    <rect
      {...{ x: x + 1, y: y + 1 }}
      width={w - 2}
      height={high - 2}
      rx={3}
      fill="var(--paper-raised)"
      stroke="var(--rule-strong)"
    />
  );
}

type Point = readonly [number, number];
function Arrow({ from: [x1, y1], to: [x2, y2] }: { from: Point; to: Point }) {
  const tip =
    x1 === x2
      ? `M${x2 - 5} ${y2 - 7}L${x2} ${y2}L${x2 + 5} ${y2 - 7}`
      : `M${x2 - 7} ${y2 - 5}L${x2} ${y2}L${x2 - 7} ${y2 + 5}`;
  return (
    <path
      d={`M${x1} ${y1}L${x2} ${y2}${tip}`}
      fill="none"
      stroke="var(--ink-soft)"
      strokeWidth={1.5}
    />
  );
}
