import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { written } from './arithmetic.ts';
import { PlanFrame } from './frame.tsx';
import { planChanged, prioritiesQuery, usePlan, useTopics, type Priority } from './plan.ts';
import { PriorityRow } from './priority-row.tsx';

/** The kept gaps in the order to take them: by the arithmetic, then by people. */
export function Priorities() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/priorities' });
  const { place } = useSearch({ from: '/p/$partnership/plan/priorities' });
  const plan = usePlan(partnership, place);
  const topics = useTopics(partnership);
  const review = plan.review;
  const { data, error } = useQuery({
    ...prioritiesQuery(partnership, review?.id ?? ''),
    enabled: review !== null,
  });
  const order = useOrder(partnership, review?.id ?? '', data?.priorities ?? []);
  const may = plan.mayOrder && review !== null;
  return (
    <PlanFrame
      partnership={partnership}
      place={place}
      plan={plan}
      here="Priorities"
      title={title(order.shown)}
      {...(review !== null && { lede: `Kept gaps, weighed with the scores of “${review.title}”.` })}
      error={error}
      ready={data !== undefined || review === null}
    >
      {review === null && <NoScores partnership={partnership} />}
      {data?.priorities.length === 0 && (
        <Empty title="Priorities come from kept gaps">
          <p>
            Keep a gap first. Then say how important it is and how many people it reaches; the
            arithmetic makes a first order, and you make the last one.
          </p>
          <div>
            <Link
              to="/p/$partnership/plan"
              params={{ partnership }}
              search={place === undefined ? {} : { place }}
            >
              Go to the gaps
            </Link>
          </div>
        </Empty>
      )}
      <Problems error={order.error} />
      {order.shown.length > 0 && (
        <>
          <div className="row row-end">
            <p className="small soft">
              {order.byPeople
                ? 'In the order that people gave.'
                : 'In the order of the arithmetic.'}
            </p>
            {order.byPeople && may && <Button onClick={order.reset}>Back to the arithmetic</Button>}
          </div>
          <ol className="priorities">
            {order.shown.map((priority, index) => (
              <PriorityRow
                key={priority.gap.id}
                partnership={partnership}
                review={review?.id ?? ''}
                priority={priority}
                topics={topics}
                index={index}
                of={order.shown.length}
                may={may}
                mayAct={plan.mayEdit}
                onMove={order.move}
              />
            ))}
          </ol>
          <span className="unseen" role="status">
            {order.said}
          </span>
          <HowWeighed />
        </>
      )}
    </PlanFrame>
  );
}

/** "First: safe housing, 2.81 × 5 × 4 = 56.2". */
function title([first]: readonly Priority[]): string {
  if (first === undefined) return 'Nothing is in order of priority yet';
  const sum = written(first);
  return sum === null
    ? `First: ${first.gap.title}`
    : `First: ${first.gap.title}, ${sum.size} × ${first.importance} × ${first.reach} = ${sum.product}`;
}

/** The order as shown: at once as people move, and as the server says when it has answered. */
function useOrder(partnership: string, review: string, kept: readonly Priority[]) {
  const [said, setSaid] = useState('');
  const save = useMutation({
    mutationFn: (gaps: string[]) =>
      got(
        api.partnerships[':partnership'].reviews[':review']['priorities-order'].$put({
          param: { partnership, review },
          json: { gaps },
        }),
      ),
    onSuccess: planChanged,
  });
  const asked = save.isPending ? save.variables : [];
  const shown = asked.length > 0 ? placed(kept, asked) : kept;
  return {
    shown,
    said,
    error: save.error,
    byPeople: shown.some(({ position }) => position !== null) || asked.length > 0,
    reset: () => save.mutate([]),
    /** `to` counts from 0; beyond the ends nothing moves. */
    move: (from: number, to: number) => {
      const moving = shown[from];
      if (moving === undefined || to < 0 || to >= shown.length || from === to) return;
      const rest = shown.filter((each) => each !== moving);
      const next = [...rest.slice(0, to), moving, ...rest.slice(to)];
      setSaid(`${moving.gap.title} is now ${to + 1} of ${shown.length}`);
      save.mutate(next.map(({ gap }) => gap.id));
    },
  };
}

function placed(kept: readonly Priority[], ids: readonly string[]): readonly Priority[] {
  return ids.flatMap((id) => kept.filter(({ gap }) => gap.id === id));
}

function NoScores({ partnership }: { partnership: string }) {
  return (
    <Empty title="Priorities need scores to begin from">
      <p>
        How large a gap is comes from the review: 4 less the score. Review this place, and close the
        round; the kept gaps then stand here in order.
      </p>
      <div>
        <Link to="/p/$partnership/reviews" params={{ partnership }}>
          Go to the reviews
        </Link>
      </div>
    </Empty>
  );
}

function HowWeighed() {
  return (
    <Method>
      <p>
        Size is the desired score less the score of the gap’s topic or question, so 0 to 4. People
        say importance and reach, each 1 to 5; 3 stands until somebody has. The product is size ×
        importance × reach, 0 to 100. Without a score there is no size and no product; such gaps
        stand last until people place them.
      </p>
      <p>
        The arithmetic is a beginning. It cannot know what is possible this year, or what survivors
        ask for first: people order the list, and the product stays beside it.
      </p>
    </Method>
  );
}
