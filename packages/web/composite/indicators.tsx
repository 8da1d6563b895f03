import { useMemo } from 'react';
import { bounds, type Node } from '@freehold/core/composite';
import { Refusal } from '../api.ts';
import { FigureFrame } from '../figure/frame.tsx';
import { IntervalPlot } from '../figure/index.ts';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Progress } from '../parts/progress.tsx';
import { Table } from '../parts/table.tsx';
import { count, list, number, percent } from '../words.ts';
import { CorrelationGrid } from './correlation-grid.tsx';
import type { Looked } from './looked.ts';
import { sourcesOf } from './results.tsx';
import type { OpenedPage } from './use-index.ts';
import { useIndexWork, type Asked } from './work.ts';
import { flagWords } from './words.ts';

/** How the indicators lie and hang together, and what each has to do with the whole. */
export function Indicators({ index }: { index: OpenedPage }) {
  const { definition } = index;
  const asked = useMemo(() => ({ kind: 'looked', of: definition }) satisfies Asked, [definition]);
  const { work, stop, again } = useIndexWork('looked', asked);
  if (work.state !== 'done')
    return (
      <Progress what="Looking the indicators over" work={work} onStop={stop} onAgain={again} />
    );
  const { found } = work.value;
  if (!found.ok) return <Problems error={new Refusal(422, found.problems)} />;
  const { indicators = [], aggregates = [] } = index.worked?.structure ?? {};
  const names = namesOf([...indicators, ...aggregates]);
  const shown = { index, looked: found.value, name: (code: string) => names.get(code) ?? code };
  return (
    <>
      <Together {...shown} />
      <Weight {...shown} />
      <Removed {...shown} />
      <Lying {...shown} />
      <Method>
        <p>
          Correlations are of values on the index’s scale. Two with the same parent say nearly the
          same over {bounds.redundant}, work against each other under {bounds.opposed}, and one has
          little to do with its parent under {bounds.weak} (as COINr colours them). A flag is a
          reason to look again, not a fault. The effect of an indicator is the share of the whole’s
          variance that a curve through it explains (Paruolo, Saisana and Saltelli 2013); it needs
          ten units. Outlying is farther than one and a half times the quartiles’ distance from the
          nearer quartile (Tukey 1977).
        </p>
      </Method>
    </>
  );
}

type Shown = {
  readonly index: OpenedPage;
  readonly looked: Looked;
  readonly name: (code: string) => string;
};

function Together({ index, looked: { correlations, flags, consistency }, name }: Shown) {
  const { codes, values } = correlations;
  const titles = codes.map(name);
  return (
    <>
      <h2>{findingOf(flags)}</h2>
      {flags.length > 0 && (
        <ul>
          {flags.map(({ kind, one, other, flag, pearson }) => (
            <li key={`${kind} ${one} ${other}`}>
              {list([name(one), name(other)])} {flagWords[flag]} (
              {pearson === null ? '–' : number(pearson, 2)}).
            </li>
          ))}
        </ul>
      )}
      <FigureFrame
        finding={`How ${count(codes.length - 1, 'indicator goes', 'indicators go')} together`}
        measure="Spearman’s correlation of values on the index’s scale, −1 to 1; the last column is the whole"
        fileName={`${index.definition.title} correlations`}
        source={sourcesOf(index)}
        table={{
          caption: 'Spearman’s correlation',
          columns: [{ title: 'What' }, ...titles.map((title) => ({ title, decimals: 2 }))],
          rows: values.map((row, at) => [titles[at] ?? '', ...row]),
        }}
      >
        <CorrelationGrid titles={titles} values={values} />
      </FigureFrame>
      <ul>
        {consistency.map(({ node, alpha, shares }) => (
          <li key={node}>
            {name(node)}:{' '}
            {alpha === null
              ? 'whether its parts measure one thing cannot be said'
              : `Cronbach’s alpha ${number(alpha, 2)}, ${alpha >= 0.7 ? 'so its parts measure much the same thing' : 'so its parts speak of different things, which one number hides'}`}
            {shares[0] !== undefined &&
              `; one principal component holds ${percent(shares[0])} of their variance`}
            .
          </li>
        ))}
      </ul>
    </>
  );
}

