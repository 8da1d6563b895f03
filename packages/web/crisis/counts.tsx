import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  answerSaid,
  leastCounted,
  leastPeriods,
  ofKind,
  spanSaid,
  stepSaid,
  type Change,
} from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { today } from '../plan/stage-choice.tsx';
import { count, day, moment, number } from '../words.ts';
import { BaselineForm } from './baseline-form.tsx';
import type { BoardProps } from './board.tsx';
import { crisisChanged, putCounts, type CrisisAt, type DayCounts } from './calls.ts';
import { ControlChart } from './control-chart.tsx';
import { lastUpdate } from './words.ts';

/** Bare numbers by day, and what they say against the baseline that was frozen. */
export function Counts(props: BoardProps) {
  const { at, board, items, open } = props;
  const [form, setForm] = useState(false);
  const baselines = ofKind(board.items, 'baseline');
  const active = board.crisis.activatedAt !== null;
  const frozen = active && board.crisis.state !== 'prepared';
  return (
    <section className="stack" aria-labelledby="crisis-counts">
      <h2 id="crisis-counts">{finding(board.changes, baselines.length)}</h2>
      {open && active && <CountForm at={at} />}
      {board.changes.length > 0 && <Changes changes={board.changes} />}
      {(['concerns', 'again'] as const).map((what) => (
        <ControlChart key={what} what={what} board={board} />
      ))}
      {board.days.length > 0 && <Days board={board} />}
      <h3>{count(baselines.length, 'baseline', 'baselines')}</h3>
      {baselines.length === 0 && (
        <Empty title="What was usual before?">
          <p>
            Counts from before are frozen when the crisis is activated, so that later counts can be
            held against them. With none, nobody can say whether anything changed.
          </p>
        </Empty>
      )}
      <ul className="crisis-items">
        {baselines.map((held) => (
          <li key={held.id}>
            <h4>{held.content.title}</h4>
            <p className="small">
              {periods(held.content.points)}
              {held.content.source !== '' && ` · ${held.content.source}`}
              {frozen && ' · frozen'}
            </p>
            <p className="small soft">{lastUpdate(held)}</p>
            {open && !active && (
              <div className="crisis-buttons">
                <Button tone="quiet" onClick={() => items.remove(held, held.content.title)}>
                  Take away<span className="unseen">: {held.content.title}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <div className="row">
          <Button onClick={() => setForm(true)}>Add counts from before</Button>
        </div>
      )}
      <HowTold least={board.leastCell} />
      {form && (
        <BaselineForm partnership={at.partnership} items={items} onClose={() => setForm(false)} />
      )}
    </section>
  );
}

function finding(changes: readonly Change[], baselines: number): string {
  if (baselines === 0) return 'There is no baseline to hold counts against';
  const told = changes.filter(({ control }) => control.answer !== 'cannot-tell');
  if (changes.length === 0) return 'Counts are held against the baseline once it is frozen';
  if (told.length === 0) return 'Whether anything changed cannot be told yet';
  const higher = told.filter(({ control }) => control.answer === 'higher');
  return higher.length > 0
    ? `${[...new Set(higher.map(({ title }) => title))].join(' and ')}: more than chance would make of what was usual`
    : 'No count is outside what was usual';
}

function periods(points: readonly { readonly start: string; readonly end: string }[]): string {
  const [first, last] = [points[0], points.at(-1)];
  const many = count(points.length, 'period', 'periods');
  return first === undefined || last === undefined
    ? many
    : `${many}, ${day(first.start)} to ${day(last.end)}`;
}

function CountForm({ at }: { at: CrisisAt }) {
  const [typed, setTyped] = useState(() => ({ day: today(), concerns: '', again: '' }));
  const save = useMutation({
    mutationFn: (json: DayCounts) => putCounts(at, json),
    onSuccess: async () => {
      setTyped((before) => ({ ...before, concerns: '', again: '' }));
      await crisisChanged();
    },
  });
  const numberOf = (text: string) => (text === '' ? null : Math.trunc(Number(text)));
  return (
    <form
      className="crisis-count"
      onSubmit={(event) => {
        event.preventDefault();
        const { concerns, again } = typed;
        save.mutate({ day: typed.day, concerns: numberOf(concerns), again: numberOf(again) });
      }}
    >
      <TextField
        label="Day"
        type="date"
        required
        value={typed.day}
        onChange={(next) => setTyped({ ...typed, day: next })}
      />
      <TextField
        label="Referral concerns that day"
        hint="A number; nobody’s story. Empty is not counted, 0 is none."
        type="number"
        value={typed.concerns}
        onChange={(concerns) => setTyped({ ...typed, concerns })}
      />
      <TextField
        label="People known from before, seen again"
        hint="Re-trafficking watch: a number only."
        type="number"
        value={typed.again}
        onChange={(again) => setTyped({ ...typed, again })}
      />
      <Problems error={save.error} />
      <div>
        <Button tone="primary" type="submit" disabled={save.isPending}>
          Keep the counts of this day
        </Button>
      </div>
    </form>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <Table
      caption="Counts against the frozen baseline"
      stacks
      rows={changes}
      rowKey={({ baseline, span }) => `${baseline}-${span}`}
      columns={[
        { title: 'What', heads: true, cell: ({ title }) => title },
        { title: 'Since when', cell: spanSaid },
        { title: 'Counted', figure: true, cell: ({ seen }) => stepSaid(seen) },
        {
          title: 'Expected, with limits',
          figure: true,
          cell: ({ control }) =>
            control.answer === 'cannot-tell'
              ? '–'
              : `${number(control.expected, 1)} (${number(control.limits.low3, 1)} to ${number(control.limits.high3, 1)})`,
        },
        { title: 'What it says', cell: answerSaid },
        { title: 'Source', cell: ({ source }) => (source === '' ? '– not said' : source) },
      ]}
    />
  );
}

function Days({ board }: { board: BoardProps['board'] }) {
  return (
    <Table
      caption="Counts by day, in steps"
      rows={board.days.toReversed()}
      rowKey={(each) => each.day}
      columns={[
        {
          title: 'Day, and last update',
          heads: true,
          cell: ({ day: on, changedAt, changedBy }) => (
            <>
              {day(on)}
              <br />
              <span className="tiny soft">
                {moment(changedAt)} · {changedBy}
              </span>
            </>
          ),
        },
        { title: 'Referral concerns', figure: true, cell: ({ concerns }) => stepSaid(concerns) },
        { title: 'People seen again', figure: true, cell: ({ again }) => stepSaid(again) },
      ]}
    />
  );
}

function HowTold({ least }: { least: number }) {
  return (
    <Method>
      <p>
        Expected is what the baseline counted, a day, times the days that were counted since: a u
        chart. Its limits are exact Poisson ones at 99.8% (three standard deviations) and 95%. A
        count outside the outer limits is called higher or lower; between the two it may be.
      </p>
      <p>
        It cannot be told with fewer than {leastPeriods} periods or {leastCounted} counted in the
        baseline, with a period missing or suppressed, or where the baseline went up and down more
        than chance would make it; these numbers are ours (PROPOSED). Counts show what was noticed,
        not how much there is.
      </p>
      <p>
        Counts leave the server in steps of {least}: [c] is fewer than {least}, none included. Sums
        too, so that nobody can be worked out from a difference. The comparison uses the exact
        counts.
      </p>
    </Method>
  );
}
