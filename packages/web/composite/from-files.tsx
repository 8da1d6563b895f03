import { useState } from 'react';
import { IndexDefinition, openedIndex, plainMethod, usualDoubt } from '@freehold/core/composite';
import type { Problem } from '@freehold/core/problem';
import { csvText, records } from '@freehold/core/table';
import { Refusal } from '../api.ts';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';
import { Choice, Field, TextField } from '../parts/field.tsx';
import { textOf } from '../parts/file-text.ts';
import { Problems } from '../parts/problems.tsx';
import { beginnings } from './beginnings.ts';

type Files = { readonly data: string | null; readonly meta: string | null };

/** An index out of two files. They are read here, and every fault is named by file, row and column. */
export function FromFiles({ onFound }: { onFound: (found: IndexDefinition | null) => void }) {
  const [files, setFiles] = useState<Files>({ data: null, meta: null });
  const [title, setTitle] = useState('');
  const [beginning, setBeginning] = useState(0);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { method = plainMethod, help = '', meta: form = '' } = beginnings[beginning] ?? {};
  const take = (part: keyof Files) => async (file: File | undefined) => {
    onFound(null);
    setProblems([]);
    const text = file === undefined ? null : await textOf(file);
    setFiles((so) => ({ ...so, [part]: text }));
  };
  const look = () => {
    const { data, meta } = files;
    if (data === null || meta === null) return;
    const opened = openedIndex({ data, meta, method });
    setProblems(opened.ok ? [] : opened.problems);
    if (!opened.ok) {
      onFound(null);
      return;
    }
    const codes = opened.value.structure.indicators.map(({ code }) => code);
    const uncertainty = usualDoubt(codes, {}, method);
    onFound(IndexDefinition.parse({ title: title.trim(), data, meta, method, uncertainty }));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <TextField
        label="What is the index about?"
        required
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <Choice
        label="Begin with"
        hint={help}
        value={String(beginning)}
        options={beginnings.map((each, at) => [String(at), each.title] as const)}
        onChange={(next) => {
          onFound(null);
          setBeginning(Number(next));
        }}
      />
      <p className="row">
        <span className="small soft">What its files look like:</span>
        <Button tone="quiet" onClick={() => saveText('meta.csv', form)}>
          meta.csv to fill in
        </Button>
        <Button tone="quiet" onClick={() => saveText('data.csv', dataForm(form))}>
          data.csv to fill in
        </Button>
      </p>
      <FileText
        label="Data (CSV)"
        hint="A row a unit, with its code under uCode and its name under uName, and a column an indicator. Leave a cell empty where a value is missing."
        onText={take('data')}
      />
      <FileText
        label="What the columns mean (CSV)"
        hint="A row an indicator with Level 1, iCode, iName, Direction (1 or -1), Weight, Parent and Type; a row for each group of them one level up. Unit, Source, Period and Notice are carried along."
        onText={take('meta')}
      />
      {problems.length > 0 && <Problems error={new Refusal(422, problems)} />}
      <div>
        <Button
          type="submit"
          disabled={files.data === null || files.meta === null || title.trim() === ''}
        >
          Read the files
        </Button>
      </div>
    </form>
  );
}

function FileText({
  label,
  hint,
  onText,
}: {
  label: string;
  hint: string;
  onText: (file: File | undefined) => Promise<void>;
}) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          className="input"
          accept=".csv,.tsv,.txt"
          onChange={(event) => void onText(event.target.files?.[0])}
        />
      )}
    </Field>
  );
}

/** A table with a column for each indicator of the metadata, and one unit to show the form. */
function dataForm(meta: string): string {
  const codes = records(meta).records.flatMap(({ cells }) =>
    cells['Type'] === 'Indicator' ? [cells['iCode'] ?? ''] : [],
  );
  return csvText([
    ['uCode', 'uName', ...codes],
    ['P1', 'A place', ...codes.map(() => null)],
  ]);
}

function saveText(name: string, text: string) {
  save(new Blob([text], { type: 'text/csv' }), name);
}