function findingOf(flags: Looked['flags']): string {
  if (flags.length === 0)
    return 'Nothing about how the indicators go together asks for a second look';
  return `${count(flags.length, 'pair asks', 'pairs ask')} for a second look`;
}

function Weight({ index, looked: { influences }, name }: Shown) {
  const known = influences.filter(({ share }) => share !== null);
  if (known.length === 0)
    return (
      <p className="soft">
        How much each indicator has to do with the whole cannot be said for fewer than ten units.
      </p>
    );
  const [first] = known.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  return (
    <IntervalPlot
      finding={`${first === undefined ? '' : name(first.code)} has the most to do with the whole: ${percent(first?.share ?? 0)} of all effects, meant to be ${percent(first?.meant ?? 0)}`}
      measure="Each indicator’s share of all effects (dot); the line leads from what it was meant to weigh"
      fileName={`${index.definition.title} effects beside weights`}
      source={sourcesOf(index)}
      scale={{
        least: 0,
        most: Math.max(...known.map(({ share, meant }) => Math.max(share ?? 0, meant)), 0.1),
        decimals: 2,
      }}
      rows={influences.map(({ code, share, meant }) => ({
        ...{ label: name(code), value: share, note: 'too few values' },
        low: share === null ? null : Math.min(share, meant),
        high: share === null ? null : Math.max(share, meant),
      }))}
    />
  );
}

function Removed({ index, looked: { removals }, name }: Shown) {
  const names = new Map(index.rows?.map(({ unit, name: of }) => [unit, of]));
  if (removals.length === 0) return null;
  return (
    <Table
      caption="What taking one indicator out does: places moved, on average and at most"
      rows={removals}
      rowKey={({ code }) => code}
      stacks
      columns={[
        { title: 'Without', heads: true, cell: ({ code }) => name(code) },
        {
          title: 'On average',
          figure: true,
          cell: ({ mean }) => (mean === null ? '–' : number(mean, 1)),
        },
        {
          title: 'At most',
          figure: true,
          cell: ({ most }) => (most === null ? '–' : number(most)),
        },
        {
          title: 'Who moves that far',
          cell: ({ movers }) =>
            movers.length === 0
              ? 'nobody moves'
              : movers.length > 3
                ? `${movers.length} of them`
                : list(movers.map((unit) => names.get(unit) ?? unit)),
        },
      ]}
    />
  );
}

function Lying({ index, looked: { spreads }, name }: Shown) {
  const names = new Map(index.rows?.map(({ unit, name: of }) => [unit, of]));
  const figure = (value: number | null) => (value === null ? '–' : number(value, 2));
  return (
    <Table
      caption="How the values lie before anything is done to them"
      rows={spreads}
      rowKey={({ code }) => code}
      stacks
      columns={[
        { title: 'Indicator', heads: true, cell: ({ code }) => name(code) },
        {
          title: 'There',
          figure: true,
          cell: ({ there, missing }) => `${there} of ${there + missing}`,
        },
        { title: 'Least', figure: true, cell: ({ least }) => figure(least) },
        { title: 'Median', figure: true, cell: ({ median }) => figure(median) },
        { title: 'Greatest', figure: true, cell: ({ most }) => figure(most) },
        {
          title: 'Shape',
          cell: ({ isOut, skew }) =>
            skew === null
              ? 'too few values to say'
              : isOut
                ? 'out of shape: look at step 5'
                : 'in shape',
        },
        {
          title: 'Outlying',
          cell: ({ outlying }) =>
            outlying.length === 0
              ? 'nobody'
              : list(outlying.slice(0, 4).map(({ unit }) => names.get(unit) ?? unit)),
        },
      ]}
    />
  );
}

function namesOf(nodes: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(nodes.map(({ code, name }) => [code, name === '' ? code : name]));
}
