import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { budgetPlan, openColumns, PrivateSettings } from '@freehold/core/release';
import { buttonClass } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { list, number } from '../words.ts';
import { BeginLedger } from './begin-ledger.tsx';
import { BudgetMeter } from './budget-meter.tsx';
import { ChargeForm } from './charge-form.tsx';
import type { Coded } from './engine/work.ts';
import { expectedNoise } from './expected-noise.ts';
import { LedgerFile } from './ledger-file.tsx';
import { lengthOptions } from './lengths.ts';
import { TrySettings } from './try-settings.tsx';
import type { Studio } from './use-desk.ts';

/** What a release with noise takes: settings, which may be tried first, a part of the budget, a purpose, and who approves it. */
export function PrivateForm({ studio }: { studio: Studio }) {
  const { ledger, coded, codebook } = studio;
  const [epsilon, setEpsilon] = useState('1');
  const [length, setLength] = useState('2');
  const [typedDelta, setDelta] = useState<string | null>(null);
  const [total, setTotal] = useState<'protected' | 'public'>('protected');
  const delta = typedDelta ?? String((ledger?.budget.delta ?? 4e-6) / 4);
  const settings = PrivateSettings.safeParse({
    ...{ epsilon: Number(epsilon), delta: Number(delta), length: Number(length) },
    publicTotal: total === 'public',
  });
  const use = (tried: PrivateSettings) => {
    setEpsilon(String(tried.epsilon));
    setLength(String(tried.length));
  };
  const open = openColumns(codebook).map(({ where }) => where?.column ?? '');
  if (open.length > 0) return <DeclareFirst columns={open} />;
  return (
    <>
      <TrySettings
        studio={studio}
        shared={{ delta: Number(delta), publicTotal: total === 'public' }}
        onUse={use}
      />
      {ledger === null ? (
        <BeginLedger studio={studio} />
      ) : (
        <>
          <BudgetMeter ledger={ledger} />
          <div className="studio-fields">
            <TextField
              label="ε of this release"
              hint="Smaller protects more and is noisier."
              type="number"
              value={epsilon}
              onChange={setEpsilon}
              wrong={settings.success ? undefined : 'A number from 0.05 to 100.'}
            />
            <Choice
              label="Values counted together"
              hint="Longer combinations share the same budget, so each is noisier."
              value={length}
              options={lengthOptions}
              onChange={setLength}
            />
            <Choice
              label={coded?.bySubject === true ? 'The number of people' : 'The number of records'}
              hint={totalHints[total]}
              value={total}
              options={[
                ['protected', 'Protected'],
                ['public', 'Public'],
              ]}
              onChange={setTotal}
            />
          </div>
          <details className="method">
            <summary>Advanced: δ of this release</summary>
            <TextField
              label="δ"
              hint="The chance that the promise of this release fails. Half of it pays for values that are not declared, and adds up in the ledger."
              value={delta}
              onChange={setDelta}
            />
          </details>
          {settings.success && coded !== null && (
            <ExpectedNoise settings={settings.data} coded={coded} taken={takenFromFile(studio)} />
          )}
          <ChargeForm
            studio={studio}
            ledger={ledger}
            settings={settings.success ? settings.data : null}
          />
          <details className="method">
            <summary>The ledger as a file</summary>
            <LedgerFile studio={studio} />
          </details>
        </>
      )}
    </>
  );
}

const totalHints = {
  protected: 'Nobody can tell whether somebody is in the records at all.',
  public:
    'Everybody knows it, it is told exactly, and costs nothing. What was recorded of each person is protected, not whether they are among them.',
} as const;

/** Columns of several values must be declared, for which of them occur would show in the release's columns. */
function DeclareFirst({ columns }: { columns: readonly string[] }) {
  const { partnership } = useParams({ from: '/p/$partnership' });
  return (
    <Notice tone="warn" title={`First declare the values of ${list([...columns])}`}>
      <p>
        A cell there holds several values, and each of them becomes a column of the release. Which
        columns there are must not follow from who is in the records: write down all values that the
        form allows, or leave the column out.
      </p>
      <Link
        to="/p/$partnership/release"
        params={{ partnership }}
        search={{ step: 'prepare' }}
        className={buttonClass('primary')}
      >
        Declare them at Prepare
      </Link>
    </Notice>
  );
}

/** How much noise there will be, reckoned from the settings alone: looking at it costs nothing. */
function ExpectedNoise({
  settings,
  coded,
  taken,
}: {
  settings: PrivateSettings;
  coded: Coded;
  taken: readonly string[];
}) {
  const open = coded.columns.filter(({ declared }) => !declared).map(({ name }) => name);
  const plan = budgetPlan(settings, open.length > 0);
  const noise = expectedNoise(plan, coded.columns.length);
  const said = noise.map(
    (deviation, at) =>
      `± ${number(Math.ceil(deviation))} for ${['one value', 'two', 'three', 'four'][at] ?? ''}`,
  );
  return (
    <Notice title={`Counts will be off by up to about ${list(said)}`}>
      <div className="stack-tight">
        <p>
          Reckoned before anything is drawn, for records that fill all{' '}
          {number(coded.columns.length)} columns (two in three counts lie within; records with
          blanks have less noise). Counts much smaller than that get lost. Fewer columns help most.
        </p>
        {open.length > 0 && (
          <p>
            The values of {list(open.slice(0, 6))}
            {open.length > 6 && ` and ${number(open.length - 6)} more`} are not declared: half of δ
            pays for finding them, and rare ones are left out. Declare them in the codebook if you
            can without looking at the records.
          </p>
        )}
        {taken.length > 0 && (
          <p>
            Values or bands of {list([...taken])} are still as they were proposed from the file. The
            promise takes them for public: look whether they would be the same without these
            records, or write others.
          </p>
        )}
        <p className="small">
          The error of a release with noise is not shown: choosing settings by it would tell more
          than the budget covers. Try settings on public records instead, above.
        </p>
      </div>
    </Notice>
  );
}

/** Columns whose declared values or bands nobody has changed since they were read from the file. */
function takenFromFile({ codebook, opened }: Studio): readonly string[] {
  const proposed = new Map(opened?.proposed.columns.map((each) => [each.name, each]));
  return (codebook?.columns ?? [])
    .filter(({ kind }) => kind === 'ordered' || kind === 'number')
    .filter((book) => JSON.stringify(book) === JSON.stringify(proposed.get(book.name)))
    .map(({ name }) => name);
}
