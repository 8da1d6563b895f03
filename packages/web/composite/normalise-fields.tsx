import { Normalisation, unitNames } from '@freehold/core/composite';
import { Choice, TextField } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import { NumberField } from './number-field.tsx';
import { Otherwise } from './otherwise.tsx';
import type { StepProps } from './pipeline.tsx';
import { normaliseWords } from './words.ts';

/** One scale. */
export function Normalise({ definition: { method }, structure, table, change }: StepProps) {
  const { normalise } = method;
  const set = (next: typeof normalise) => change({ method: { ...method, normalise: next } });
  const units = [...unitNames(table)];
  return (
    <div className="stack">
      <ScaleFields
        label="How all are scaled"
        value={normalise.all}
        units={units}
        onChange={(all) => set({ ...normalise, all })}
      />
      <Otherwise
        indicators={structure.indicators}
        only={normalise.only}
        usual={normalise.all}
        onChange={(only) => set({ ...normalise, only })}
      >
        {(value, onChange) => <ScaleFields label="Scaled" {...{ value, units, onChange }} />}
      </Otherwise>
    </div>
  );
}

type Units = readonly (readonly [code: string, name: string])[];

function ScaleFields({
  label,
  value,
  units,
  onChange,
}: {
  label: string;
  value: Normalisation;
  units: Units;
  onChange: (value: Normalisation) => void;
}) {
  return (
    <div className="row end">
      <Choice
        label={label}
        value={value.method}
        options={ways.map((each) => [each, normaliseWords[each]] as const)}
        onChange={(next) => onChange(begun(next, units))}
      />
      <ScaleParts {...{ value, units, onChange }} />
    </div>
  );
}

const ways = [
  ...(['minmax', 'zscore', 'rank', 'prank', 'borda', 'dist2max', 'fracmax', 'dist2ref'] as const),
  ...(['dist2targ', 'goalposts', 'scaled', 'categorical', 'none'] as const),
];

/** A way of scaling with what it usually begins with. */
function begun(method: Normalisation['method'], units: Units): Normalisation {
  const parts = {
    dist2ref: { unit: units[0]?.[0] ?? '' },
    scaled: { from: 0, to: 100 },
    categorical: { ends: [25, 50, 75], scores: [1, 2, 3, 4] },
  };
  const own = method in parts ? parts[method as keyof typeof parts] : {};
  return Normalisation.parse({ method, ...own });
}

function ScaleParts({
  value,
  units,
  onChange,
}: {
  value: Normalisation;
  units: Units;
  onChange: (value: Normalisation) => void;
}) {
  switch (value.method) {
    case 'minmax': {
      const [low, high] = value.range;
      return (
        <>
          <NumberField
            label="From"
            value={low}
            onChange={(next) => next < high && onChange({ ...value, range: [next, high] })}
          />
          <NumberField
            label="To"
            value={high}
            onChange={(next) => next > low && onChange({ ...value, range: [low, next] })}
          />
        </>
      );
    }
    case 'zscore':
      return (
        <>
          <NumberField
            label="Mean"
            value={value.mean}
            onChange={(mean) => onChange({ ...value, mean })}
          />
          <NumberField
            label="Deviation"
            value={value.deviation}
            least={0.000001}
            onChange={(deviation) => onChange({ ...value, deviation })}
          />
        </>
      );
    case 'scaled':
      return (
        <>
          <NumberField
            label="From"
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
          />
          <NumberField label="To" value={value.to} onChange={(to) => onChange({ ...value, to })} />
          <NumberField
            label="Becomes up to"
            value={value.factor}
            onChange={(factor) => onChange({ ...value, factor })}
          />
        </>
      );
    case 'dist2ref':
      return (
        <>
          <Choice
            label="The unit to measure from"
            value={value.unit}
            options={units}
            onChange={(unit) => onChange({ ...value, unit })}
          />
          <Tick
            words="Nobody over it"
            on={value.cap}
            onChange={(cap) => onChange({ ...value, cap })}
          />
        </>
      );
    case 'dist2targ':
      return (
        <Tick
          words="Nobody over the target"
          on={value.cap}
          onChange={(cap) => onChange({ ...value, cap })}
        />
      );
    case 'categorical':
      return <Bands {...{ value, onChange }} />;
    default:
      return null;
  }
}

type Categorical = Extract<Normalisation, { method: 'categorical' }>;

function Bands({
  value,
  onChange,
}: {
  value: Categorical;
  onChange: (value: Categorical) => void;
}) {
  const numbers = (text: string) =>
    text
      .split(/[;,\s]+/)
      .filter((part) => part !== '')
      .map(Number);
  const set = (ends: number[], scores: number[]) => {
    const rising = ends.every((end, at) => at === 0 || end > (ends[at - 1] ?? end));
    const whole = [...ends, ...scores].every(Number.isFinite);
    if (whole && rising && ends.length > 0 && scores.length === ends.length + 1)
      onChange({ ...value, ends, scores });
  };
  return (
    <>
      <TextField
        key={`ends ${value.ends.join()}`}
        label="Upper ends of the bands"
        hint="Rising, with a comma between; then press Tab."
        value={value.ends.join(', ')}
        onChange={(text) => {
          const ends = numbers(text);
          set(
            ends,
            Array.from({ length: ends.length + 1 }, (_, at) => value.scores[at] ?? at + 1),
          );
        }}
      />
      <TextField
        label="Points of the bands"
        hint="One more than there are ends."
        value={value.scores.join(', ')}
        onChange={(text) => set(value.ends, numbers(text))}
      />
    </>
  );
}
