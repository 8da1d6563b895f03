import type { ObservationMapping } from '@freehold/core/data';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { codeFrom, emptyMeasure } from './drafts.ts';
import { ColumnChoice, Texts } from './inputs.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { FilterFields, PlaceFields } from './place-fields.tsx';
import type { Sample } from './recognised.ts';

/** How a file of observations is read. */
export function ObservationForm({
  sample,
  value,
  onChange,
}: {
  sample: Sample;
  value: ObservationMapping;
  onChange: (value: ObservationMapping) => void;
}) {
  return (
    <>
      <SourceFields value={value} onChange={onChange} />
      <PlaceFields
        sample={sample}
        value={value.place}
        onChange={(place) => onChange({ ...value, place })}
      />
      <PeriodFields sample={sample} value={value} onChange={onChange} />
      <fieldset className="stack fieldset">
        <legend>What is measured</legend>
        {value.measures.map((each, index) => (
          <MeasureFields
            key={index}
            sample={sample}
            value={each}
            onChange={(next) =>
              onChange({
                ...value,
                measures: value.measures.map((other, at) => (at === index ? next : other)),
              })
            }
            onRemove={
              value.measures.length > 1
                ? () =>
                    onChange({ ...value, measures: value.measures.filter((_, at) => at !== index) })
                : null
            }
          />
        ))}
        <div>
          <Button
            onClick={() => onChange({ ...value, measures: [...value.measures, emptyMeasure('')] })}
          >
            Add a measure
          </Button>
        </div>
      </fieldset>
      <FilterFields
        sample={sample}
        value={value.where}
        onChange={(where) => onChange({ ...value, where })}
      />
      <TokenFields value={value} onChange={(tokens) => onChange({ ...value, ...tokens })} />
    </>
  );
}

type Part = {
  readonly value: ObservationMapping;
  readonly onChange: (value: ObservationMapping) => void;
};

function SourceFields({ value, onChange }: Part) {
  const { dataSet } = value;
  const set = (change: Partial<ObservationMapping['dataSet']>) =>
    onChange({ ...value, dataSet: { ...dataSet, ...change } });
  return (
    <fieldset className="stack fieldset">
      <legend>Where the data come from</legend>
      <TextField
        label="Name of the data set"
        value={dataSet.title}
        maxLength={300}
        onChange={(title) =>
          set({ title, ...(dataSet.code === codeFrom(dataSet.title) && { code: codeFrom(title) }) })
        }
      />
      <div className="row top">
        <TextField
          label="Publisher"
          value={dataSet.publisher}
          maxLength={200}
          onChange={(publisher) => set({ publisher })}
        />
        <TextField
          label="Edition"
          hint="Such as “2019” or “to September 2023”."
          value={dataSet.edition}
          maxLength={100}
          onChange={(edition) => set({ edition })}
        />
        <TextField
          label="Licence"
          hint="Such as “OGL v3.0”."
          value={dataSet.licence}
          maxLength={200}
          onChange={(licence) => set({ licence })}
        />
        <TextField
          label="Fetched on"
          type="date"
          value={dataSet.retrievedOn ?? ''}
          onChange={(text) => set({ retrievedOn: text === '' ? null : text })}
        />
      </div>
      <TextField
        label="Web address"
        type="url"
        value={dataSet.url}
        maxLength={1000}
        onChange={(url) => set({ url })}
      />
    </fieldset>
  );
}

function PeriodFields({ sample, value, onChange }: Part & { sample: Sample }) {
  const { period } = value;
  return (
    <fieldset className="stack fieldset">
      <legend>Which period a row is about</legend>
      <Choice
        label="The period is"
        value={'column' in period ? 'column' : 'fixed'}
        options={[
          ['column', 'in a column'],
          ['fixed', 'the same for the whole file'],
        ]}
        onChange={(how) =>
          onChange({ ...value, period: how === 'column' ? { column: '' } : { fixed: '' } })
        }
      />
      {'column' in period ? (
        <ColumnChoice
          label="Column of the period"
          hint="Years, quarters, months, days and financial years are understood: 2023, 2023 Q2, 2022/23."
          sample={sample}
          value={period.column}
          onChange={(column) => onChange({ ...value, period: { column } })}
        />
      ) : (
        <TextField
          label="Period"
          hint="2023, 2023 Q2, 2023-04 or 2022/23."
          value={period.fixed}
          maxLength={40}
          onChange={(fixed) => onChange({ ...value, period: { fixed } })}
        />
      )}
    </fieldset>
  );
}

/** What stands in cells that hold no number. */
function TokenFields({
  value,
  onChange,
}: {
  value: Pick<ObservationMapping, 'missing' | 'suppressed' | 'decimal'>;
  onChange: (value: Pick<ObservationMapping, 'missing' | 'suppressed' | 'decimal'>) => void;
}) {
  const { missing, suppressed, decimal } = value;
  return (
    <details className="method">
      <summary>What stands for no value</summary>
      <div className="stack">
        <Texts
          label="Not known"
          hint="Parted by commas; a comma at the start stands for an empty cell."
          value={missing}
          onChange={(next) => onChange({ missing: next, suppressed, decimal })}
        />
        <Texts
          label="Hidden by the publisher because few people are counted"
          value={suppressed}
          onChange={(next) => onChange({ missing, suppressed: next, decimal })}
        />
        <Choice
          label="Decimals are written with"
          value={decimal}
          options={[
            ['.', 'a point: 1,234.5'],
            [',', 'a comma: 1.234,5'],
          ]}
          onChange={(next) => onChange({ missing, suppressed, decimal: next })}
        />
      </div>
    </details>
  );
}
