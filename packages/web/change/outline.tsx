import { useState, type ReactNode } from 'react';
import {
  blankLink,
  blankNode,
  linkFacts,
  linkLook,
  linksAt,
  outlineText,
  readOutline,
  sayLink,
  typeWords,
  waysOf,
  type Finding,
  type TheoryLink,
} from '@freehold/core/change';
import type { Problem } from '@freehold/core/problem';
import { Refusal } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { foundBy, type ViewProps } from './shared.ts';
import { newId } from './use-theory.ts';

type Props = ViewProps & { sought: string; found: readonly Finding[] };

/** The same theory as an outline: the goal first, below each node what leads to it; and as text that can be edited. */
export function Outline(props: Props) {
  const [asText, setAsText] = useState(false);
  const { now: theory } = props.drawing.history;
  return (
    <section className="stack" aria-label="Outline of the theory">
      <div className="row">
        <Button onClick={() => setAsText(!asText)}>{asText ? 'As a list' : 'As text'}</Button>
      </div>
      {asText ? (
        <AsText key={JSON.stringify(theory)} {...props} />
      ) : theory.nodes.length === 0 ? (
        <Empty title="Begin at the goal">
          <p>Add a node: the first one is the goal. Then ask what must be there before it.</p>
        </Empty>
      ) : (
        <Tree {...props} />
      )}
    </section>
  );
}

function Tree(props: Props) {
  const { now: theory } = props.drawing.history;
  const { into, out } = waysOf(theory.links);
  const first = new Map<string, string>();
  const mark = (id: string, from: string) => {
    if (first.has(id)) return;
    first.set(id, from);
    for (const link of linksAt(into, id)) mark(link.from, link.id);
  };
  const roots = theory.nodes
    .toSorted((a, b) => linksAt(out, a.id).length - linksAt(out, b.id).length)
    .filter(({ id }) => {
      const is = !first.has(id);
      mark(id, '');
      return is;
    });
  const branch = (id: string, link: TheoryLink | null) => (
    <Entry key={link?.id ?? id} {...props} {...{ id, link }}>
      {first.get(id) === (link?.id ?? '') && linksAt(into, id).length > 0 && (
        <ul>{linksAt(into, id).map((each) => branch(each.from, each))}</ul>
      )}
    </Entry>
  );
  return <ul className="theory-outline">{roots.map(({ id }) => branch(id, null))}</ul>;
}

function Entry({
  drawing,
  selected,
  onSelect,
  sought,
  found,
  id,
  link,
  children,
}: Props & { id: string; link: TheoryLink | null; children: ReactNode }) {
  const { history, edit, mayDraw } = drawing;
  const node = history.now.nodes.find((each) => each.id === id);
  if (node === undefined) return null;
  const wrong = found.filter(
    ({ nodes, links }) => nodes[0] === id || (link !== null && links[0] === link.id),
  );
  const hit = foundBy(history.now, sought).has(id);
  const add = () => {
    const made = newId('n');
    edit({
      kind: 'several',
      edits: [
        {
          kind: 'add-node',
          node: blankNode(
            made,
            node.type === 'impact' ? 'outcome' : 'precondition',
            'Something new',
          ),
        },
        { kind: 'add-link', link: blankLink(newId('l'), made, id) },
      ],
    });
    onSelect([made]);
  };
  return (
    <li>
      <div
        className={`outline-entry ${selected.includes(id) ? 'selected' : ''} ${hit ? 'sought' : ''}`}
      >
        {link !== null && <LinkMark {...{ link, drawing, selected, onSelect }} />}
        <button
          type="button"
          className="outline-node"
          aria-pressed={selected.includes(id)}
          onClick={() => onSelect([id])}
        >
          <span className={`kind-swatch kind-${node.type}`}>{typeWords[node.type]}</span>{' '}
          {node.title}
          {node.proposed && <span className="tag">PROPOSED</span>}
          {wrong.length > 0 && <span className="tag bad">{wrong.length} to mend</span>}
        </button>
        {mayDraw && (
          <Button tone="quiet" onClick={add}>
            Add below<span className="unseen">: what leads to {node.title}</span>
          </Button>
        )}
      </div>
      {children}
    </li>
  );
}

function LinkMark({
  link,
  drawing,
  selected,
  onSelect,
}: Pick<ViewProps, 'drawing' | 'selected' | 'onSelect'> & { link: TheoryLink }) {
  const { tone, shade, line, mark } = linkLook(linkFacts(link, drawing.known));
  return (
    <button
      type="button"
      className={`outline-link tone-${tone} ${shade} line-${line}`}
      aria-pressed={selected.includes(link.id)}
      aria-label={`Link: ${sayLink(link, drawing.known)}`}
      title={sayLink(link, drawing.known)}
      onClick={() => onSelect([link.id])}
    >
      ↑{mark}
      {link.loop ? '↺' : ''}
    </button>
  );
}

function AsText({ drawing }: Props) {
  const { history, edit, mayDraw } = drawing;
  const [text, setText] = useState(() => outlineText(history.now));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const apply = () => {
    const read = readOutline(text, history.now.title);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) edit({ kind: 'replace', theory: read.value });
  };
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor="theory-text">The theory as text</label>
        <div className="hint" id="theory-text-hint">
          What stands deeper leads to the line above it. Type in square brackets, id in curly ones;
          “why:” and the like say more. A plain line is enough for a new node.
        </div>
        <textarea
          id="theory-text"
          className="input theory-text"
          aria-describedby="theory-text-hint"
          readOnly={!mayDraw}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {problems.length > 0 && <Problems error={new Refusal(422, problems)} />}
      {mayDraw && (
        <div className="row">
          <Button tone="primary" onClick={apply} disabled={text === outlineText(history.now)}>
            Take it over
          </Button>
          <Button onClick={() => setText(outlineText(history.now))}>As it was</Button>
        </div>
      )}
    </div>
  );
}
