import { useNavigate } from '@tanstack/react-router';
import {
  indicatorNotes,
  strengthsAndWeaknesses,
  topOf,
  type Node,
  type Place,
} from '@freehold/core/composite';
import { quantile } from '@freehold/core/numeric';
import { records } from '@freehold/core/table';
import { BesidePlot } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { Figure } from '../parts/number.tsx';
import { Table } from '../parts/table.tsx';
import { count, list, number } from '../words.ts';
import type { IndexAt } from './calls.ts';
import { sourcesOf } from './results.tsx';
import type { IndexSearch } from './routes.tsx';
import type { OpenedPage } from './use-index.ts';
import { decimalsFor, rankWords, type UnitRow, type Worked } from './view.ts';

/** One unit: where it is strong and weak among the others, indicator by indicator. */
export function Units({
  at,
  search,
  index,
  words,
}: {
  at: IndexAt;
  search: IndexSearch;
  index: OpenedPage;
  words: readonly [string, string];
}) {
  const navigate = useNavigate();
  const { rows, worked } = index;
  if (rows === null || worked === null) return null;
  const own = rows.find(({ unit }) => unit === search.unit) ?? rows[0];
  if (own === undefined) return null;
  return (
    <>
      <Choice
        label="Whose profile"
        value={own.unit}
        options={rows.map(({ unit, name }) => [unit, name] as const)}
        onChange={(unit) =>
          void navigate({
            to: '/p/$partnership/compare/index/$index',
            params: at,
            search: { view: 'units', unit },
          })
        }
      />
      <Profile {...{ index, worked, own, words }} />
    </>
  );
}

type Line = {
  readonly node: Node;
  readonly raw: number | null;
  readonly suppressed: boolean;
  readonly interval: readonly [number, number] | null;
  readonly n: number | null;
  /** On the scale of the index. */
  readonly scaled: number | null;
  readonly median: number | null;
  readonly weight: number | null;
};

function Profile({
  index,
  worked,
  own,
  words,
}: {
  index: OpenedPage;
  worked: Worked;
  own: UnitRow;
  words: readonly [string, string];
}) {
  const { definition } = index;
  const { structure, result } = worked;
  const lines = linesOf(worked, own.unit, definition.data);
  const { strengths, weaknesses } = strengthsAndWeaknesses(result, structure, own.unit, 3);
  const placed = (places: readonly Place[]) =>
    names(lines.filter(({ node }) => places.some(({ code }) => code === node.code)));
  const missing = lines.filter(({ raw }) => raw === null);
  const names = (some: readonly { readonly node: Node }[]) =>
    list(some.map(({ node }) => nameOf(node)));
  return (
    <section className="stack">
      <h2>{own.name}</h2>
      <p>
        <Figure
          value={own.value}
          decimals={decimalsFor(index.rows?.map(({ value }) => value) ?? [])}
          interval={own.low === null || own.high === null ? null : [own.low, own.high]}
          coverage={own.coverage}
          missingBecause="not enough is there"
        />
        {own.rankLow !== null &&
          ` May stand ${rankWords(own)} of ${index.rows?.length ?? 0} ${words[1]}, from 1 for the highest.`}
      </p>
      {strengths.length > 0 && (
        <p>
          <strong>Nearest to the front:</strong> {placed(strengths)}.
        </p>
      )}
      {weaknesses.length > 0 && (
        <p>
          <strong>Farthest from it:</strong> {placed(weaknesses)}.
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <strong>{count(missing.length, 'indicator is', 'indicators are')} missing</strong>:{' '}
          {names(missing)}. Missing is not zero: the others’ weights stand for it, unless the method
          fills it.
        </p>
      )}
      <Nodes {...{ index, worked, own }} />
      <IndicatorTable {...{ index, lines, own }} />
    </section>
  );
}

