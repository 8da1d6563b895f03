import { PlaceType } from '@freehold/core/place';
import type { BoundariesMapping, PlacesMapping, PopulationsMapping } from '@freehold/core/data';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { ColumnChoice, Tick, WholeNumber } from './inputs.tsx';
import { FilterFields, PlaceFields } from './place-fields.tsx';
import type { Sample } from './recognised.ts';
import { typeWords } from './words.ts';

type Part<Value> = {
  readonly sample: Sample;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** How a look-up is read: which columns name which places, and which lies in which. */
export function PlacesForm({ sample, value, onChange }: Part<PlacesMapping>) {
  const free = PlaceType.options.filter((type) => value.places.every((each) => each.type !== type));
  const pairs = value.places.flatMap((child) =>
    value.places
      .filter((each) => each !== child)
      .map((parent) => [child.type, parent.type] as const),
  );
  const isKept = ([child, parent]: readonly [PlaceType, PlaceType]) =>
    value.parents.some((each) => each[0] === child && each[1] === parent);
  return (
    <>
      <fieldset className="stack fieldset">
        <legend>Which places a row names</legend>
        {value.places.map((each, index) => (
          <OfficialPlaceFields
            key={index}
            sample={sample}
            value={each}
            types={[each.type, ...free]}
            onChange={(next) => onChange(withPlace(value, index, next))}
            onRemove={() => onChange(withPlace(value, index, null))}
          />
        ))}
        {free[0] !== undefined && (
          <div>
            <Button onClick={() => onChange(withMore(value, free[0]))}>
              Add a place of the row
            </Button>
          </div>
        )}
      </fieldset>
      {pairs.length > 0 && (
        <fieldset className="stack-tight fieldset">
          <legend>Which lies in which</legend>
          {pairs.map(([child, parent]) => (
            <Tick
              key={`${child} ${parent}`}
              label={`The ${typeWords(child)} lies in the ${typeWords(parent)}`}
              value={isKept([child, parent])}
              onChange={(kept) =>
                onChange({
                  ...value,
                  parents: kept
                    ? [...value.parents, [child, parent]]
                    : value.parents.filter((each) => each[0] !== child || each[1] !== parent),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <SourceField value={value.source} onChange={(source) => onChange({ ...value, source })} />
    </>
  );
}

type OfficialPlace = PlacesMapping['places'][number];

function withPlace(value: PlacesMapping, at: number, next: OfficialPlace | null): PlacesMapping {
  const before = value.places[at];
  const places = value.places.flatMap((each, index) =>
    index !== at ? [each] : next === null ? [] : [next],
  );
  const parents = value.parents.flatMap(([child, parent]): PlacesMapping['parents'] => {
    const [one, other] = [child, parent].map((type) => (type === before?.type ? next?.type : type));
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
  return { ...value, places, parents };
}

function withMore(value: PlacesMapping, type: PlaceType | undefined): PlacesMapping {
  return type === undefined
    ? value
    : { ...value, places: [...value.places, { type, code: '', name: '', codeYear: null }] };
}

function OfficialPlaceFields({
  sample,
  value,
  types,
  onChange,
  onRemove,
}: Part<OfficialPlace> & { types: readonly PlaceType[]; onRemove: () => void }) {
  return (
    <div className="panel stack">
      <div className="row top">
        <Choice
          label="Type"
          value={value.type}
          options={types.map((type) => [type, typeWords(type)] as const)}
          onChange={(type) => onChange({ ...value, type })}
        />
        <ColumnChoice
          label="Column of its code"
          sample={sample}
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
        />
        <ColumnChoice
          label="Column of its name"
          sample={sample}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
        />
        <WholeNumber
          label="Year of the code list"
          value={value.codeYear}
          onChange={(codeYear) => onChange({ ...value, codeYear })}
        />
      </div>
      <div>
        <Button tone="quiet" onClick={onRemove}>
          Take this place away
        </Button>
      </div>
    </div>
  );
}

/** How boundaries are read. */
export function BoundariesForm({ sample, value, onChange }: Part<BoundariesMapping>) {
  return (
    <fieldset className="stack fieldset">
      <legend>Whose boundaries these are</legend>
      <Choice
        label="Type of these places"
        value={value.type}
        options={PlaceType.options.map((type) => [type, typeWords(type)] as const)}
        onChange={(type) => onChange({ ...value, type })}
      />
      <ColumnChoice
        label="Property with the code"
        sample={sample}
        value={value.code}
        onChange={(code) => onChange({ ...value, code })}
      />
      <ColumnChoice
        label="Property with the name"
        sample={sample}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <WholeNumber
        label="Year of the code list"
        value={value.codeYear}
        onChange={(codeYear) => onChange({ ...value, codeYear })}
      />
      <SourceField value={value.source} onChange={(source) => onChange({ ...value, source })} />
    </fieldset>
  );
}

/** How populations are read. */
export function PopulationsForm({ sample, value, onChange }: Part<PopulationsMapping>) {
  const { year } = value;
  return (
    <>
      <PlaceFields
        sample={sample}
        value={value.place}
        onChange={(place) => onChange({ ...value, place })}
      />
      <fieldset className="stack fieldset">
        <legend>How many people, and when</legend>
        <ColumnChoice
          label="Column of the population"
          sample={sample}
          value={value.population.column}
          onChange={(column) => onChange({ ...value, population: { column } })}
        />
        <ColumnChoice
          label="Column of the year"
          optional
          sample={sample}
          value={'column' in year ? year.column : ''}
          onChange={(column) =>
            onChange({
              ...value,
              year: column === '' ? { fixed: new Date().getFullYear() } : { column },
            })
          }
        />
        {'fixed' in year && (
          <WholeNumber
            label="Year for the whole file"
            value={year.fixed}
            onChange={(fixed) => onChange({ ...value, year: { fixed: fixed ?? 0 } })}
          />
        )}
        <SourceField value={value.source} onChange={(source) => onChange({ ...value, source })} />
      </fieldset>
      <FilterFields
        sample={sample}
        value={value.where}
        onChange={(where) => onChange({ ...value, where })}
      />
    </>
  );
}

function SourceField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label="Source"
      hint="Who publishes it, and which edition."
      value={value}
      maxLength={300}
      onChange={onChange}
    />
  );
}
