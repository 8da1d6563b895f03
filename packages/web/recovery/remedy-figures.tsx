import type { ReactNode } from 'react';
import {
  bandWords,
  durationWords,
  medianWords,
  outcomeWords,
  rateWords,
  representedWords,
  routeTitle,
  shownWords,
  stageWords,
} from '@freehold/core/recovery';
import { IntervalPlot } from '../figure/index.ts';
import { Figure } from '../parts/number.tsx';
import { Table } from '../parts/table.tsx';
import type { Year } from './calls.ts';

type Rate = Year['awardRate'];
type Group = Year['routes'][number];
type Part = Year['outcomes'][number];

/** The claims of a year: rates with their intervals, how claims went, and the years beside each other. */
export function RemedyFigures({
  year,
  years,
  source,
}: {
  year: Year;
  years: readonly Year[];
  source: string;
}) {
  return (
    <>
      <dl className="facts">
        <Fact term="Claims counted">
          <Figure
            value={year.total}
            decimals={0}
            suppressed={year.total === null}
            date={String(year.year)}
            source={source}
          />
        </Fact>
        <Fact term="Awarded ÷ decided">
          <Share rate={year.awardRate} nOf={['decided claim', 'decided claims']} />
        </Fact>
        <Fact term="Paid in full ÷ awarded">
          <Share rate={year.paidRate} nOf={['awarded claim', 'awarded claims']} />
        </Fact>
        <Fact term="Median time to a decision">{medianWords(year.duration)}</Fact>
      </dl>
      <IntervalPlot
        finding="Award rate with and without a representative, and by route"
        measure={`Awarded ÷ decided, ${year.year}`}
        fileName={`award rates ${year.year}`}
        source={source}
        scale={{ least: 0, most: 100, decimals: 0, unit: '%' }}
        rows={[
          ...year.represented.map((each) => rowOf(each, nameOf(representedWords, each.code))),
          ...year.routes.map((each) => rowOf(each, routeTitle(each.code))),
        ]}
      />
      <div className="two-columns">
        <Parts
          caption="How claims went"
          what="Outcome"
          parts={year.outcomes}
          words={outcomeWords}
        />
        <Parts
          caption="Where pending and awarded claims stand"
          what="Stage"
          parts={[...year.pending, ...year.awarded]}
          words={stageWords}
        />
        <Parts caption="Amount awarded" what="Band" parts={year.bands} words={bandWords} />
        <Parts
          caption="Time from applying to the decision"
          what="Band"
          parts={year.durations}
          words={durationWords}
        />
      </div>
      <Groups caption="By route" groups={year.routes} name={routeTitle} />
      {years.length > 1 && <Years years={years} />}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Share({ rate, nOf }: { rate: Rate; nOf: readonly [string, string] }) {
  const { value, low, high, n, because } = rate;
  return (
    <Figure
      value={value === null ? null : value * 100}
      decimals={0}
      unit="%"
      interval={low === null || high === null ? null : [low * 100, high * 100]}
      {...{ n, nOf }}
      suppressed={because === 'suppressed'}
      missingBecause="none yet"
    />
  );
}

function rowOf({ awardRate }: Group, label: string) {
  const { value, low, high, because } = awardRate;
  const times = (share: number | null) => (share === null ? null : share * 100);
  return {
    ...{ label, value: times(value), low: times(low), high: times(high) },
    note: because === 'suppressed' ? '[c]' : because === 'none' ? 'none decided' : '',
  };
}

function Parts({
  caption,
  what,
  parts,
  words,
}: {
  caption: string;
  what: string;
  parts: readonly Part[];
  words: Readonly<Record<string, string>>;
}) {
  return (
    <Table
      caption={caption}
      rows={parts}
      rowKey={({ code }) => code}
      columns={[
        { title: what, heads: true, cell: ({ code }) => nameOf(words, code) },
        { title: 'Claims', figure: true, cell: ({ n }) => shownWords(n) },
      ]}
    />
  );
}

function Groups({
  caption,
  groups,
  name,
}: {
  caption: string;
  groups: readonly Group[];
  name: (code: string) => string;
}) {
  const outcome = (code: string) => ({
    title: nameOf(outcomeWords, code),
    figure: true,
    cell: ({ outcomes }: Group) =>
      shownWords(outcomes.find((each) => each.code === code)?.n ?? null),
  });
  return (
    <Table
      caption={caption}
      rows={groups}
      rowKey={({ code }) => code}
      stacks
      columns={[
        { title: 'Route', heads: true, cell: ({ code }) => name(code) },
        { title: 'Claims', figure: true, cell: ({ n }) => shownWords(n) },
        ...Object.keys(outcomeWords).map(outcome),
        { title: 'Awarded ÷ decided', figure: true, cell: ({ awardRate }) => rateWords(awardRate) },
      ]}
    />
  );
}

function Years({ years }: { years: readonly Year[] }) {
  return (
    <Table
      caption="Year on year"
      rows={years}
      rowKey={({ year }) => String(year)}
      stacks
      columns={[
        { title: 'Year', heads: true, cell: ({ year }) => year },
        { title: 'Claims', figure: true, cell: ({ total }) => shownWords(total) },
        { title: 'Awarded ÷ decided', figure: true, cell: ({ awardRate }) => rateWords(awardRate) },
        { title: 'Paid ÷ awarded', figure: true, cell: ({ paidRate }) => rateWords(paidRate) },
        { title: 'Median time', cell: ({ duration }) => medianWords(duration) },
      ]}
    />
  );
}

function nameOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
