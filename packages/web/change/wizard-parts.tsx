import { useState, type ReactNode } from 'react';
import {
  blankLink,
  blankNode,
  type NodeType,
  type TheoryLink,
  type TheoryNode,
} from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { newId, type Drawing } from './use-theory.ts';

/** One question about one thing of the theory, with what is answered already. */
export function Ask({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="wizard-ask stack-tight" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Adds something that leads to a node, and why, in one go. */
export function AddBefore({
  drawing,
  to,
  type,
  label,
}: {
  drawing: Drawing;
  to: TheoryNode;
  type: NodeType;
  label: string;
}) {
  const [title, setTitle] = useState('');
  const [why, setWhy] = useState('');
  const add = () => {
    const id = newId('n');
    const link = { ...blankLink(newId('l'), id, to.id), rationale: why.trim() };
    drawing.edit({
      kind: 'several',
      edits: [
        { kind: 'add-node', node: blankNode(id, type, title.trim()) },
        { kind: 'add-link', link },
      ],
    });
    setTitle('');
    setWhy('');
  };
  if (!drawing.mayDraw) return null;
  return (
    <form
      className="wizard-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField label={label} maxLength={300} value={title} onChange={setTitle} />
      <TextField label="Why does it lead there?" maxLength={2000} value={why} onChange={setWhy} />
      <Button type="submit" disabled={title.trim() === ''}>
        Add
      </Button>
    </form>
  );
}

/** "A → B" of a link. */
export function linkTitle({ history }: Drawing, { from, to }: TheoryLink): string {
  const title = (id: string) => history.now.nodes.find((node) => node.id === id)?.title ?? '';
  return `${title(from)} → ${title(to)}`;
}
