import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import type { DecisionFields } from './calls.ts';

type Option = DecisionFields['options'][number];

/** What else was possible, and what spoke for and against it; empty lines are not kept. */
export function Options({
  options,
  onChange,
}: {
  options: readonly Option[];
  onChange: (options: Option[]) => void;
}) {
  const change = (at: number, part: Partial<Option>) =>
    onChange(options.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <fieldset className="radio-cards">
      <legend>What was possible?</legend>
      {options.map((each, at) => (
        <div key={at} className="stack-tight">
          <TextField
            label={`Option ${at + 1}`}
            maxLength={300}
            value={each.option}
            onChange={(option) => change(at, { option })}
          />
          <TextField
            label={`For and against option ${at + 1}`}
            maxLength={1000}
            value={each.weighed}
            onChange={(weighed) => change(at, { weighed })}
          />
        </div>
      ))}
      {options.length < 12 && (
        <div>
          <Button onClick={() => onChange([...options, { option: '', weighed: '' }])}>
            Add an option
          </Button>
        </div>
      )}
    </fieldset>
  );
}
