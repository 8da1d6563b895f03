import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import { day } from '../words.ts';
import type { NumberedRun } from './desk.ts';
import type { Studio } from './use-desk.ts';

/** What somebody has looked at, by name and day, before a release leaves. */
export function Checklist({
  studio: { desk, signed },
  run: { number: run, settings },
}: {
  studio: Studio;
  run: NumberedRun;
}) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const asked = [...always, ...(settings.kind === 'k' ? forK : forNoise)];
  if (signed?.run === run)
    return (
      <section className="stack">
        <h2>Signed</h2>
        <p>
          {signed.name} checked release {run} on {day(signed.on)}.{' '}
          <Button tone="quiet" onClick={() => desk.sign(null)}>
            Take it back
          </Button>
        </p>
      </section>
    );
  const whole = asked.every((each) => ticked.includes(each)) && name.trim() !== '';
  return (
    <section className="stack">
      <h2>Before it leaves</h2>
      <div className="stack-tight">
        {asked.map((each) => (
          <Tick
            key={each}
            words={each}
            on={ticked.includes(each)}
            onChange={(on) =>
              setTicked(on ? [...ticked, each] : ticked.filter((other) => other !== each))
            }
          />
        ))}
      </div>
      <TextField label="Your name" value={name} maxLength={200} onChange={setName} />
      <div>
        <Button
          tone="primary"
          disabled={!whole}
          onClick={() => desk.sign({ run, name: name.trim(), on: new Date().toISOString() })}
        >
          Sign that release {run} may leave
        </Button>
      </div>
    </section>
  );
}

const always = [
  'I may publish from these records: their owner and our agreement allow it.',
  'No column names or numbers a person, and none could be joined with another file to do so.',
  'I read what is promised and what is not, and it is enough for who is in the records.',
  'Somebody who knows the people and the places looked at the released counts.',
] as const;
const forK = [
  'I looked at the groups that give a value away; none of them would harm.',
  'No earlier release of nearly the same records is out, or I looked at what both tell together.',
] as const;
const forNoise = [
  'Bands and declared values were chosen without looking at the records.',
  'The ledger is saved where the next person finds it.',
] as const;
