import type { MeasureReading } from '@freehold/core/data';
import { Button } from '../parts/button.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { codeFrom } from './drafts.ts';
import { ColumnChoice, Tick, WholeNumber } from './inputs.tsx';
import type { Sample } from './recognised.ts';
import { Breaks, SideColumns } from './measure-extras.tsx';

/** One measure: what it is, and where in a row its value stands. */
export function MeasureFields({
  sample,
  value,
  onChange,
  onRemove,
}: {
  sample: Sample;
  value: MeasureReading;
  onChange: (value: MeasureReading) => void;
  onRemove: (() => void) | null;
}) {
  const { measure } = value;
  const set = (change: Partial<MeasureReading['measure']>) =>
    onChange({ ...value, measure: { ...measure, ...change } });
  return (
    <div className="panel stack">
      <TextField
        label="Name of the measure"
        hint="What people read: “People referred to the NRM”."
        value={measure.title}
        maxLength={300}
        onChange={(title) =>
          set({
            title,
            ...(isOwnCode(value) && { code: codeFrom(title) || codeFrom(columnIn(value)) }),
          })
        }
      />
      <ValueFields sample={sample} value={value} onChange={onChange} />
      <div className="row top">
        <TextField
          label="Unit"
          hint="Such as “per 1,000 people”."
          value={measure.unit}
          maxLength={80}
          onChange={(unit) => set({ unit })}
        />
        <Choice
          label="A value is"
          value={measure.valueKind}
          options={valueKinds}
          onChange={(valueKind) => set({ valueKind })}
        />
        <Choice
          label="More is"
          value={measure.direction}
          options={[
            ['o', 'neither better nor worse'],
            ['+', 'better'],
            ['-', 'worse'],
          ]}
          onChange={(direction) => set({ direction })}
        />
        <WholeNumber
          label="Decimals shown"
          value={measure.decimals}
          onChange={(decimals) => set({ decimals: Math.min(10, Math.max(0, decimals ?? 0)) })}
        />
      </div>
      <Tick
        label="It counts people"
        hint="Small counts are then hidden wherever they show."
        value={measure.countsPeople}
        onChange={(countsPeople) => set({ countsPeople })}
      />
      <Tick
        label="It shows detection, not prevalence"
        hint="For referrals and recorded crime: what was noticed, not what there is."
        value={measure.detection}
        onChange={(detection) => set({ detection })}
      />
      <details className="method">
        <summary>Definition, intervals and breaks</summary>
        <div className="stack">
          <TextArea
            label="Definition"
            value={measure.definition}
            maxLength={2000}
            onChange={(definition) => set({ definition })}
          />
          <TextField
            label="Code"
            hint="Stays the same over the years, so that the next edition joins this series."
            value={measure.code}
            maxLength={80}
            onChange={(code) => set({ code })}
          />
          <SideColumns sample={sample} value={value} onChange={onChange} />
          <Breaks value={measure.breaks} onChange={(breaks) => set({ breaks })} />
        </div>
      </details>
      {onRemove !== null && (
        <div>
          <Button tone="quiet" onClick={onRemove}>
            Take this measure away
          </Button>
        </div>
      )}
    </div>
  );
}

const valueKinds = [
  ['score', 'a score'],
  ['count', 'a count'],
  ['proportion', 'a share of a whole'],
  ['rate', 'a rate'],
  ['amount', 'an amount'],
] as const;

/** Nobody wrote a code of their own: it still is what the name or the column gives. */
function isOwnCode(value: MeasureReading): boolean {
  const { code, title } = value.measure;
  return code === codeFrom(title) || code === codeFrom(columnIn(value));
}

function columnIn({ value }: MeasureReading): string {
  return 'column' in value ? value.column : 'sumOf' in value ? value.sumOf : '';
}

function ValueFields({
  sample,
  value,
  onChange,
}: {
  sample: Sample;
  value: MeasureReading;
  onChange: (value: MeasureReading) => void;
}) {
  const how = 'column' in value.value ? 'column' : 'sumOf' in value.value ? 'sumOf' : 'count';
  const { measure, scale } = value;
  return (
    <div className="row top">
      <Choice
        label="Its value is"
        value={how}
        options={[
          ['column', 'in a column of the row'],
          ['sumOf', 'the sum of a column over the rows of a place and period'],
          ['count', 'the number of rows of a place and period'],
        ]}
        onChange={(next) =>
          onChange({
            measure,
            scale,
            value:
              next === 'count'
                ? { count: true }
                : next === 'sumOf'
                  ? { sumOf: columnIn(value) }
                  : { column: columnIn(value) },
          })
        }
      />
      {how !== 'count' && (
        <ColumnChoice
          label="Column"
          sample={sample}
          value={columnIn(value)}
          onChange={(column) =>
            onChange({ ...value, value: how === 'sumOf' ? { sumOf: column } : { column } })
          }
        />
      )}
    </div>
  );
}
