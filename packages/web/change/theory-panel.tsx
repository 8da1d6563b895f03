import { useMutation } from '@tanstack/react-query';
import { Choice } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePlan } from '../plan/plan.ts';
import { standTheory, theoriesChanged, type KeptTheory, type TheoryAt } from './calls.ts';
import { DraftLine, DraftText } from './draft.tsx';
import type { Drawing } from './use-theory.ts';

/** The theory as a whole: its title, its story in short, and whose targets are live in it. */
export function TheoryPanel({
  at,
  drawing,
  kept,
}: {
  at: TheoryAt;
  drawing: Drawing;
  kept: KeptTheory;
}) {
  const { history, edit, mayDraw } = drawing;
  const { title, summary } = history.now;
  const { place } = usePlan(at.partnership, undefined);
  const stand = useMutation({
    mutationFn: (next: string | null) => standTheory(at, { place: next }),
    onSuccess: () => theoriesChanged(at.partnership),
  });
  if (!mayDraw) return summary === '' ? null : <p className="theory-summary">{summary}</p>;
  const places = [kept.place, place].flatMap((each) =>
    each === null ? [] : [[each.id, each.name] as const],
  );
  return (
    <section className="stack-tight" aria-label="The whole theory">
      <DraftLine
        label="Title"
        needed
        most={300}
        value={title}
        onChange={(next) => edit({ kind: 'change-theory', change: { title: next } }, 'title')}
      />
      <DraftText
        label="In a few sentences"
        most={8000}
        value={summary}
        onChange={(next) => edit({ kind: 'change-theory', change: { summary: next } }, 'summary')}
      />
      <Choice
        label="Whose targets are live in it"
        value={kept.place?.id ?? ''}
        options={[['', 'No one place’s'], ...new Map(places)]}
        onChange={(next) => stand.mutate(next === '' ? null : next)}
      />
      <Problems error={stand.error} />
    </section>
  );
}
