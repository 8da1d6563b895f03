import { Link } from '@tanstack/react-router';
import { stageMeans, stageWords } from '../framework/axes.ts';
import type { UndoOffer } from '../parts/undo.tsx';
import { StageVoices } from '../survivor-input/stage-voices.tsx';
import { count } from '../words.ts';
import type { RoundAt, RoundPage, StageLine } from './calls.ts';
import { Checklist } from './checklist.tsx';
import { Outputs } from './outputs.tsx';
import { StageSteps } from './stage-steps.tsx';
import { stateWords } from './words.ts';

export type PartProps = {
  readonly at: RoundAt;
  readonly page: RoundPage;
  readonly line: StageLine;
  readonly mayRun: boolean;
  readonly mayKeep: boolean;
  readonly onDone: (offer: UndoOffer) => void;
};

/** One stage of a round: where it stands, what is to be done in it, and what it gave. */
export function StagePart({ at, page, line, mayRun, mayKeep, onDone }: PartProps) {
  const { stage, state } = line;
  const items = page.items.filter((item) => item.stage === stage);
  return (
    <section className="stage-part" id={stage} aria-labelledby={`${stage}-title`} tabIndex={-1}>
      <header className="stage-head">
        <h2 id={`${stage}-title`}>
          {stageWords[stage]} <span className={tags[state]}>{stateWords[state]}</span>
        </h2>
        {mayRun && (
          <StageSteps
            at={at}
            line={line}
            items={items}
            said={page.steps.findLast((step) => step.stage === stage)?.note ?? ''}
            onDone={onDone}
          />
        )}
      </header>
      <p className="soft">{stageMeans[stage]}</p>
      <div className="stage-lists">
        <Checklist at={at} stage={stage} items={items} mayKeep={mayKeep} onDone={onDone} />
        <Outputs
          at={at}
          outputs={page.outputs.filter((output) => output.stage === stage)}
          mayKeep={mayKeep}
        />
      </div>
      <Belongs at={at} page={page} stage={stage} />
      <StageVoices
        at={{ partnership: at.partnership, place: page.place.id }}
        stage={stage}
        round={page.round.number}
      />
    </section>
  );
}

const tags = { 'not-started': 'tag', 'under-way': 'tag warn', closed: 'tag good' } as const;

/** What elsewhere in the app belongs to this stage of this round. */
function Belongs({
  at: { partnership },
  page,
  stage,
}: Pick<PartProps, 'at' | 'page'> & { stage: StageLine['stage'] }) {
  const actions = page.actions.filter((action) => action.stage === stage);
  const reviews = stage === 'diagnose' ? page.reviews : [];
  const done = actions.filter(({ status }) => status === 'done').length;
  if (reviews.length + actions.length === 0) return null;
  return (
    <p className="small">
      {reviews.map(({ id, title }) => (
        <span key={id}>
          Review:{' '}
          <Link to="/p/$partnership/reviews/$review" params={{ partnership, review: id }}>
            {title}
          </Link>
          .{' '}
        </span>
      ))}
      {actions.length > 0 && (
        <>
          <Link to="/p/$partnership/plan/actions" params={{ partnership }}>
            {count(actions.length, 'action', 'actions')}
          </Link>
          {`, ${done} done.`}
        </>
      )}
    </p>
  );
}
