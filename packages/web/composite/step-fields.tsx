import { Mean, Treatment, type Aggregation, type Imputation } from '@freehold/core/composite';
import { Choice } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import { NumberField } from './number-field.tsx';
import { Otherwise } from './otherwise.tsx';
import type { StepProps } from './pipeline.tsx';
import { aggregateWords, imputeWords, treatWords } from './words.ts';

/** Who is in. */
export function Screen({ definition: { method }, change }: StepProps) {
  const { screen } = method;
  const set = (next: typeof screen) => change({ method: { ...method, screen: next } });
  return (
    <div className="stack">
      <Tick
        words="Leave out units of which too little is there"
        on={screen !== null}
        onChange={(on) => set(on ? { least: 0.65 } : null)}
      />
      {screen !== null && (
        <NumberField
          label="At least so many of 100 indicators must be there"
          value={Math.round(screen.least * 100)}
          least={0}
          most={100}
          onChange={(value) => set({ least: value / 100 })}
        />
      )}
    </div>
  );
}

/** Sizes made comparable. */
export function Denominate({ definition: { method }, structure, change }: StepProps) {
  const divided = structure.indicators.filter(({ denominator }) => denominator !== null);
  if (divided.length === 0)
    return (
      <p>
        An indicator is divided where the metadata name a column of the data under Denominator, such
        as the population. None does.
      </p>
    );
  return (
    <Tick
      words="Divide the indicators that name a denominator"
      on={method.denominate}
      onChange={(denominate) => change({ method: { ...method, denominate } })}
    />
  );
}

/** Gaps. */
export function Impute({ definition: { method }, table, change }: StepProps) {
  const { impute } = method;
  const groups = [...table.groups.keys()].filter(
    (name) => name !== 'uName' && !/_(low|high|n|note)$/.test(name),
  );
  const set = (next: Imputation) => change({ method: { ...method, impute: next } });
  const [firstGroup] = groups;
  const kinds = firstGroup === undefined ? plainKinds : [...plainKinds, ...groupKinds];
  return (
    <div className="stack">
      <Choice
        label="What fills a gap"
        value={impute.method}
        options={kinds.map((kind) => [kind, imputeWords[kind]] as const)}
        onChange={(next) => {
          if (next !== 'group-mean' && next !== 'group-median') set({ method: next });
          else if (firstGroup !== undefined) set({ method: next, group: firstGroup });
        }}
      />
      {'group' in impute && (
        <Choice
          label="Groups by"
          value={impute.group}
          options={groups.map((name) => [name, name] as const)}
          onChange={(group) => set({ ...impute, group })}
        />
      )}
      {firstGroup === undefined && (
        <p className="small soft">
          The data have no column that tells groups apart, so the others of a group cannot fill a
          gap.
        </p>
      )}
    </div>
  );
}

const plainKinds = ['none', 'mean', 'median'] as const;
const groupKinds = ['group-mean', 'group-median'] as const;

/** Outliers. */
export function Treat({ definition: { method }, structure, change }: StepProps) {
  const { treat } = method;
  const set = (next: typeof treat) => change({ method: { ...method, treat: next } });
  return (
    <div className="stack">
      <TreatmentFields
        label="What is done to outliers"
        value={treat.all}
        onChange={(all) => set({ ...treat, all })}
      />
      <Otherwise
        indicators={structure.indicators}
        only={treat.only}
        usual={treat.all}
        onChange={(only) => set({ ...treat, only })}
      >
        {(value, onChange) => <TreatmentFields label="Otherwise" {...{ value, onChange }} />}
      </Otherwise>
    </div>
  );
}

function TreatmentFields({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Treatment;
  onChange: (value: Treatment) => void;
}) {
  return (
    <div className="row end">
      <Choice
        label={label}
        value={value.method}
        options={treatments.map((each) => [each, treatWords[each]] as const)}
        onChange={(next) =>
          onChange(
            Treatment.parse(next === 'box-cox' ? { method: next, lambda: 0.5 } : { method: next }),
          )
        }
      />
      {'most' in value && (
        <NumberField
          label="Values moved, at most"
          value={value.most}
          least={0}
          most={1000}
          whole
          onChange={(most) => onChange({ ...value, most })}
        />
      )}
      {'lambda' in value && (
        <NumberField
          label="Power"
          value={value.lambda}
          least={-5}
          most={5}
          onChange={(lambda) => onChange({ ...value, lambda })}
        />
      )}
    </div>
  );
}

const treatments = ['none', 'auto', 'winsorise', 'log', 'box-cox'] as const;

/** Put together: one way for all levels, or one a level. */
export function Aggregate({ definition: { method }, structure, change }: StepProps) {
  const { aggregate } = method;
  const [first = { method: 'arithmetic', least: 0 } as const] = aggregate;
  const levels = structure.levels - 1;
  const set = (next: readonly Aggregation[]) =>
    change({ method: { ...method, aggregate: [...next] } });
  const apart = aggregate.length > 1;
  return (
    <div className="stack">
      {levels > 1 && (
        <Tick
          words="Another way for each level"
          on={apart}
          onChange={(on) => set(on ? Array.from({ length: levels }, () => first) : [first])}
        />
      )}
      {aggregate.map((how, at) => (
        <AggregationFields
          // A level is its place: ways have no name of their own.
          key={`level-${at + 2}`}
          label={apart ? `To level ${at + 2}` : 'How values are put together'}
          value={how}
          onChange={(next) => set(aggregate.map((each, place) => (place === at ? next : each)))}
        />
      ))}
    </div>
  );
}

function AggregationFields({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Aggregation;
  onChange: (value: Aggregation) => void;
}) {
  const { least, power } = value;
  return (
    <div className="row end">
      <Choice
        label={label}
        value={value.method}
        options={Mean.options.map((each) => [each, aggregateWords[each]] as const)}
        onChange={(next) =>
          onChange({ method: next, least, ...(next === 'generalised' && { power: 0.5 }) })
        }
      />
      {power !== undefined && (
        <NumberField
          label="Power, not 0"
          value={power}
          least={-20}
          most={20}
          onChange={(next) => next !== 0 && onChange({ ...value, power: next })}
        />
      )}
      <NumberField
        label="Of 100 parts, at least so many must be there"
        value={Math.round(least * 100)}
        least={0}
        most={100}
        onChange={(next) => onChange({ ...value, least: next / 100 })}
      />
    </div>
  );
}
