import { useState } from 'react';
import { Method } from '@freehold/core/release';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { EarlierRelease } from './earlier-release.tsx';
import type { Studio } from './use-desk.ts';
import { methodWords } from './words.ts';

/** What k-anonymity takes: how small a group may be, how long combinations are, and how records are made. */
export function KForm({ studio }: { studio: Studio }) {
  const { desk, assessed, runs, compared, work } = studio;
  const [k, setK] = useState(String(assessed?.k ?? 10));
  const [length, setLength] = useState<string>(String(Math.min(3, assessed?.length ?? 3)));
  const [method, setMethod] = useState<Method>('best');
  const wanted = Number(k);
  const valid = Number.isInteger(wanted) && wanted >= 2 && wanted <= 1_000_000;
  return (
    <>
      <div className="studio-fields">
        <TextField
          label="The smallest group that may be shown (k)"
          hint="10 is usual; more protects more and keeps less."
          type="number"
          value={k}
          onChange={setK}
          wrong={valid ? undefined : 'A whole number from 2.'}
        />
        <Choice
          label="Values kept together"
          hint="Longer combinations keep more of the pattern."
          value={length}
          options={['1', '2', '3', '4'].map((each) => [each, `up to ${each}`] as const)}
          onChange={setLength}
        />
      </div>
      <details className="method">
        <summary>Advanced: how records are made</summary>
        <Choice
          label="Way of making records"
          hint={methodWords[method].says}
          value={method}
          options={Method.options.map((each) => [each, methodWords[each].title] as const)}
          onChange={setMethod}
        />
      </details>
      <details className="method" open={compared?.run === null || undefined}>
        <summary>Was something of these records released before?</summary>
        {valid && (
          <EarlierRelease
            {...{ studio }}
            run={null}
            settings={{ k: wanted, length: Number(length) }}
          />
        )}
      </details>
      <div>
        <Button
          tone={runs.length === 0 ? 'primary' : 'plain'}
          disabled={!valid || work !== null}
          onClick={() =>
            void desk.release({ kind: 'k', k: wanted, length: Number(length), method })
          }
        >
          {runs.length === 0 ? 'Make a release' : 'Make another release'}
        </Button>
      </div>
    </>
  );
}
