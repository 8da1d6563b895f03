import type { Node } from '@freehold/core/composite';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import type { StepProps } from './pipeline.tsx';
import { withMeta } from './with-meta.ts';

/** What the index is made of: its name, its tree, and which way each indicator points. */
export function Made({ definition, structure, change }: StepProps) {
  const { title, note, meta } = definition;
  const tops = structure.aggregates.filter(({ parent }) => parent === null);
  return (
    <div className="stack">
      <TextField
        label="Name of the index"
        maxLength={200}
        value={title}
        onChange={(next) => next.trim() !== '' && change({ title: next })}
      />
      <TextArea
        label="What it is for, and what it is not"
        maxLength={4000}
        value={note}
        onChange={(next) => change({ note: next })}
      />
      <ul className="index-tree">
        {(tops.length > 0 ? tops : structure.indicators).map((node) => (
          <Branch
            key={node.code}
            node={node}
            childrenOf={(code) => structure.children.get(code) ?? []}
            onTurn={(code, direction) =>
              change({ meta: withMeta(meta, code, 'Direction', direction) })
            }
          />
        ))}
      </ul>
    </div>
  );
}

function Branch({
  node,
  childrenOf,
  onTurn,
}: {
  node: Node;
  childrenOf: (code: string) => readonly Node[];
  onTurn: (code: string, direction: number) => void;
}) {
  const children = childrenOf(node.code);
  return (
    <li>
      {node.level > 1 ? (
        <span className="strong">{node.name || node.code}</span>
      ) : (
        <Choice<'1' | '-1'>
          label={node.name || node.code}
          value={node.direction === 1 ? '1' : '-1'}
          options={[
            ['1', 'More is better'],
            ['-1', 'Less is better'],
          ]}
          onChange={(next) => onTurn(node.code, Number(next))}
        />
      )}
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Branch key={child.code} node={child} {...{ childrenOf, onTurn }} />
          ))}
        </ul>
      )}
    </li>
  );
}
