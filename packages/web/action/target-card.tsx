import { Link } from '@tanstack/react-router';
import { Button } from '../parts/button.tsx';
import { day, number } from '../words.ts';
import type { Target } from './calls.ts';
import { StandingTag } from './standing-tag.tsx';
import { TargetFigure } from './target-figure.tsx';
import { answerWords, standingWords, valueWords } from './words.ts';

/** One target: how it stands in words first, then its values against the path. */
export function TargetCard({
  partnership,
  place,
  target,
  mayEdit,
  busy,
  onRemove,
}: {
  partnership: string;
  place: string | undefined;
  target: Target;
  mayEdit: boolean;
  busy: boolean;
  onRemove: () => void;
}) {
  const { subject, standing, points, corners, tolerance } = target;
  const of = <span className="unseen">: {target.title}</span>;
  return (
    <article className="target-card">
      <h2>{target.title}</h2>
      <p>
        <StandingTag answer={standing.answer} />
        {standing.ended && <span className="soft"> · its end is past</span>}
      </p>
      <p>{standingWords(target)}</p>
      <TargetFigure
        finding={findingOf(target)}
        measure={[subject.title, subject.unit, subject.placeName]
          .filter((part) => part !== '')
          .join(' · ')}
        fileName={`target ${target.title}`}
        drawable={{
          ...{ corners, tolerance, breaks: subject.breaks, decimals: subject.decimals },
          points: points.filter(({ on }) => on >= begin(target)),
        }}
        unit={subject.unit}
        source={subject.source}
        detection={subject.detection}
      />
      <p className="small soft">{termsOf(target)}</p>
      {!subject.own && (
        <p className="small">
          The values are of {subject.placeName}, in which this place lies: it has none of its own.
        </p>
      )}
      {target.note !== '' && <p className="small">{target.note}</p>}
      {mayEdit && (
        <div className="row">
          <Link
            to="/p/$partnership/plan/targets/$target"
            params={{ partnership, target: target.id }}
            search={place === undefined ? {} : { place }}
          >
            Change{of}
          </Link>
          <Button tone="quiet" disabled={busy} onClick={onRemove}>
            Remove{of}
          </Button>
        </div>
      )}
    </article>
  );
}

/** Values from a year before the baseline on: what lies further back is on the compare page. */
function begin({ baseline }: Target): string {
  return `${Number(baseline.on.slice(0, 4)) - 1}${baseline.on.slice(4)}`;
}

/** "64 % in 2026-Q2, and the path at 75"; without a value the answer alone. */
function findingOf(target: Target): string {
  const { standing, subject } = target;
  const { point, expected, answer } = standing;
  if (point === null || point.value === null) return answerWords[answer];
  const seen = `${valueWords(point.value, target)} in ${point.period}`;
  return expected === null
    ? `${answerWords[answer]}: ${seen}`
    : `${seen}, and the path at ${number(expected, subject.decimals)}`;
}

function termsOf(target: Target): string {
  const { baseline, aim, endsOn, tolerance, path, agreedBy, agreedOn, subject } = target;
  const from = `From ${valueWords(baseline.value, target)} on ${day(baseline.on)}${baseline.source === '' ? '' : ` (${baseline.source})`}`;
  const to = `to ${number(aim, subject.decimals)} by ${day(endsOn)}, ${path === 'line' ? 'in a straight line' : 'in steps'}, give or take ${number(tolerance, subject.decimals)}.`;
  const agreed =
    agreedBy === ''
      ? 'Nobody is named as having agreed.'
      : `Agreed by ${agreedBy}${agreedOn === null ? '' : `, ${day(agreedOn)}`}.`;
  return `${from} ${to} ${agreed}`;
}
