import { useState } from 'react';
import type { PrivateSettings } from '@freehold/core/release';
import { PrivateSettings as Settings } from '@freehold/core/release';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Tick, Ticks } from '../parts/tick.tsx';
import { RadioCards } from '../review/radio-cards.tsx';
import { FileField } from './file-field.tsx';
import { lengthOptions } from './lengths.ts';
import { fitsSample, sampleFile } from './sample.ts';
import { Tried } from './tried.tsx';
import type { Studio } from './use-desk.ts';
import { WorkBar } from './work-bar.tsx';
import { Wrong } from './wrong.tsx';

type StandIn = 'sample' | 'released' | 'records';

const standIns = [
  {
    value: 'released',
    title: 'The made-up records of an earlier release',
    aside: 'best',
    says: 'Its synthetic.csv. It has the patterns of your records, and what it tells was paid for already.',
  },
  {
    value: 'records',
    title: 'A public file with the same columns',
    says: 'Read by the same codebook; further columns are left out.',
  },
] as const;
const sample = {
  value: 'sample',
  title: 'The studio’s made-up records',
  says: 'They have the columns of your codebook.',
} as const;

const common = 10;

/** Settings tried on records that are public, where exact error may be looked at and nothing is charged. */
export function TrySettings({
  studio,
  shared,
  onUse,
}: {
  studio: Studio;
  /** What every setting has alike. */
  shared: Pick<PrivateSettings, 'delta' | 'publicTotal'>;
  onUse: (settings: PrivateSettings) => void;
}) {
  const { desk, codebook, trial, work } = studio;
  const fits = codebook !== null && fitsSample(codebook);
  const [standIn, setStandIn] = useState<StandIn>(fits ? 'sample' : 'released');
  const [file, setFile] = useState<File | null>(null);
  const [declared, setDeclared] = useState(false);
  const [epsilons, setEpsilons] = useState('0.5, 1, 2');
  const [lengths, setLengths] = useState<readonly string[]>(['2', '3']);
  const [runs, setRuns] = useState('5');
  const settings = settingsOf(epsilons, lengths, shared);
  const chosen = standIn === 'sample' ? sampleFile : file;
  const ready = chosen !== null && (standIn === 'sample' || declared);
  const tryThem = () => {
    if (chosen === null || settings === null || codebook === null) return;
    void desk.try({
      ...{ codebook, settings, common, runs: Number(runs) },
      file: typeof chosen === 'function' ? chosen() : chosen,
      form: standIn === 'released' ? 'released' : 'records',
    });
  };
  return (
    <details className="method try-settings" open={trial !== null || undefined}>
      <summary>Try the settings first, on public records</summary>
      <p>
        How far off a release of your own records is may not be looked at: whoever chooses settings
        by it learns more than the budget covers. Of records that are public it may. Nothing is
        charged for that, because your records are not looked at.
      </p>
      <RadioCards
        legend="What stands in for your records"
        name="stand-in"
        chosen={standIn}
        onChange={setStandIn}
        options={fits ? [sample, ...standIns] : standIns}
      />
      {standIn !== 'sample' && (
        <>
          <FileField
            label={standIn === 'released' ? 'Its synthetic.csv' : 'The public file'}
            hint="It is read in this browser and goes nowhere."
            accept=".csv,.tsv,.txt"
            onFiles={([first]) => setFile(first ?? null)}
          />
          <Tick
            words="I declare that this file is public: nobody is in it whom this release protects."
            on={declared}
            onChange={setDeclared}
          />
        </>
      )}
      <div className="studio-fields">
        <TextField
          label="ε to try"
          hint="Several, with commas between."
          value={epsilons}
          onChange={setEpsilons}
          wrong={
            settings === null
              ? 'Numbers from 0.05 to 100, at most eight, and at least one length.'
              : undefined
          }
        />
        <Choice
          label="Runs of each"
          hint="More tell better how much it depends on chance."
          value={runs}
          options={['3', '5', '10', '20'].map((each) => [each, each] as const)}
          onChange={setRuns}
        />
      </div>
      <Ticks
        legend="Values counted together"
        options={lengthOptions}
        chosen={lengths}
        onChange={setLengths}
      />
      <Wrong studio={studio} kinds={['trial']} />
      {work?.kind === 'trial' && <WorkBar studio={studio} />}
      <div>
        <Button disabled={!ready || settings === null || work !== null} onClick={tryThem}>
          Try them
        </Button>
      </div>
      {trial !== null && <Tried {...{ studio, trial, onUse }} />}
    </details>
  );
}

/** Every ε with every length; null where something is no setting. */
function settingsOf(
  epsilons: string,
  lengths: readonly string[],
  shared: Pick<PrivateSettings, 'delta' | 'publicTotal'>,
): readonly PrivateSettings[] | null {
  const each = epsilons
    .split(/[,;\s]+/)
    .filter((word) => word !== '')
    .map(Number);
  const read = Settings.array()
    .min(1)
    .max(24)
    .safeParse(
      lengths
        .toSorted()
        .flatMap((length) =>
          each.map((epsilon) => ({ ...shared, epsilon, length: Number(length) })),
        ),
    );
  return read.success && each.length <= 8 ? read.data : null;
}
