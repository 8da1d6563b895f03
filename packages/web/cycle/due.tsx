import { Link } from '@tanstack/react-router';
import type { Home } from '../place/calls.ts';
import { stageWords } from '../framework/axes.ts';
import { day } from '../words.ts';

type Due = Home['cycle']['due'][number];

/** What is due next at a place: overdue first, then by day, then what has none. */
export function DueList({
  partnership,
  round,
  due,
}: {
  partnership: string;
  round: string | null;
  due: readonly Due[];
}) {
  if (due.length === 0)
    return (
      <p className="soft">
        Nothing is due in the next 60 days. Actions with a day, targets, reviews and the checklist
        of the stages under way would stand here.
      </p>
    );
  return (
    <ul className="due">
      {due.slice(0, most).map((each) => (
        <li key={`${each.kind} ${each.id}`}>
          <DueLink partnership={partnership} round={round} due={each} />
          {each.dueOn !== null && (
            <span className={each.overdue ? 'tag bad' : 'tag'}>
              {each.overdue ? `Overdue since ${day(each.dueOn)}` : day(each.dueOn)}
            </span>
          )}
          <span className="small soft">
            {each.kind === 'review' && each.dueOn === null
              ? 'Review: no closing date is set'
              : kinds[each.kind]}
            {each.stage !== null && ` · ${stageWords[each.stage]}`}
          </span>
        </li>
      ))}
      {due.length > most && <li className="soft">and {due.length - most} more</li>}
    </ul>
  );
}

const most = 7;

const kinds: Readonly<Record<Due['kind'], string>> = {
  action: 'Action',
  target: 'Target',
  review: 'Review: rating closes',
  item: 'Checklist',
};

function DueLink({
  partnership,
  round,
  due: { kind, id, title, stage },
}: {
  partnership: string;
  round: string | null;
  due: Due;
}) {
  switch (kind) {
    case 'action':
      return (
        <Link to="/p/$partnership/plan/actions/$action" params={{ partnership, action: id }}>
          {title}
        </Link>
      );
    case 'target':
      return (
        <Link to="/p/$partnership/plan/targets" params={{ partnership }}>
          {title}
        </Link>
      );
    case 'review':
      return (
        <Link to="/p/$partnership/reviews/$review" params={{ partnership, review: id }}>
          {title}
        </Link>
      );
    case 'item':
      return round === null ? (
        title
      ) : (
        <Link to="/p/$partnership/cycle/$round" params={{ partnership, round }} hash={stage ?? ''}>
          {title}
        </Link>
      );
  }
}
