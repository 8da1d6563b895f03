import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepRecord } from '@freehold/core/access';
import { scorecard, scorecardOf, scorecardSource } from '@freehold/core/diligence';
import { ChangeFrame } from '../change/frame.tsx';
import { Downloads } from '../document/downloads.tsx';
import { HeatGrid } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { today } from '../plan/stage-choice.tsx';
import { usePartnership } from '../session/session.ts';
import { Counts } from './counts.tsx';
import { ScorecardRow } from './scorecard-row.tsx';
import { scorecardQuery, type ScorecardAnswerShown } from './statement-calls.ts';
import './statement-words.ts';
import '../look/record.css';
import '../look/recovery.css';

/** The council scorecard of a year with its evidence and the years before, and what is counted beside it. */
export function Scorecard() {
  const { partnership } = useParams({ from: '/p/$partnership/change/scorecard' });
  const { data, error } = useQuery(scorecardQuery(partnership));
  const answers = data?.answers ?? [];
  const thisYear = Number(today().slice(0, 4));
  const [chosen, setYear] = useState<number | null>(null);
  const year = chosen ?? answers[0]?.year ?? thisYear;
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  const years = [...new Set([thisYear, ...answers.map((each) => each.year)])].toSorted(
    (a, b) => b - a,
  );
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Scorecard"
      title={title(answers, year)}
      lede="Five sections, four levels: how far the council itself is, with what shows it."
      ready={data !== undefined}
    >
      <div className="filters">
        <Choice
          label="Year"
          value={String(year)}
          options={years.map((each) => [String(each), String(each)] as const)}
          onChange={(each) => setYear(Number(each))}
        />
      </div>
      <h2>Section by section</h2>
      <ol className="record-list">
        {scorecardOf(answers, year).map((row) => (
          <ScorecardRow
            key={`${row.section} ${year}`}
            {...{ partnership, year, row, may }}
            version={versionOf(answers, year, row.section)}
          />
        ))}
      </ol>
      {answers.length > 0 && <Years answers={answers} />}
      <section className="stack" aria-labelledby="scorecard-files">
        <h2 id="scorecard-files">Take it with you</h2>
        <Downloads address={`/api/partnerships/${partnership}/scorecard/document?year=${year}`} />
      </section>
      <Counts partnership={partnership} may={may} />
      <p className="small soft">
        <a href={scorecardSource.url}>{scorecardSource.title}</a>. {scorecardSource.note}
      </p>
    </ChangeFrame>
  );
}

function versionOf(
  answers: readonly ScorecardAnswerShown[],
  year: number,
  section: string,
): number {
  return answers.find((each) => each.year === year && each.section === section)?.version ?? 0;
}

function title(answers: readonly ScorecardAnswerShown[], year: number): string {
  const levels = answers.flatMap((each) =>
    each.year === year && each.level !== null ? [{ ...each, level: each.level }] : [],
  );
  const [lowest] = levels.toSorted((a, b) => a.level - b.level);
  if (lowest === undefined) return `The scorecard of ${year} is not answered yet`;
  const name = scorecard.find(({ code }) => code === lowest.section)?.title ?? '';
  return levels.length === scorecard.length
    ? `${name} is furthest behind, at level ${lowest.level}`
    : `${levels.length} of ${scorecard.length} sections of ${year} are answered`;
}

function Years({ answers }: { answers: readonly ScorecardAnswerShown[] }) {
  const years = [...new Set(answers.map(({ year }) => year))];
  return (
    <HeatGrid
      finding={`Levels by section, ${years.length === 1 ? 'one year' : `${years.length} years`}`}
      measure="Level, 0 not yet begun to 4 mature practice"
      fileName="council scorecard"
      source={scorecardSource.title}
      decimals={0}
      legend="0 is not yet begun, 4 is mature practice, – is not answered. Nothing is averaged."
      levels={years.map((year) => ({
        ...{ code: String(year), title: String(year) },
        cells: scorecard.map(({ code, title: name }) => {
          const level =
            answers.find((each) => each.year === year && each.section === code)?.level ?? null;
          return {
            ...{ code, title: name, score: level, low: null, high: null, coverage: null },
            note: level === null ? 'not answered' : '',
          };
        }),
      }))}
    />
  );
}