function IndicatorTable({
  index,
  lines,
  own,
}: {
  index: OpenedPage;
  lines: readonly Line[];
  own: UnitRow;
}) {
  const notes = indicatorNotes(index.definition.meta);
  return (
    <Table<Line>
      caption={`${own.name}, indicator by indicator`}
      rows={lines}
      rowKey={({ node }) => node.code}
      stacks
      columns={[
        {
          title: 'Indicator',
          heads: true,
          cell: ({ node }) => (
            <>
              {nameOf(node)}
              <span className="block small soft">
                {node.direction === 1 ? 'more is better' : 'less is better'}
                {(notes.get(node.code)?.notice ?? '') !== '' &&
                  ` · ${notes.get(node.code)?.notice ?? ''}`}
              </span>
            </>
          ),
        },
        {
          title: 'Value',
          cell: ({ node, raw, suppressed, interval, n }) => (
            <Figure
              value={raw}
              decimals={raw !== null && Number.isInteger(raw) ? 0 : 2}
              unit={notes.get(node.code)?.unit ?? ''}
              interval={interval}
              n={n}
              nOf={['counted', 'counted']}
              date={notes.get(node.code)?.period ?? ''}
              source={notes.get(node.code)?.source ?? ''}
              suppressed={suppressed}
              missingBecause="missing in the data"
            />
          ),
        },
        {
          title: 'On the index’s scale',
          figure: true,
          cell: ({ scaled }) => (scaled === null ? '–' : number(scaled, 1)),
        },
        {
          title: 'Middle of all',
          figure: true,
          cell: ({ median }) => (median === null ? '–' : number(median, 1)),
        },
        {
          title: 'Weight beside its like',
          figure: true,
          cell: ({ weight }) => (weight === null ? '–' : number(weight, 2)),
        },
      ]}
    />
  );
}

/** The nodes over the indicators, where the index’s scale begins at 0 or over. */
function Nodes({ index, worked, own }: { index: OpenedPage; worked: Worked; own: UnitRow }) {
  const { structure, result } = worked;
  const at = result.units.indexOf(own.unit);
  const nodes = structure.aggregates.filter(({ code }) => code !== topOf(structure));
  const shown = nodes.length > 0 ? nodes : structure.indicators;
  const tiles = shown.map((node) => {
    const all = result.scores.get(node.code) ?? [];
    const known = all.filter((value) => value !== null);
    return {
      ...{ label: nameOf(node), value: all[at] ?? null, low: null, high: null, note: '' },
      group: quartilesOf(known),
      others: known,
    };
  });
  const all = tiles.flatMap(({ others }) => others);
  if (all.length === 0 || Math.min(...all) < 0) return null;
  return (
    <BesidePlot
      finding={`${own.name} among all, part by part`}
      measure={`On the scale of ${index.definition.title}. ${sourcesOf(index)}`}
      fileName={`${index.definition.title} ${own.name}`}
      most={Math.max(...all)}
      tiles={tiles}
    />
  );
}

/** Quartiles of type 7; none for fewer than four values. */
function quartilesOf(values: readonly number[]) {
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(values, share) ?? null);
  if (values.length < 4 || q1 === undefined || median === undefined || q3 === undefined)
    return null;
  return q1 === null || median === null || q3 === null ? null : { q1, median, q3 };
}

function linesOf(
  { table, structure, result }: Worked,
  unit: string,
  data: string,
): readonly Line[] {
  const [at, place] = [table.units.indexOf(unit), result.units.indexOf(unit)];
  const cells = records(data).records[at]?.cells ?? {};
  return structure.indicators.map((node) => {
    const scaled = result.scores.get(node.code) ?? [];
    const known = scaled.filter((value) => value !== null);
    const said = (part: string) => numberIn(cells[`${node.code}_${part}`]);
    const [low, high] = [said('low'), said('high')];
    return {
      node,
      raw: table.columns.get(node.code)?.[at] ?? null,
      suppressed: cells[`${node.code}_note`] === '[c]',
      interval: low === null || high === null ? null : [low, high],
      n: said('n'),
      scaled: scaled[place] ?? null,
      median: known.length === 0 ? null : quantile(known, 0.5),
      weight: result.weights.get(node.code) ?? null,
    };
  });
}

function numberIn(text = ''): number | null {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

function nameOf({ name, code }: Node): string {
  return name === '' ? code : name;
}
