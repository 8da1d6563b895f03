import type { MeasureReading, SeriesBreak } from '@freehold/core/data';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { ColumnChoice } from './inputs.tsx';
import type { Sample } from './recognised.ts';

type Side = 'low' | 'high' | 'numerator' | 'denominator' | 'note';

const sides: readonly (readonly [Side, string])[] = [
  ['low', 'Lower end of the interval'],
  ['high', 'Upper end of the interval'],
  ['numerator', 'Count behind the value'],
  ['denominator', 'Of how many'],
  ['note', 'Note on quality'],
];

/** Columns that stand beside a value in its row. They go with a value from one cell only. */
export function SideColumns({
  sample,
  value,
  onChange,
}: {
  sample: Sample;
  value: MeasureReading;
  onChange: (value: MeasureReading) => void;
}) {
  if (!('column' in value.value)) return null;
  const set = (side: Side, column: string) => {
    const { [side]: _before, ...rest } = value;
    onChange(column === '' ? rest : { ...rest, [side]: column });
  };
  return (
    <>
      {sides.map(([side, label]) => (
        <ColumnChoice
          key={side}
          label={`${label} (if there is one)`}
          sample={sample}
          optional
          value={value[side] ?? ''}
          onChange={(column) => set(side, column)}
        />
      ))}
    </>
  );
}

/** Days from which values cannot be compared with those before. */
export function Breaks({
  value,
  onChange,
}: {
  value: readonly SeriesBreak[];
  onChange: (value: SeriesBreak[]) => void;
}) {
  const set = (at: number, change: Partial<SeriesBreak>) =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <div className="stack-tight">
      {value.map((each, index) => (
        <div className="row top" key={index}>
          <TextField
            label="Not comparable from"
            type="date"
            value={each.from}
            onChange={(from) => set(index, { from })}
          />
          <TextField
            label="Because"
            value={each.note}
            maxLength={500}
            onChange={(note) => set(index, { note })}
          />
          <Button
            tone="quiet"
            onClick={() => onChange(value.filter((_, other) => other !== index))}
          >
            Take away
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...value, { from: '', note: '' }])}>
          Add a break in the series
        </Button>
      </div>
    </div>
  );
}
