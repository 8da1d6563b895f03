import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, list } from '../words.ts';
import { preventionChanged, sendTable, TypeCheck } from './calls.ts';
import { FileField } from './file-field.tsx';
import { RowProblems } from './row-problems.tsx';

const Made = z.object({ id: z.string() });

/** Puts another list in the place of the one in use: looked at first, kept when somebody says so. */
export function ReplaceTypes({ partnership }: { partnership: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const address = `/api/partnerships/${partnership}/intervention-types`;
  const check = useMutation({
    mutationFn: (chosen: File) => sendTable(`${address}/check`, chosen, TypeCheck),
  });
  const keep = useMutation({
    mutationFn: (chosen: File) => sendTable(address, chosen, Made, title),
    onSuccess: async () => {
      setFile(null);
      check.reset();
      await preventionChanged();
    },
  });
  const found = check.data;
  return (
    <section className="stack" aria-labelledby="replace-types">
      <h2 id="replace-types">Put another list in its place</h2>
      <p>
        Download the list as XLSX, change it, and choose it here. You see what would change before
        anything does; the list in use now stays, and you can go back to it.
      </p>
      <FileField
        label="File of types"
        hint="CSV or XLSX with the columns of the download."
        busy={check.isPending}
        onChoose={(chosen) => {
          setFile(chosen);
          check.mutate(chosen);
        }}
      />
      <Problems error={check.error ?? keep.error} />
      {keep.isSuccess && file === null && (
        <Notice tone="good" title="The new list is in use">
          <p>The one before stands under the versions below.</p>
        </Notice>
      )}
      {found !== undefined && (
        <>
          <RowProblems problems={found.problems} n={found.problemCount} />
          {found.problemCount === 0 && file !== null && (
            <div className="stack">
              <Changes found={found} />
              <TextField
                label="What is this list called?"
                hint="Such as “Published list of 2022, by licence”. Empty takes the file’s name."
                maxLength={300}
                value={title}
                onChange={setTitle}
              />
              <div>
                <Button tone="primary" disabled={keep.isPending} onClick={() => keep.mutate(file)}>
                  Put this list in use
                </Button>
              </div>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Changes({ found }: { found: TypeCheck }) {
  const { added, gone, changed, orphans, types } = found;
  return (
    <Notice
      title={`${count(types.length, 'type', 'types')}: ${added.length} new, ${changed.length} changed, ${gone.length} gone`}
    >
      {added.length > 0 && <p>New: {list(added)}.</p>}
      {changed.length > 0 && <p>Changed: {list(changed)}.</p>}
      {gone.length > 0 && <p>Gone: {list(gone)}.</p>}
      {orphans.length > 0 && (
        <p>
          {count(orphans.length, 'intervention has', 'interventions have')} a type that is gone and
          would stay under its code: {list(orphans.map(({ name }) => name))}.
        </p>
      )}
    </Notice>
  );
}
