import { useState } from 'react';
import {
  blankLink,
  blankNode,
  linksAt,
  sayLink,
  waysOf,
  type TheoryNode,
} from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { newId, type Drawing } from './use-theory.ts';

/** What leads to a node and where it leads; links are made here by choosing, without a pointer. */
export function NodeLinks({
  node,
  drawing,
  onShow,
}: {
  node: TheoryNode;
  drawing: Drawing;
  onShow: (id: string) => void;
}) {
  const { history, edit, known, mayDraw } = drawing;
  const { now: theory } = history;
  const { into, out } = waysOf(theory.links);
  const title = (id: string) => theory.nodes.find((each) => each.id === id)?.title ?? '';
  const [to, setTo] = useState('');
  const [words, setWords] = useState('');
  const free = theory.nodes.filter(
    ({ id }) => id !== node.id && !linksAt(out, node.id).some((link) => link.to === id),
  );
  const add = () => {
    const id = newId('n');
    const made = { kind: 'add-node', node: blankNode(id, 'precondition', words.trim()) } as const;
    edit({
      kind: 'several',
      edits: [made, { kind: 'add-link', link: blankLink(newId('l'), id, node.id) }],
    });
    setWords('');
  };
  return (
    <div className="stack-tight">
      {[
        ['Leads to', linksAt(out, node.id), 'to'] as const,
        ['Comes about through', linksAt(into, node.id), 'from'] as const,
      ].map(([heading, links, end]) => (
        <div key={heading}>
          <h3>{heading}</h3>
          {links.length === 0 && <p className="small soft">Nothing yet.</p>}
          <ul className="node-links">
            {links.map((link) => (
              <li key={link.id}>
                <button type="button" className="link-button" onClick={() => onShow(link.id)}>
                  {title(link[end])}
                </button>
                <span className="tiny soft">{sayLink(link, known)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {mayDraw && (
        <>
          <div className="row end">
            <Choice
              label="Link it to"
              value={to}
              options={[
                ['', 'Choose …'],
                ...free.map(({ id, title: name }) => [id, name] as const),
              ]}
              onChange={setTo}
            />
            <Button
              disabled={to === ''}
              onClick={() => {
                const id = newId('l');
                if (edit({ kind: 'add-link', link: blankLink(id, node.id, to) })) onShow(id);
                setTo('');
              }}
            >
              Link
            </Button>
          </div>
          <form
            className="row end"
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextField
              label="What must be there before it?"
              maxLength={300}
              value={words}
              onChange={setWords}
            />
            <Button type="submit" disabled={words.trim() === ''}>
              Add
            </Button>
          </form>
          <div>
            <Button tone="danger" onClick={() => edit({ kind: 'remove', ids: [node.id] })}>
              Remove this node
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
