import { useState, type ReactNode } from 'react';
import {
  unitNames,
  type IndexDefinition,
  type Structure,
  type Table,
} from '@freehold/core/composite';
import { Button } from '../parts/button.tsx';
import { Undo } from '../parts/undo.tsx';
import { Adjust } from './adjust.tsx';
import type { KeptIndex } from './calls.ts';
import { Doubt } from './doubt-fields.tsx';
import type { Drafting } from './draft.ts';
import { Effect } from './effect.tsx';
import { Made } from './made-fields.tsx';
import { Aggregate, Denominate, Impute, Screen, Treat } from './step-fields.tsx';
import { Normalise } from './normalise-fields.tsx';
import type { OpenedPage } from './use-index.ts';
import { StepLog } from './step-log.tsx';
import { Weigh } from './weigh.tsx';
import { steps, stepSentences } from './words.ts';

/** What every step's fields are given. */
export type StepProps = {
  readonly definition: IndexDefinition;
  readonly structure: Structure;
  readonly table: Table;
  readonly change: (part: Partial<IndexDefinition>) => void;
};

/** The method as ten steps in words, each changed in place, with who moves by it beside. */
export function Pipeline({
  draft,
  index,
  kept,
  mayEdit,
  words,
}: {
  draft: Drafting;
  index: OpenedPage;
  kept: KeptIndex;
  mayEdit: boolean;
  words: readonly [string, string];
}) {
  const [open, setOpen] = useState<number | null>(null);
  const { worked } = index;
  // The tables stay open while a step has no result yet: what is being changed must not vanish.
  const [last, setLast] = useState(worked);
  if (worked !== null && worked !== last) setLast(worked);
  if (last === null) return null;
  const { structure, table, result } = last;
  const sentences = stepSentences(draft.now, structure);
  const props: StepProps = { definition: draft.now, structure, table, change: draft.change };
  return (
    <div className="pipeline">
      <ol className="pipeline-steps">
        {steps.map(({ title, why }, at) => (
          <li key={title} data-open={open === at || undefined}>
            <header>
              <h2>
                <span className="pipeline-number">{at + 1}</span> {title}
              </h2>
              <Button
                tone="quiet"
                aria-expanded={open === at}
                onClick={() => setOpen(open === at ? null : at)}
              >
                {mayEdit ? 'Change' : 'Look at it'}
                <span className="unseen">: {title}</span>
              </Button>
            </header>
            <p>{sentences[at]}</p>
            <p className="small soft">{why}</p>
            {open === at && (
              <div className="pipeline-fields stack">
                <fieldset disabled={!mayEdit} className="bare">
                  {fieldsOf(at, props)}
                </fieldset>
              </div>
            )}
            <StepLog at={at} log={result.log} table={table} />
          </li>
        ))}
      </ol>
      <aside className="pipeline-effect" aria-label="Effect">
        <Undo
          offer={
            draft.past.length === 0 ? null : { says: 'Changed.', undo: () => draft.step('undo') }
          }
        />
        {draft.future.length > 0 && (
          <Button tone="quiet" onClick={() => draft.step('redo')}>
            Do it again
          </Button>
        )}
        <Effect before={kept.content} after={draft.now} names={unitNames(table)} words={words} />
      </aside>
    </div>
  );
}

function fieldsOf(at: number, props: StepProps): ReactNode {
  switch (at) {
    case 0:
      return <Made {...props} />;
    case 1:
      return <Screen {...props} />;
    case 2:
      return <Denominate {...props} />;
    case 3:
      return <Impute {...props} />;
    case 4:
      return <Treat {...props} />;
    case 5:
      return <Normalise {...props} />;
    case 6:
      return <Weigh {...props} />;
    case 7:
      return <Aggregate {...props} />;
    case 8:
      return <Adjust {...props} />;
    default:
      return <Doubt {...props} />;
  }
}
