import {
  fundingFlow,
  moneySaid,
  timingSaid,
  Timing,
  type FlowNode,
} from '@freehold/core/prevention';
import { FigureFrame } from '../figure/index.ts';
import { useOpen } from '../figure/link.tsx';
import { Reader } from '../figure/reader.tsx';
import { fitted } from '../figure/text.ts';
import { useWidth } from '../figure/width.ts';
import { list } from '../words.ts';
import type { Intervention } from './calls.ts';
import { barWidth, flowLayout, type PlacedNode } from './flow-layout.ts';
import type { Here } from './frame.tsx';

/** Where the money comes from and when it acts: funder, intervention, timing. */
export function FlowFigure({
  interventions,
  currency,
  here,
  place,
}: {
  interventions: readonly Intervention[];
  currency: string;
  here: Pick<Here, 'partnership'>;
  place: string;
}) {
  const open = useOpen();
  const [box, width] = useWidth<HTMLDivElement>();
  const flow = fundingFlow(interventions, currency);
  if (flow.total === 0)
    return <p className="soft">No budget is known yet, so there is no money to follow.</p>;
  const layout = flowLayout(flow, width);
  const [first] = flow.nodes;
  const finding = `${moneySaid(flow.total, currency)} is known; the most comes from ${labelOf(first)}`;
  const unpriced = interventions.filter(({ id }) => flow.unpriced.includes(id));
  const readings = layout.nodes.map(
    (node) => `${kindWords[node.kind]} ${labelOf(node)}: ${moneySaid(node.amount, currency)}`,
  );
  return (
    <FigureFrame
      finding={finding}
      measure={`Money in ${currency} from funder to intervention to timing · planned and running · ${place}`}
      fileName={`${place} funding flow`}
      table={{
        caption: 'Money from funder to intervention to timing',
        columns: [
          { title: 'Intervention' },
          { title: 'Funder' },
          ...Timing.options.map((when) => ({
            title: `${timingSaid[when]}, ${currency}`,
            decimals: 0,
          })),
        ],
        rows: interventions.map(({ id, name, funder }) => [
          name,
          funder === '' ? 'not said' : funder,
          ...Timing.options.map(
            (when) =>
              flow.flows.find(
                ({ from, to }) => from === `intervention:${id}` && to === `timing:${when}`,
              )?.amount ?? null,
          ),
        ]),
      }}
      note={
        unpriced.length > 0 && (
          <p>
            No known budget in {currency}, so not drawn: {list(unpriced.map(({ name }) => name))}.
          </p>
        )
      }
    >
      <div ref={box}>
        <Reader
          label={finding}
          readings={readings}
          onOpen={(at) => {
            const node = layout.nodes[at];
            if (node?.kind === 'intervention')
              open(
                `/p/${here.partnership}/plan/interventions/${node.id.slice('intervention:'.length)}`,
              );
          }}
        >
          {(at, reach) => (
            <svg
              width={width}
              height={layout.height}
              viewBox={`0 0 ${width} ${layout.height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              {layout.bands.map((band) => (
                <path
                  key={`${band.from} ${band.to}`}
                  className="flow"
                  data-reached={
                    (at !== null && [band.from, band.to].includes(layout.nodes[at]?.id ?? '')) ||
                    undefined
                  }
                  d={band.path}
                  strokeWidth={band.width}
                />
              ))}
              {layout.nodes.map((node, index) => (
                <Bar key={node.id} {...{ node, width, currency }} onReach={() => reach(index)} />
              ))}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

const kindWords: Readonly<Record<FlowNode['kind'], string>> = {
  ...{ funder: 'From', intervention: 'To', timing: 'For' },
};

function Bar({
  node,
  width,
  currency,
  onReach,
}: {
  node: PlacedNode;
  width: number;
  currency: string;
  onReach: () => void;
}) {
  const last = node.kind === 'timing';
  const x = last ? node.x - 6 : node.x + barWidth + 6;
  const room = (width / 2) * { funder: 0.9, intervention: 0.6, timing: 0.3 }[node.kind] - barWidth;
  return (
    <g onPointerEnter={onReach}>
      <rect
        className="flow-bar"
        data-timing={last ? node.label : undefined}
        x={node.x}
        y={node.y}
        width={barWidth}
        height={node.height}
      />
      <text
        fontSize={13}
        className="flow-words"
        textAnchor={last ? 'end' : 'start'}
        x={x}
        y={node.y + 13}
      >
        {fitted(labelOf(node), room, 13)}
      </text>
      <text
        fontSize={12}
        className="flow-words soft-text"
        textAnchor={last ? 'end' : 'start'}
        x={x}
        y={node.y + 29}
      >
        {moneySaid(Math.round(node.amount), currency)}
      </text>
    </g>
  );
}

function labelOf(node: FlowNode | undefined): string {
  if (node === undefined) return 'nobody';
  if (node.kind === 'timing')
    return timingSaid[Timing.options.find((when) => when === node.label) ?? 'before'];
  return node.label === '' ? 'a funder not named' : node.label;
}
