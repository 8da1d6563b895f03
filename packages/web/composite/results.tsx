import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { indicatorNotes, stillMoving } from '@freehold/core/composite';
import { placeKey, type PlaceType } from '@freehold/core/place';
import { AreaMap, IntervalPlot } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { boundariesQuery } from '../place/calls.ts';
import { heading } from '../place/words.ts';
import { count, list, number, percent } from '../words.ts';
import type { IndexAt } from './calls.ts';
import type { OpenedPage } from './use-index.ts';
import { decimalsFor, findingOf, rankWords, type UnitRow } from './view.ts';

type Shown = {
  readonly at: IndexAt;
  readonly index: OpenedPage;
  readonly words: readonly [string, string];
};

/** Every unit with how sure it stands: a table, a plot, and a map where the units are places. */
export function Results({ at, index, words }: Shown) {
  const { rows, draw, definition } = index;
  const settled = draw === null ? null : stillMoving(draw);
  const [order, setOrder] = useState<Order>('name');
  if (rows === null) return null;
  const shown = order === 'name' ? rows : inGroups(rows);
  return (
    <>
      {definition.uncertainty === null && (
        <Notice tone="warn" title="Nothing is doubted">
          <p>
            Without doubt about its choices an index has no intervals, and nothing can be said about
            who is ahead. Name what could have been otherwise in the last step of the method.
          </p>
        </Notice>
      )}
      <Choice<Order>
        label="Order"
        hint="By name unless you ask otherwise. There is no order of ranks: within a group nobody is surely ahead of its first."
        value={order}
        options={[
          ['name', 'By name'],
          ['group', 'By groups that cannot be told apart'],
        ]}
        onChange={setOrder}
      />
      <ResultTable {...{ at, index, words }} rows={shown} />
      {draw !== null && <Ranks {...{ index, words }} rows={shown} at={at} />}
      <Values {...{ index, words, at }} rows={shown} />
      {definition.placeType !== null && (
        <PlaceMap {...{ index, at, rows, words }} type={definition.placeType} />
      )}
      <Method>
        <p>
          Values are worked out in this browser by the method of ten steps, and drawn{' '}
          {number(definition.drawing.draws)} times with seed {definition.drawing.seed} over what
          could have been otherwise. The interval of a rank holds nine draws in ten. Two {words[1]}{' '}
          are told apart where one is ahead in at least 95 of 100 draws; a group goes down from its
          highest while that one is not surely ahead. The same data, method and seed give the same
          numbers to the last digit, here and on the command line.
          {settled !== null &&
            ` Over the second half of the draws no end of an interval moved by more than ${number(settled, 1)} ${settled === 1 ? 'rank' : 'ranks'}${settled > 1 ? ': ask for more draws to be surer' : ''}.`}
          {draw !== null &&
            draw.unanswered > 0 &&
            ` ${count(draw.unanswered, 'draw', 'draws')} had no result and ${draw.unanswered === 1 ? 'is' : 'are'} left out.`}
        </p>
        <p>{sourcesOf(index)}</p>
      </Method>
    </>
  );
}

type Order = 'name' | 'group';

function inGroups(rows: readonly UnitRow[]): readonly UnitRow[] {
  return rows.toSorted((a, b) => (a.group ?? Infinity) - (b.group ?? Infinity));
}

function ResultTable({ at, index, rows, words }: Shown & { rows: readonly UnitRow[] }) {
  const decimals = decimalsFor(rows.map(({ value }) => value));
  const known = index.worked?.structure.indicators.length ?? 0;
  return (
    <Table<UnitRow>
      caption={`${index.definition.title}: value and where each may stand, from 1 for the highest`}
      rows={rows}
      rowKey={({ unit }) => unit}
      stacks
      columns={[
        {
          title: heading(words[0]),
          heads: true,
          cell: ({ unit, name }) => (
            <Link
              to="/p/$partnership/compare/index/$index"
              params={at}
              search={{ view: 'units', unit }}
            >
              {name}
            </Link>
          ),
        },
        {
          title: 'Value',
          figure: true,
          cell: ({ value, low, high }) => (
            <Figure
              value={value}
              decimals={decimals}
              interval={low === null || high === null ? null : [low, high]}
              missingBecause="not enough is there"
            />
          ),
        },
        { title: 'May stand', cell: (row) => standsWords(row, index) },
        {
          title: 'Group',
          cell: ({ group }) => (group === null ? '–' : groupWords(group, rows)),
        },
        {
          title: 'Indicators there',
          figure: true,
          cell: ({ coverage }) => `${Math.round(coverage * known)} of ${known}`,
        },
      ]}
    />
  );
}

function standsWords(row: UnitRow, { definition, draw }: OpenedPage): string {
  if (definition.uncertainty === null) return '– nothing is doubted';
  return draw === null ? '…' : rankWords(row);
}

