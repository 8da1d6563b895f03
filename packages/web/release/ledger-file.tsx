import { useId, useState } from 'react';
import { sha256 } from '@freehold/core/numeric';
import { faults, isLedgerOf, Ledger } from '@freehold/core/privacy';
import { parsed, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { Refusal } from '../api.ts';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Tick } from '../parts/tick.tsx';
import type { Studio } from './use-desk.ts';

/** Takes the ledger away as a file, or brings one. */
export function LedgerFile({ studio: { desk, ledger, opened } }: { studio: Studio }) {
  const id = useId();
  const [other, setOther] = useState(false);
  const [wrong, setWrong] = useState<readonly Problem[] | null>(null);
  const load = async (file: File) => {
    const read = ledgerIn(await file.text(), other ? null : (opened?.digest ?? null));
    setWrong(read.ok ? null : read.problems);
    if (read.ok) desk.keep(read.value);
  };
  const take = () => {
    const text = `${JSON.stringify(ledger, null, 2)}\n`;
    save(new Blob([text], { type: 'application/json' }), `ledger-${ledger?.dataSet ?? ''}.json`);
  };
  return (
    <div className="stack">
      <Problems error={wrong === null ? null : new Refusal(0, wrong)} />
      {ledger !== null && (
        <div>
          <Button onClick={take}>Save the ledger</Button>
        </div>
      )}
      <div className="field">
        <label htmlFor={id}>Bring a ledger</label>
        <div className="hint">
          The file that was saved with an earlier release of these records.
        </div>
        <input
          id={id}
          type="file"
          className="input"
          accept=".json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) void load(file);
          }}
        />
        <Tick
          words="It was begun for an earlier version of these records"
          on={other}
          onChange={setOther}
        />
      </div>
    </div>
  );
}

/** Problems: `ledger-foreign`, `ledger-other-data`, those of its schema, and everything that is wrong with its lines. */
function ledgerIn(text: string, digest: string | null): Outcome<Ledger> {
  const read = readJson(text);
  if (!read.ok) return read;
  const found = faults(read.value, sha256);
  if (found.length > 0) return refused(...found);
  return digest === null || isLedgerOf(read.value, digest, sha256)
    ? read
    : refused(problem('ledger-other-data'));
}

function readJson(text: string): Outcome<Ledger> {
  try {
    const found: unknown = JSON.parse(text);
    return parsed(Ledger, found);
  } catch {
    return refused(problem('ledger-foreign'));
  }
}
