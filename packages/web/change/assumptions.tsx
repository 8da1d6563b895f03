import { useState } from 'react';
import { Assumption, Tested, testedWords } from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { DraftLine, DraftText } from './draft.tsx';

/** What has to be so for a link to hold, and whether anybody knows. */
export function Assumptions({
  assumptions,
  onChange,
}: {
  assumptions: readonly Assumption[];
  onChange: (assumptions: readonly Assumption[], run: string) => void;
}) {
  const [words, setWords] = useState('');
  const set = (at: number, change: Partial<Assumption>, run = '') =>
    onChange(
      assumptions.map((each, index) => (index === at ? { ...each, ...change } : each)),
      run === '' ? '' : `assumption ${at} ${run}`,
    );
  return (
    <div className="stack-tight">
      <h3>Assumptions</h3>
      {assumptions.map(({ text, tested, how }, at) => (
        // Two may say the same while one is typed: their place tells them apart.
        <div key={at} className="stack-tight assumption">
          <DraftLine
            label="It assumes that"
            needed
            most={300}
            value={text}
            onChange={(next) => set(at, { text: next }, 'text')}
          />
          <Choice
            label="Does it hold?"
            value={tested}
            options={Tested.options.map((each) => [each, testedWords[each]] as const)}
            onChange={(next) => set(at, { tested: next })}
          />
          <DraftText
            label="How do you know, or how would you find out?"
            most={1000}
            value={how}
            onChange={(next) => set(at, { how: next }, 'how')}
          />
          <div>
            <Button
              tone="quiet"
              onClick={() =>
                onChange(
                  assumptions.filter((_, index) => index !== at),
                  '',
                )
              }
            >
              Remove this assumption
            </Button>
          </div>
        </div>
      ))}
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault();
          onChange([...assumptions, Assumption.parse({ text: words.trim() })], '');
          setWords('');
        }}
      >
        <TextField label="What has to be so?" maxLength={300} value={words} onChange={setWords} />
        <Button type="submit" disabled={words.trim() === ''}>
          Add
        </Button>
      </form>
    </div>
  );
}
