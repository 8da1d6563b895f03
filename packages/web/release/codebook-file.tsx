import { useId, useState } from 'react';
import { parsed, problem, refused, type Problem } from '@freehold/core/problem';
import { Codebook } from '@freehold/core/table';
import { Refusal } from '../api.ts';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import type { Studio } from './use-desk.ts';

/** Takes the codebook away as a file, and puts one in its place. */
export function CodebookFile({ studio: { desk, codebook } }: { studio: Studio }) {
  const id = useId();
  const [wrong, setWrong] = useState<readonly Problem[] | null>(null);
  const load = async (file: File) => {
    const read = codebookIn(await file.text());
    setWrong(read.ok ? null : read.problems);
    if (read.ok) desk.edit(read.value);
  };
  return (
    <div className="stack-tight">
      <Problems error={wrong === null ? null : new Refusal(0, wrong)} />
      <div className="row">
        <Button
          onClick={() =>
            save(
              new Blob([`${JSON.stringify(codebook, null, 2)}\n`], { type: 'application/json' }),
              'codebook.json',
            )
          }
        >
          Save the codebook
        </Button>
        <span className="field studio-load">
          <label htmlFor={id}>Load a codebook</label>
          <input
            id={id}
            type="file"
            className="input"
            accept=".json"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) void load(file);
            }}
          />
        </span>
      </div>
    </div>
  );
}

function codebookIn(text: string) {
  try {
    const found: unknown = JSON.parse(text);
    return parsed(Codebook, found);
  } catch {
    return refused(problem('codebook-foreign'));
  }
}
