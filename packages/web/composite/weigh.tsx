import { useState } from 'react';
import type { Node } from '@freehold/core/composite';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { number } from '../words.ts';
import { NumberField } from './number-field.tsx';
import type { StepProps } from './pipeline.tsx';
import { withMeta } from './with-meta.ts';
import { weighWords } from './words.ts';

/** Weights: set here, all the same, given by experts, or by the first principal component. */
export function Weigh({ definition, structure, change }: StepProps) {
  const { method, meta } = definition;
  const { weight } = method;
  const nodes = [...structure.indicators, ...structure.aggregates].filter(
    ({ parent }) => parent !== null,
  );
  const set = (next: typeof weight) => change({ method: { ...method, weight: next } });
  return (
    <div className="stack">
      <Choice
        label="Where weights come from"
        value={weight.method}
        options={(['given', 'equal', 'budget', 'pca'] as const).map(
          (each) => [each, weighWords[each]] as const,
        )}
        onChange={(next) =>
          set(next === 'budget' ? { method: next, experts: [evenly(nodes)] } : { method: next })
        }
      />
      {weight.method === 'given' && (
        <NodeNumbers
          nodes={nodes}
          valueOf={({ weight: own }) => own}
          onChange={(code, value) => change({ meta: withMeta(meta, code, 'Weight', value) })}
        />
      )}
      {weight.method === 'budget' && (
        <Budget
          nodes={nodes}
          experts={weight.experts}
          onChange={(experts) => set({ method: 'budget', experts })}
        />
      )}
      <p className="small soft">
        Only proportions beside what shares a parent matter: 1 and 1 is the same as 50 and 50.
      </p>
    </div>
  );
}

function evenly(nodes: readonly Node[]): Record<string, number> {
  return Object.fromEntries(nodes.map(({ code }) => [code, 10]));
}

function NodeNumbers({
  nodes,
  valueOf,
  onChange,
}: {
  nodes: readonly Node[];
  valueOf: (node: Node) => number;
  onChange: (code: string, value: number) => void;
}) {
  return (
    <div className="node-numbers">
      {nodes.map((node) => (
        <NumberField
          key={node.code}
          label={node.name || node.code}
          value={valueOf(node)}
          least={0}
          most={1_000_000}
          onChange={(value) => onChange(node.code, value)}
        />
      ))}
    </div>
  );
}

type Expert = Record<string, number>;

/** Each expert gives points; the page shows one expert at a time, and how many there are. */
function Budget({
  nodes,
  experts,
  onChange,
}: {
  nodes: readonly Node[];
  experts: readonly Expert[];
  onChange: (experts: Expert[]) => void;
}) {
  const [at, setAt] = useState(0);
  const shown = Math.min(at, experts.length - 1);
  const expert = experts[shown] ?? {};
  return (
    <div className="stack">
      <div className="row end">
        <Choice
          label={`Expert, of ${number(experts.length)}`}
          value={String(shown)}
          options={experts.map((_, place) => [String(place), `Expert ${place + 1}`] as const)}
          onChange={(next) => setAt(Number(next))}
        />
        <Button
          onClick={() => {
            onChange([...experts, evenly(nodes)]);
            setAt(experts.length);
          }}
        >
          Add an expert
        </Button>
        {experts.length > 1 && (
          <Button
            tone="quiet"
            onClick={() => onChange(experts.filter((_, place) => place !== shown))}
          >
            Remove this expert
          </Button>
        )}
      </div>
      <NodeNumbers
        key={shown}
        nodes={nodes}
        valueOf={({ code }) => expert[code] ?? 0}
        onChange={(code, value) =>
          onChange(
            experts.map((each, place) => (place === shown ? { ...each, [code]: value } : each)),
          )
        }
      />
    </div>
  );
}
