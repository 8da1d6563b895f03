import { useState } from 'react';
import { blankNode, inOrder, linksAt, waysOf } from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Assumptions } from './assumptions.tsx';
import { DraftLine } from './draft.tsx';
import { newId, type Drawing } from './use-theory.ts';
import { AddBefore, Ask, linkTitle } from './wizard-parts.tsx';

export function GoalStage({ drawing }: { drawing: Drawing }) {
  const { history, edit } = drawing;
  const [words, setWords] = useState('');
  const goals = history.now.nodes.filter(({ type }) => type === 'impact');
  return (
    <div className="stack">
      {goals.map(({ id, title }) => (
        <DraftLine
          key={id}
          label="The goal"
          needed
          most={300}
          value={title}
          onChange={(next) =>
            edit({ kind: 'change-node', id, change: { title: next } }, `${id} title`)
          }
        />
      ))}
      <form
        className="wizard-add one"
        onSubmit={(event) => {
          event.preventDefault();
          edit({ kind: 'add-node', node: blankNode(newId('n'), 'impact', words.trim()) });
          setWords('');
        }}
      >
        <TextField
          label={
            goals.length === 0 ? 'What will be so in the end?' : 'Another goal, if there is one'
          }
          maxLength={300}
          value={words}
          onChange={setWords}
        />
        <Button type="submit" disabled={words.trim() === ''}>
          Add the goal
        </Button>
      </form>
    </div>
  );
}

export function MappingStage({ drawing }: { drawing: Drawing }) {
  const { now: theory } = drawing.history;
  const asked = inOrder(theory)
    .toReversed()
    .filter(({ type }) => ['impact', 'outcome', 'precondition'].includes(type));
  const { into } = waysOf(theory.links);
  if (asked.length === 0) return <p className="soft">Write down the goal first.</p>;
  return (
    <div className="stack">
      {asked.map((node) => (
        <Ask key={node.id} title={`Before “${node.title}”`}>
          <ul>
            {linksAt(into, node.id).map(({ id, from, rationale }) => (
              <li key={id}>
                {theory.nodes.find((each) => each.id === from)?.title}
                {rationale !== '' && <span className="small soft"> — {rationale}</span>}
              </li>
            ))}
          </ul>
          <AddBefore
            {...{ drawing }}
            to={node}
            type="outcome"
            label="What must be in place before it?"
          />
        </Ask>
      ))}
    </div>
  );
}

export function AssumptionStage({ drawing }: { drawing: Drawing }) {
  const { history, edit } = drawing;
  if (history.now.links.length === 0)
    return <p className="soft">Map backwards from the goal first.</p>;
  return (
    <div className="stack">
      {history.now.links.map((link) => (
        <Ask key={link.id} title={linkTitle(drawing, link)}>
          <Assumptions
            assumptions={link.assumptions}
            onChange={(assumptions, run) =>
              edit(
                { kind: 'change-link', id: link.id, change: { assumptions } },
                run === '' ? '' : `${link.id} ${run}`,
              )
            }
          />
        </Ask>
      ))}
    </div>
  );
}
