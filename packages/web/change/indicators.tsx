import { useState } from 'react';
import { Indicator, type TheoryNode } from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { DraftLine, DraftText } from './draft.tsx';
import type { Drawing } from './use-theory.ts';

type Words = Exclude<keyof Indicator, 'target'>;

const lines: readonly (readonly [Words, string, number])[] = [
  ['unit', 'Unit', 80],
  ['baseline', 'Baseline', 200],
  ['aim', 'Target value', 200],
  ['by', 'By when', 80],
  ['split', 'Split by', 300],
  ['means', 'Means of verification', 500],
  ['every', 'How often', 120],
  ['owner', 'Owner', 200],
];

/** How one would see that a node has come about; a target of the plan keeps it live. */
export function Indicators({
  node,
  drawing,
  onChange,
}: {
  node: TheoryNode;
  drawing: Drawing;
  onChange: (indicators: readonly Indicator[], run: string) => void;
}) {
  const [title, setTitle] = useState('');
  const { indicators } = node;
  const { targets } = drawing.known;
  const set = (at: number, change: Partial<Indicator>, run = '') =>
    onChange(
      indicators.map((each, index) => (index === at ? { ...each, ...change } : each)),
      run === '' ? '' : `indicator ${at} ${run}`,
    );
  return (
    <div className="stack-tight">
      <h3>Indicators</h3>
      {indicators.map((indicator, at) => {
        const live = targets.find(({ id }) => id === indicator.target);
        return (
          <details key={`${node.id} ${at}`} className="indicator">
            <summary>
              {indicator.title}
              {live !== undefined && <span className="small soft"> · {live.says}</span>}
            </summary>
            <div className="stack-tight">
              <DraftLine
                label="Indicator"
                needed
                most={300}
                value={indicator.title}
                onChange={(words) => set(at, { title: words }, 'title')}
              />
              <Choice
                label="Live value from the plan’s target"
                value={indicator.target ?? ''}
                options={[
                  ['', 'None'],
                  ...targets.map(({ id, title: name }) => [id, name] as const),
                ]}
                onChange={(target) => set(at, { target: target === '' ? null : target })}
              />
              <DraftText
                label="Definition"
                most={1000}
                value={indicator.definition}
                onChange={(definition) => set(at, { definition }, 'definition')}
              />
              {lines.map(([field, label, most]) => (
                <DraftLine
                  key={field}
                  {...{ label, most }}
                  value={indicator[field]}
                  onChange={(words) => set(at, { [field]: words }, field)}
                />
              ))}
              <div>
                <Button
                  tone="danger"
                  onClick={() =>
                    onChange(
                      indicators.filter((_, index) => index !== at),
                      '',
                    )
                  }
                >
                  Remove this indicator
                </Button>
              </div>
            </div>
          </details>
        );
      })}
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault();
          onChange([...indicators, Indicator.parse({ title: title.trim() })], '');
          setTitle('');
        }}
      >
        <TextField
          label="How would you see it?"
          maxLength={300}
          value={title}
          onChange={setTitle}
        />
        <Button type="submit" disabled={title.trim() === ''}>
          Add
        </Button>
      </form>
    </div>
  );
}
