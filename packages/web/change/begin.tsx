import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatOf, readTheory, starters, Theory } from '@freehold/core/change';
import { problem, type Problem } from '@freehold/core/problem';
import { Refusal } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { textOf } from '../parts/file-text.ts';
import { Problems } from '../parts/problems.tsx';
import { usePlan } from '../plan/plan.ts';
import { count } from '../words.ts';
import { beginTheory, theoriesChanged } from './calls.ts';
import './words.ts';

/** Ways to begin: in six stages, from something drawn already, or from a file of another program. */
export function BeginTheory({
  partnership,
  onClose,
}: {
  partnership: string;
  onClose: () => void;
}) {
  const navigate = useNavigate();
  const { place } = usePlan(partnership, undefined);
  const [title, setTitle] = useState('');
  const [found, setFound] = useState<Theory | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const begin = useMutation({
    mutationFn: ({ theory }: { theory: Theory; view: 'wizard' | undefined }) =>
      beginTheory(partnership, { place: place?.id ?? null, theory }),
    onSuccess: async ({ id }, { view }) => {
      await theoriesChanged(partnership);
      await navigate({
        to: '/p/$partnership/change/theories/$theory',
        params: { partnership, theory: id },
        search: view === undefined ? {} : { view },
      });
    },
  });
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    const format = formatOf(file.name);
    if (format === null) {
      setProblems([problem('format-unknown')]);
      return;
    }
    const read = readTheory(format, await textOf(file), file.name.replace(/\..*$/, ''));
    setProblems(read.ok ? [] : read.problems);
    setFound(read.ok ? read.value.theory : null);
  };
  return (
    <Dialog title="Begin a theory of change" open onClose={onClose}>
      <form
        className="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          const theory = Theory.parse({ title: title.trim(), nodes: [], links: [] });
          begin.mutate({ theory, view: 'wizard' });
        }}
      >
        <TextField
          label="What is it about?"
          hint="You are led through six stages, from the goal backwards; you can leave them at any time."
          required
          maxLength={300}
          value={title}
          onChange={setTitle}
        />
        <div>
          <Button tone="primary" type="submit" disabled={begin.isPending || title.trim() === ''}>
            Begin in six stages
          </Button>
        </div>
      </form>
      <h3>Or begin from something</h3>
      <ul className="starters">
        {starters.map(({ code, theory, standing }) => (
          <li key={code}>
            <span>
              <span className="strong">{theory.title}</span>
              <span className="small soft">
                {' '}
                {count(theory.nodes.length, 'node', 'nodes')}. {standing}
              </span>
            </span>
            <Button
              disabled={begin.isPending}
              onClick={() => begin.mutate({ theory, view: undefined })}
            >
              Use<span className="unseen">: {theory.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      <h3>Or bring one in</h3>
      <div className="field">
        <label htmlFor="theory-file">A file: JSON, Kumu, indented text, Mermaid or Graphviz</label>
        <div className="hint">It is read here, and nothing is kept until you say so.</div>
        <input
          id="theory-file"
          type="file"
          accept=".json,.txt,.mmd,.mermaid,.dot,.gv"
          onChange={(event) => void open(event.target.files?.[0])}
        />
      </div>
      {problems.length > 0 && <Problems error={new Refusal(422, problems)} />}
      {found !== null && (
        <div className="row" role="status">
          <span>
            “{found.title}”: {count(found.nodes.length, 'node', 'nodes')},{' '}
            {count(found.links.length, 'link', 'links')}
          </span>
          <Button
            disabled={begin.isPending}
            onClick={() => begin.mutate({ theory: found, view: undefined })}
          >
            Keep it
          </Button>
        </div>
      )}
      <Problems error={begin.error} />
      <div>
        <Button onClick={onClose}>Not now</Button>
      </div>
    </Dialog>
  );
}
