import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exampleMapping, StudyMapping, TableField } from '@freehold/core/evidence';
import { previewQuery } from '../data/calls.ts';
import { PreviewTable } from '../data/preview-table.tsx';
import { Button } from '../parts/button.tsx';
import { Choice, Field, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Ticks } from '../parts/tick.tsx';
import { count } from '../words.ts';

/** How a table's columns become studies: chosen column by column, taken from a file, or the example that ships. */
export function MappingField({
  partnership,
  file,
  mapping,
  onMapping,
}: {
  partnership: string;
  file: string | null;
  mapping: StudyMapping | null;
  onMapping: (mapping: StudyMapping | null) => void;
}) {
  const [wrong, setWrong] = useState('');
  const preview = useQuery({ ...previewQuery(partnership, file ?? ''), enabled: file !== null });
  const read = async (chosen: File) => {
    const found = StudyMapping.safeParse(jsonOf(await chosen.text()));
    setWrong(
      found.success ? '' : 'This is no mapping of studies. Look at the format’s description.',
    );
    onMapping(found.success ? found.data : null);
  };
  return (
    <div className="stack">
      <Problems error={preview.error} />
      {preview.data !== undefined && (
        <>
          <PreviewTable sample={preview.data} />
          <ColumnChoices columns={preview.data.columns} onMapping={onMapping} />
        </>
      )}
      <Field
        label="Or a mapping from a file (JSON)"
        hint="The same that the command line reads with --mapping."
        wrong={wrong === '' ? undefined : wrong}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            className="input"
            accept=".json"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen !== undefined) void read(chosen);
            }}
          />
        )}
      </Field>
      <div className="row">
        <Button onClick={() => onMapping(exampleMapping)}>Use the example mapping</Button>
        <span className="small soft">{exampleMapping.title}</span>
      </div>
      {mapping !== null && (
        <p role="status">
          Read by “{mapping.title}”:{' '}
          {count(Object.keys(mapping.fields).length, 'data point', 'data points')} and{' '}
          {count(mapping.outcomes.length, 'outcome', 'outcomes')}.
        </p>
      )}
    </div>
  );
}

/** A short mapping out of the columns themselves; what needs more is written as a file. */
function ColumnChoices({
  columns,
  onMapping,
}: {
  columns: readonly string[];
  onMapping: (mapping: StudyMapping | null) => void;
}) {
  const [taken, setTaken] = useState<Readonly<Record<string, string>>>({});
  const [ticked, setTicked] = useState<string[]>([]);
  const [origin, setOrigin] = useState('');
  const names = columns.filter((name) => name !== '');
  const made = mappingOf({ taken, ticked, origin });
  return (
    <details className="put-away">
      <summary>Choose the columns here</summary>
      <div className="stack">
        <TextField
          label="Name of the collection"
          hint="The same study of the same collection is known again."
          value={origin}
          onChange={setOrigin}
        />
        <div className="facet-bar">
          {TableField.options.map((field) => (
            <Choice
              key={field}
              label={field.replace(/([A-Z])/g, ' $1').toLowerCase()}
              value={taken[field] ?? ''}
              options={[['', 'Not in the file'], ...names.map((name) => [name, name] as const)]}
              onChange={(name) => setTaken({ ...taken, [field]: name })}
            />
          ))}
        </div>
        <Ticks
          legend="Columns that say yes, or nothing, for an outcome"
          options={names.map((name) => [name, name] as const)}
          chosen={ticked}
          onChange={setTicked}
        />
        <div>
          <Button disabled={made === null} onClick={() => onMapping(made)}>
            Read the file so
          </Button>
        </div>
        {made === null && (
          <p className="small soft">A name and the column of the title are needed.</p>
        )}
      </div>
    </details>
  );
}

function mappingOf({
  taken,
  ticked,
  origin,
}: {
  taken: Readonly<Record<string, string>>;
  ticked: readonly string[];
  origin: string;
}): StudyMapping | null {
  const chosen = Object.entries(taken).filter(([, column]) => column !== '');
  const { title = '', year = '' } = taken;
  const read = StudyMapping.safeParse({
    ...{ title: origin, origin, key: [title, year].filter((column) => column !== '') },
    fields: Object.fromEntries(chosen.map(([field, column]) => [field, { columns: [column] }])),
    outcomes: ticked.map((column) => ({ column })),
  });
  return read.success ? read.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
