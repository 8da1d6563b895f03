import { useState } from 'react';
import { budgetPlan, PrivateSettings } from '@freehold/core/release';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { list, number } from '../words.ts';
import { BeginLedger } from './begin-ledger.tsx';
import { BudgetMeter } from './budget-meter.tsx';
import type { Coded } from './engine/work.ts';
import { expectedNoise } from './expected-noise.ts';
import { LedgerFile } from './ledger-file.tsx';
import type { Studio } from './use-desk.ts';

/** What a release with noise takes: a share of the budget, a purpose, and who approves it. */
export function PrivateForm({ studio }: { studio: Studio }) {
  const { desk, ledger, coded, runs, work } = studio;
  const [epsilon, setEpsilon] = useState('1');
  const [length, setLength] = useState('2');
  const [typedDelta, setDelta] = useState<string | null>(null);
  const [purpose, setPurpose] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  if (ledger === null) return <BeginLedger studio={studio} />;
  const delta = typedDelta ?? String(ledger.budget.delta / 4);
  const settings = PrivateSettings.safeParse({
    ...{ epsilon: Number(epsilon), delta: Number(delta), length: Number(length) },
  });
  const approvedBy = [first, second].map((name) => name.trim()).filter((name) => name !== '');
  const release = () => {
    if (settings.success) void desk.releasePrivately(settings.data, { purpose, approvedBy });
  };
  return (
    <>
      <BudgetMeter ledger={ledger} />
      <div className="studio-fields">
        <TextField
          label="ε of this release"
          hint="Smaller protects more and is noisier."
          type="number"
          value={epsilon}
          onChange={setEpsilon}
          wrong={settings.success ? undefined : 'A number above 0, up to 100.'}
        />
        <Choice
          label="Values counted together"
          hint="Longer combinations share the same budget, so each is noisier."
          value={length}
          options={['1', '2', '3'].map((each) => [each, `up to ${each}`] as const)}
          onChange={setLength}
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
      <div className="studio-fields">
        <TextField
          label="What it is for"
          hint="The public reads it beside the release."
          value={purpose}
          maxLength={500}
          onChange={setPurpose}
        />
        <TextField label="Approved by" value={first} maxLength={200} onChange={setFirst} />
        {ledger.budget.approvals === 2 && (
          <TextField label="And by" value={second} maxLength={200} onChange={setSecond} />
        )}
      </div>
      <div>
        <Button
          tone={runs.length === 0 ? 'primary' : 'plain'}
          disabled={!settings.success || work !== null || purpose.trim() === '' || coded === null}
          onClick={release}
        >
          Charge the budget and make the release
        </Button>
      </div>
      <details className="method">
        <summary>The ledger as a file</summary>
        <LedgerFile studio={studio} />
      </details>
    </>
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
      `± ${number(Math.ceil(deviation))} for ${['one value', 'two', 'three'][at] ?? ''}`,
  );
  return (
    <Notice title={`Counts will be off by up to about ${list(said)}`}>
      <p>
        Reckoned before anything is drawn, for records that fill all {number(coded.columns.length)}{' '}
        columns (two in three counts lie within; records with blanks have less noise). Counts much
        smaller than that get lost. Fewer columns help most.
      </p>
      {open.length > 0 && (
        <p>
          The values of {list(open.slice(0, 6))}
          {open.length > 6 && ` and ${number(open.length - 6)} more`} are not declared: half of δ
          pays for finding them, and rare ones are left out. Declare them in the codebook if you can
          without looking at the records.
        </p>
      )}
      {taken.length > 0 && (
        <p>
          Values or bands of {list([...taken])} are still as they were proposed from the file. The
          promise takes them for public: look whether they would be the same without these records,
          or write others.
        </p>
      )}
      <p className="small">
        The error of a release with noise is not shown: choosing settings by it would tell more than
        the budget covers. Try settings on the made-up records.
      </p>
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
