import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { TargetAnswer } from '@freehold/core/action';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { usePlan } from '../plan/plan.ts';
import { Undo, useUndo } from '../parts/undo.tsx';
import { count } from '../words.ts';
import { actionsChanged, changeTarget, targetsQuery, type Target } from './calls.ts';
import { TargetCard } from './target-card.tsx';
import { answerWords } from './words.ts';
import '../look/action.css';

/** Progress: every target with its values against its path, and how it stands. */
export function Targets() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/targets' });
  const { place } = useSearch({ from: '/p/$partnership/plan/targets' });
  const plan = usePlan(partnership, place);
  const at = { partnership, place: plan.place?.id ?? '' };
  const { data, error } = useQuery({ ...targetsQuery(at), enabled: plan.place !== null });
  const remove = useRemove(partnership);
  const targets = data?.targets ?? [];
  const set = (
    <Link
      className={buttonClass('primary')}
      to="/p/$partnership/plan/targets/new"
      params={{ partnership }}
      search={place === undefined ? {} : { place }}
    >
      Set a target
    </Link>
  );
  return (
    <PlanFrame
      partnership={partnership}
      place={place}
      plan={plan}
      here="Targets"
      title={title(plan.place?.name ?? '', targets)}
      error={error}
      ready={data !== undefined}
      action={plan.mayEdit && targets.length > 0 ? set : undefined}
    >
      <Undo offer={remove.undo} />
      <Problems error={remove.error} />
      {targets.length === 0 ? (
        <Empty title="A target says how far you mean to come by when">
          <p>
            On a measure of your data or a score of your reviews: from where, to where, by which
            day, give or take how much. The page then says whether you are on track, and also when
            it is too early to say.
          </p>
          {plan.mayEdit && <div>{set}</div>}
        </Empty>
      ) : (
        <>
          <p className="small soft">
            Dashed: the path, in its band of tolerance. Ring: the baseline. Dots: values, with their
            95% interval where it is known. Dotted: today.
          </p>
          <div className="targets">
            {inOrderOfNeed(targets).map((target) => (
              <TargetCard
                key={target.id}
                partnership={partnership}
                place={place}
                target={target}
                mayEdit={plan.mayEdit}
                busy={remove.isPending}
                onRemove={() => remove.remove(target)}
              />
            ))}
          </div>
          <HowItStands />
        </>
      )}
    </PlanFrame>
  );
}

/** "Of 6 targets of Harbourside, 2 are on track or ahead; 1 is behind". */
function title(place: string, targets: readonly Target[]): string {
  if (targets.length === 0) return `No target is set for ${place} yet`;
  const of = (...answers: readonly TargetAnswer[]) =>
    targets.filter(({ standing }) => answers.includes(standing.answer)).length;
  const [good, behind] = [of('on-track', 'ahead'), of('behind')];
  const open = targets.length - good - behind;
  const parts = [
    `${good} on track or ahead`,
    behind > 0 ? `${behind} behind` : '',
    open > 0 ? `${open} where the data cannot say` : '',
  ].filter((part) => part !== '');
  return `${place} has ${count(targets.length, 'target', 'targets')}: ${parts.join(', ')}`;
}

/** What needs somebody's attention stands first. */
function inOrderOfNeed(targets: readonly Target[]): readonly Target[] {
  return targets.toSorted(
    (a, b) => need.indexOf(a.standing.answer) - need.indexOf(b.standing.answer),
  );
}

const need: readonly TargetAnswer[] = [
  'behind',
  'cannot-compare',
  'no-data',
  'too-early',
  'on-track',
  'ahead',
];

function useRemove(partnership: string) {
  const { offer, offerUndo } = useUndo();
  const change = useMutation({
    mutationFn: ({ target, removed }: { target: Target; removed: boolean }) =>
      changeTarget(partnership, target, { removed }),
    onSuccess: async (now, { target, removed }) => {
      offerUndo({
        says: `${removed ? 'Removed' : 'Brought back'}: ${target.title}.`,
        undo: () => change.mutate({ target: now, removed: !removed }),
      });
      await actionsChanged();
    },
  });
  return {
    isPending: change.isPending,
    error: change.error,
    undo: offer,
    remove: (target: Target) => change.mutate({ target, removed: true }),
  };
}

function HowItStands() {
  return (
    <Method>
      <p>
        The newest value since the baseline is set against the path on the last day that this value
        speaks of. Around the path lies a band, as wide as the tolerance. Around the value lies its
        95% interval: how far chance alone could have moved it (Wilson’s for shares, Byar’s or exact
        limits for counts and rates, the agencies’ disagreement for scores).
      </p>
      <dl className="facts">
        {TargetAnswer.options.map((answer) => (
          <div key={answer}>
            <dt>{answerWords[answer]}</dt>
            <dd>{meanings[answer]}</dd>
          </div>
        ))}
      </dl>
      <p>
        The baseline is taken as exact, though it was measured too. Met or missed, a target says
        nothing of why. For counts of people referred it speaks of detection, not of how many people
        are exploited. The method is ours; the rules TG-1 to TG-11 give every case with an example.
      </p>
    </Method>
  );
}

const meanings: Readonly<Record<TargetAnswer, string>> = {
  'on-track': 'The interval meets the band, and all of it is better than the baseline.',
  ahead: 'All of the interval is better than the band.',
  behind: 'All of the interval is worse than the band.',
  'too-early':
    'The interval meets the band and holds the baseline as well: the data cannot tell the path from standing still.',
  'no-data': 'There is no value since the baseline, or none that may be shown.',
  'cannot-compare':
    'What is counted has changed since the baseline, or a review asked other questions.',
};
