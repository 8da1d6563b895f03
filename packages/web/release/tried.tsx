import { useState } from 'react';
import { budgetPlan, type OverRuns, type PrivateSettings } from '@freehold/core/release';
import { left } from '@freehold/core/privacy';
import { IntervalPlot } from '../figure/index.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { count, number, percent, problemSentence } from '../words.ts';
import type { Trial } from './engine/work.ts';
import { figureOf, triedFinding, triedLines, type Look, type TriedLine } from './tried-lines.ts';
import type { Studio } from './use-desk.ts';

/** What came of trying settings: one figure of each as a chart, and all of them as a table. */
export function Tried({
  studio,
  trial,
  onUse,
}: {
  studio: Studio;
  trial: Trial;
  onUse: (settings: PrivateSettings) => void;
}) {
  const { runs, records, rejected, tried } = trial;
  const lines = triedLines(tried);
  return (
    <section className="stack" aria-label="What came of it">
      <p role="status">
        {trial.name}: {count(records, 'record', 'records')}, {count(runs, 'run', 'runs')} of each.
        Nothing was charged.
      </p>
      {rejected > 0 && (
        <Notice
          tone="warn"
          title={`${count(rejected, 'row', 'rows')} of it did not fit the codebook`}
        >
          <p>
            They were left out. Where they are many, the stand-in is of another kind of records.
          </p>
        </Notice>
      )}
      <Refused tried={tried} />
      {lines.length > 0 && <Figures {...{ studio, trial, onUse }} lines={lines} />}
    </section>
  );
}

/** Settings that gave no counts, and why. */
function Refused({ tried }: Pick<Trial, 'tried'>) {
  const refused = tried.flatMap(({ settings: { epsilon, length }, problems: [first] }) =>
    first === undefined ? [] : [{ title: `ε ${epsilon}, up to ${length}`, ...first }],
  );
  return (
    <>
      {refused.map(({ title, code, details }) => (
        <p key={title}>
          <span className="strong">{title}:</span> {problemSentence(code, details)}
        </p>
      ))}
    </>
  );
}

function Figures({
  studio,
  trial: { name, common, runs, records },
  lines,
  onUse,
}: {
  studio: Studio;
  trial: Trial;
  lines: readonly TriedLine[];
  onUse: (settings: PrivateSettings) => void;
}) {
  const [look, setLook] = useState<Look>('kept');
  const [length, setLength] = useState('0');
  const shown = lines.filter((line) => line.figures.length === Number(length));
  const lengths = [...new Set(lines.map((line) => line.figures.length))].toSorted((a, b) => a - b);
  return (
    <>
      <div className="studio-fields">
        <Choice
          label="Show"
          value={look}
          options={[
            ['kept', `Kept, of combinations of ${common} or more`],
            ['error', 'Off by, mean'],
            ['invented', 'Invented, of what is told'],
          ]}
          onChange={setLook}
        />
        <Choice
          label="Values together"
          value={length}
          options={lengths.map(
            (each) => [String(each), each === 0 ? 'All' : String(each)] as const,
          )}
          onChange={setLength}
        />
      </div>
      <IntervalPlot
        finding={triedFinding(shown, look)}
        measure={`${measures[look]}; median of ${count(runs, 'run', 'runs')}, line from the least to the most`}
        fileName="Settings tried on a stand-in"
        source={`${name}, declared public, ${count(records, 'record', 'records')}`}
        rows={shown.map((line) => rowOf(line, look))}
        scale={scaleOf(shown, look)}
      />
      <Table<TriedLine>
        stacks
        caption={`Each figure is the median of the runs, with the least and the most. Combinations of ${common} or more are those that a release should keep: ${number(shown[0]?.figures.common ?? 0)} of these.`}
        rows={shown}
        rowKey={({ title }) => title}
        columns={[
          { title: 'Setting', heads: true, cell: ({ title }) => title },
          { title: 'Kept', figure: true, cell: ({ figures }) => over(figures.kept, percent) },
          {
            title: 'Off by, mean',
            figure: true,
            cell: ({ figures }) => over(figures.error, tenths),
          },
          { title: 'Told', figure: true, cell: ({ figures }) => over(figures.told, number) },
          { title: 'Invented', figure: true, cell: ({ figures }) => over(figures.invented, share) },
          ...(studio.ledger === null
            ? []
            : [
                {
                  title: 'Of the budget left',
                  figure: true,
                  cell: ({ settings }: TriedLine) => costOf(studio, settings),
                },
              ]),
          {
            title: 'Take it over',
            cell: ({ title, settings }) => (
              <span className="studio-inline">
                <Button tone="quiet" onClick={() => onUse(settings)}>
                  Use <span className="unseen">{title}</span>
                </Button>
              </span>
            ),
          },
        ]}
      />
      <Method>
        <p>
          The stand-in is counted exactly, and then with noise as a release would be, several times.
          Kept: of its combinations of {common} records or more, those that were told. Off by: the
          mean distance of their counts from the exact ones, what was not told counting in full.
          Invented: of the combinations told, those that nobody in it has. Noise is the same for as
          many columns filled and does not know how many records there are: with more records than
          the stand-in has, more is kept than here, and with fewer less. Records are then made up of
          these counts and cannot be nearer than they are.
        </p>
      </Method>
    </>
  );
}

const measures: Readonly<Record<Look, string>> = {
  kept: 'Common combinations that are told, in percent',
  error: 'Mean distance of counts from the exact ones, in records',
  invented: 'Told combinations that nobody has, in percent',
};

function rowOf({ title, figures }: TriedLine, look: Look) {
  const figure = figureOf(figures, look);
  return figure === null
    ? { label: title, value: null, low: null, high: null, note: 'nothing to reckon from' }
    : { label: title, ...figure };
}

function scaleOf(lines: readonly TriedLine[], look: Look) {
  const most = Math.max(0, ...lines.map(({ figures }) => figureOf(figures, look)?.high ?? 0));
  return look === 'error'
    ? { least: 0, most: Math.max(1, most), decimals: 1 }
    : { least: 0, most: look === 'kept' ? 100 : Math.max(1, most), decimals: 1, unit: '%' };
}

/** What of the rest of the budget a release with these settings would take. */
function costOf({ ledger, coded }: Studio, settings: PrivateSettings): string {
  if (ledger === null || coded === null) return '–';
  const discovers = coded.columns.some(({ declared }) => !declared);
  const part = budgetPlan(settings, discovers).rho / left(ledger).rho;
  return part <= 1 ? percent(part) : 'more than all';
}

function over(figure: OverRuns, said: (value: number) => string): string {
  if (figure === null) return '–';
  const { value, low, high } = figure;
  return low === high ? said(value) : `${said(value)} (${said(low)} to ${said(high)})`;
}

function tenths(value: number): string {
  return number(value, 1);
}

function share(value: number): string {
  return `${number(100 * value, 1)}%`;
}