function groupWords(group: number, rows: readonly UnitRow[]): string {
  const n = rows.filter((row) => row.group === group).length;
  const name = `${String.fromCodePoint(64 + Math.min(group, 26))}`;
  return n === 1
    ? `${name}: alone`
    : `${name}: not told apart from ${count(n - 1, 'other', 'others')}`;
}

function Ranks({ at, index, rows, words }: Shown & { rows: readonly UnitRow[] }) {
  return (
    <IntervalPlot
      finding={findingOf(index.rows ?? [], words)}
      measure={`Where each may stand, from 1 for the highest: nine draws in ten · ${index.definition.title}`}
      fileName={`${index.definition.title} ranks`}
      scale={{ least: 1, most: Math.max(2, rows.length), decimals: 0 }}
      source={sourcesOf(index)}
      rows={rows.map((row) => ({
        ...{ label: row.name, value: row.rankMedian, coverage: row.coverage },
        ...{ low: row.rankLow, high: row.rankHigh, note: 'not enough is there' },
        href: unitHref(at, row.unit),
      }))}
    />
  );
}

function Values({ at, index, rows, words }: Shown & { rows: readonly UnitRow[] }) {
  const values = rows.map(({ value }) => value);
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high]).filter((x) => x !== null);
  if (ends.length === 0) return null;
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  // Values that only rounding tells apart have no spread to draw.
  const spread = most - least;
  const room = spread <= Math.max(Math.abs(least), Math.abs(most)) * 1e-9 ? 1 : spread * 0.02;
  const scales = index.definition.uncertainty?.sources.some(({ kind }) => kind === 'normalise');
  return (
    <IntervalPlot
      finding={lieWords(values, words)}
      measure={`Value of ${index.definition.title}; the interval holds nine draws in ten${scales ? ', over several scales' : ''}`}
      fileName={index.definition.title}
      scale={{ least: least - room, most: most + room, decimals: decimalsFor(values) }}
      source={sourcesOf(index)}
      rows={rows.map((row) => ({
        ...{ label: row.name, value: row.value, low: row.low, high: row.high },
        ...{ coverage: row.coverage, note: 'not enough is there', href: unitHref(at, row.unit) },
      }))}
    />
  );
}

function lieWords(values: readonly (number | null)[], [one, many]: readonly [string, string]) {
  const known = knownOf(values);
  const [least, most] = [number(Math.min(...known), 1), number(Math.max(...known), 1)];
  if (least !== most) return `${heading(many)} lie between ${least} and ${most}`;
  return known.length === 1 ? `The one ${one} is at ${least}` : `All ${many} are at ${least}`;
}

function knownOf(values: readonly (number | null)[]): readonly number[] {
  return values.filter((value) => value !== null);
}

function PlaceMap({
  at,
  index,
  rows,
  type,
  words,
}: Shown & { rows: readonly UnitRow[]; type: PlaceType }) {
  const { data } = useQuery(boundariesQuery(at.partnership, type, null));
  if (data === undefined) return null;
  const byKey = new Map(
    rows.flatMap((row) => [[row.unit, row] as const, [placeKey(row.name), row] as const]),
  );
  const found = data.features.flatMap(({ properties: { id, name, code }, geometry }) => {
    const row = byKey.get(code ?? '') ?? byKey.get(placeKey(name));
    return row === undefined ? [] : [{ id, name, geometry, row }];
  });
  if (found.length < 2) return null;
  return (
    <AreaMap
      finding={`${index.definition.title} on the map: ${count(found.length, ...words)} of ${rows.length}`}
      measure="Value; a darker shade is a higher value, and says nothing about how sure it is"
      fileName={`${index.definition.title} map`}
      decimals={decimalsFor(rows.map(({ value }) => value))}
      source={sourcesOf(index)}
      values={
        new Map(
          found.map(({ id, row: { value, low, high } }) => [
            id,
            { value, low, high, suppressed: false },
          ]),
        )
      }
      features={found.map(({ id, name, geometry, row }) => ({
        ...{ id, name, geometry },
        href: unitHref(at, row.unit),
      }))}
    />
  );
}

function unitHref({ partnership, index }: IndexAt, unit: string): string {
  return `/p/${partnership}/compare/index/${index}?view=units&unit=${encodeURIComponent(unit)}`;
}

/** Where the values come from, and what must be said with them. */
export function sourcesOf({ definition, notices, coverage }: OpenedPage): string {
  const said = [...definitionSources(definition.meta)];
  const from = said.length === 0 ? 'no source is named' : list(said);
  return [`${from}; ${percent(coverage)} of values there`, ...notices].join('. ');
}

function definitionSources(meta: string): ReadonlySet<string> {
  const said = [...indicatorNotes(meta).values()].map(({ source, period }) =>
    [source, period].filter((part) => part !== '').join(', '),
  );
  return new Set(said.filter((each) => each !== ''));
}
