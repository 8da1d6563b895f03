import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { buttonClass } from '../parts/button.tsx';
import { AskedQuestion } from './asked-question.tsx';
import { Matrix } from './matrix.tsx';
import { useSay } from './said.tsx';
import type { Step } from './steps.ts';
import type { Way } from './way.ts';

/** One page of the way: a section's questions, or those about one organisation. */
export function StepPage({ step, ...way }: Way & { step: Step }) {
  const say = useSay();
  const { steps, token } = way;
  const at = steps.findIndex(({ id }) => id === step.id);
  const [before, next] = [steps[at - 1], steps[at + 1]];
  const title = titleOf(step, say);
  const inSection = steps.filter(({ section }) => section.code === step.section.code);
  useEffect(() => {
    document.title = `${title} · Freehold`;
  }, [title]);
  return (
    <article className="stack-wide">
      <header className="stack-tight">
        <p className="small soft">
          {step.instance === null
            ? `Part ${partOf(steps, step)}`
            : `${say(step.section.title)} · ${inSection.indexOf(step) + 1} of ${inSection.length}`}
        </p>
        <h1>{title}</h1>
        {at === steps.indexOf(inSection[0] ?? step) && say(step.section.intro) !== '' && (
          <p className="soft">{say(step.section.intro)}</p>
        )}
      </header>
      {groups(step).map((group) => {
        const [first] = group;
        return first === undefined ? null : first.row !== null ? (
          <Matrix key={first.question.code} rows={group} {...way} />
        ) : (
          <AskedQuestion key={first.key} asked={first} {...way} />
        );
      })}
      <nav className="rate-move" aria-label="Steps">
        {before !== undefined && (
          <Link
            className={buttonClass()}
            to="/survey/$token"
            params={{ token }}
            search={{ at: before.id }}
          >
            Back
          </Link>
        )}
        <Link
          className={buttonClass('primary')}
          to="/survey/$token"
          params={{ token }}
          search={{ at: next?.id ?? 'finish' }}
        >
          {next === undefined ? 'To the end' : 'Next'}
        </Link>
      </nav>
    </article>
  );
}

function titleOf({ section, instance, roster }: Step, say: ReturnType<typeof useSay>): string {
  if (instance === null) return say(section.title);
  return instance.name === '' ? `${say(roster?.label ?? {})} ${instance.number}` : instance.name;
}

function partOf(steps: readonly Step[], { section }: Step): string {
  const sections = [...new Set(steps.map((step) => step.section.code))];
  return `${sections.indexOf(section.code) + 1} of ${sections.length}`;
}

/** The rows of a matrix belong together; everything else stands by itself. */
function groups({ asked }: Step): readonly Step['asked'][] {
  const found = new Map<string, Step['asked'][number][]>();
  for (const each of asked) {
    const key = each.row === null ? each.key : each.question.code;
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return [...found.values()];
}
