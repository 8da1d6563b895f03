import { described, inOrder, linksAt, waysOf } from '@freehold/core/change';
import { DraftText } from './draft.tsx';
import { Indicators } from './indicators.tsx';
import type { Drawing } from './use-theory.ts';
import { AddBefore, Ask } from './wizard-parts.tsx';

export function InterventionStage({ drawing }: { drawing: Drawing }) {
  const { now: theory } = drawing.history;
  const { into } = waysOf(theory.links);
  const asked = inOrder(theory).filter(({ type }) => type === 'outcome' || type === 'precondition');
  if (asked.length === 0) return <p className="soft">Map backwards from the goal first.</p>;
  return (
    <div className="stack">
      {asked.map((node) => (
        <Ask key={node.id} title={`To bring about “${node.title}”`}>
          <ul>
            {linksAt(into, node.id)
              .map(({ from }) => theory.nodes.find(({ id }) => id === from))
              .filter((each) => each?.type === 'activity')
              .map((each) => (
                <li key={each?.id}>{each?.title}</li>
              ))}
          </ul>
          <AddBefore {...{ drawing }} to={node} type="activity" label="What does somebody do?" />
        </Ask>
      ))}
    </div>
  );
}

export function IndicatorStage({ drawing }: { drawing: Drawing }) {
  const { history, edit } = drawing;
  const outcomes = history.now.nodes.filter(({ type }) => type === 'outcome');
  if (outcomes.length === 0) return <p className="soft">There is no outcome yet.</p>;
  return (
    <div className="stack">
      {outcomes.map((node) => (
        <Ask key={node.id} title={node.title}>
          <Indicators
            {...{ node, drawing }}
            onChange={(indicators, run) =>
              edit(
                { kind: 'change-node', id: node.id, change: { indicators } },
                run === '' ? '' : `${node.id} ${run}`,
              )
            }
          />
        </Ask>
      ))}
    </div>
  );
}

export function NarrativeStage({ drawing }: { drawing: Drawing }) {
  const { history, edit, known } = drawing;
  return (
    <div className="stack">
      <DraftText
        label="The theory in a few sentences"
        hint="What you want, what has to come before it, what you do, and why that would work."
        most={8000}
        value={history.now.summary}
        onChange={(summary) => edit({ kind: 'change-theory', change: { summary } }, 'summary')}
      />
      <p className="small soft">{described(history.now, known)}</p>
    </div>
  );
}
