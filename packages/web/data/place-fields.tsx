import { useState } from 'react';
import { PlaceType } from '@freehold/core/place';
import type { PlaceReading, RowFilter } from '@freehold/core/data';
import { Button } from '../parts/button.tsx';
import { Choice, TextArea } from '../parts/field.tsx';
import { ColumnChoice, Texts } from './inputs.tsx';
import type { Sample } from './recognised.ts';
import { typeWords } from './words.ts';

/** How a row says which place it is about. */
export function PlaceFields({
  sample,
  value,
  onChange,
}: {
  sample: Sample;
  value: PlaceReading;
  onChange: (value: PlaceReading) => void;
}) {
  const { type: _type, ...rest } = value;
  return (
    <fieldset className="stack fieldset">
      <legend>Which place a row is about</legend>
      <ColumnChoice
        label="Column of the place"
        sample={sample}
        value={value.column}
        onChange={(column) => onChange({ ...value, column })}
      />
      <Choice
        label="The column holds"
        value={value.by}
        options={[
          ['code', 'official codes (the surest)'],
          ['name', 'names'],
        ]}
        onChange={(by) => onChange({ ...value, by })}
      />
      <Choice
        label="Type of these places"
        hint="Needed where a district and a police force area share a name."
        value={value.type ?? 'any'}
        options={[
          ['any', 'Whatever fits'],
          ...PlaceType.options.map((each) => [each, typeWords(each)] as const),
        ]}
        onChange={(type) => onChange(type === 'any' ? rest : { ...rest, type })}
      />
      <Aliases value={value.aliases} onChange={(aliases) => onChange({ ...value, aliases })} />
    </fieldset>
  );
}

function Aliases({
  value,
  onChange,
}: {
  value: Readonly<Record<string, string>>;
  onChange: (value: Record<string, string>) => void;
}) {
  // The text as it is typed: a line that is not whole yet is no alias, and must not vanish.
  const [text, setText] = useState(() =>
    Object.entries(value)
      .map(([from, to]) => `${from} = ${to}`)
      .join('\n'),
  );
  return (
    <TextArea
      label="Other spellings (if any)"
      hint="One a line: as in the file = as Freehold knows it. For example: Met Police = Metropolitan Police"
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(aliasesFrom(next));
      }}
    />
  );
}

function aliasesFrom(text: string): Record<string, string> {
  const pairs = text.split('\n').map((line) => line.split('='));
  return Object.fromEntries(
    pairs.flatMap(([from = '', to]) =>
      from.trim() === '' || to === undefined || to.trim() === '' ? [] : [[from.trim(), to.trim()]],
    ),
  );
}

/** Which rows of the file count; all of them without a filter. */
export function FilterFields({
  sample,
  value,
  onChange,
}: {
  sample: Sample;
  value: readonly RowFilter[];
  onChange: (value: RowFilter[]) => void;
}) {
  const set = (at: number, filter: RowFilter) =>
    onChange(value.map((each, index) => (index === at ? filter : each)));
  return (
    <fieldset className="stack fieldset">
      <legend>Which rows count</legend>
      {value.length === 0 && <p className="soft small">Every row counts.</p>}
      {value.map((filter, index) => (
        <div className="panel stack" key={index}>
          <ColumnChoice
            label="Only rows whose column"
            sample={sample}
            value={filter.column}
            onChange={(column) => set(index, { ...filter, column })}
          />
          <Choice
            label="holds"
            value={'is' in filter ? 'is' : 'isNot'}
            options={[
              ['is', 'one of these values'],
              ['isNot', 'none of these values'],
            ]}
            onChange={(kind) => set(index, filterOf(filter.column, kind, valuesOf(filter)))}
          />
          <Texts
            label="Values, parted by commas"
            value={valuesOf(filter)}
            onChange={(values) =>
              set(index, filterOf(filter.column, 'is' in filter ? 'is' : 'isNot', values))
            }
          />
          <div>
            <Button
              tone="quiet"
              onClick={() => onChange(value.filter((_, each) => each !== index))}
            >
              Take this away
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...value, { column: '', is: [''] }])}>
          Leave some rows out
        </Button>
      </div>
    </fieldset>
  );
}

function valuesOf(filter: RowFilter): string[] {
  return 'is' in filter ? filter.is : filter.isNot;
}

function filterOf(column: string, kind: 'is' | 'isNot', values: string[]): RowFilter {
  return kind === 'is' ? { column, is: values } : { column, isNot: values };
}
