import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { mayJudgeEvidence } from '@freehold/core/access';
import type { Given } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { evidenceChanged, giveGrade, type ShownGrade, type WholeStudy } from './calls.ts';
import { GradeForm } from './grade-form.tsx';
import { givenWords, type GradeOn } from './grade-words.ts';
import { outcomeWords } from './studies.tsx';
import { scaleWords } from './words.ts';

/** How far a study can be trusted, scale by scale: what stands, who gave what, and one's own grade. */
export function GradePanel({
  partnership,
  whole,
  mayKeep,
}: {
  partnership: string;
  whole: WholeStudy;
  mayKeep: boolean;
}) {
  const { study, grades } = whole;
  const mine = usePartnership(partnership);
  const mayJudge = mine !== null && mayJudgeEvidence(mine.role);
  const [form, setForm] = useState<(GradeOn & { settle: boolean }) | null>(null);
  const at = { partnership, study: study.id };
  const takeBack = useMutation({
    mutationFn: (on: GradeOn) => giveGrade(at, { ...on, given: null, note: '' }),
    onSuccess: () => evidenceChanged(partnership),
  });
  const scales: readonly GradeOn[] = [
    { scale: 'maryland', outcome: '' },
    { scale: 'weight', outcome: '' },
    ...[...new Set(study.findings.map(({ outcome }) => outcome))].map((outcome) => ({
      ...{ scale: 'grade' as const, outcome },
    })),
    { scale: 'nesta', outcome: '' },
    ...(study.review ? [{ scale: 'amstar' as const, outcome: '' }] : []),
    { scale: 'verdict', outcome: '' },
  ];
  return (
    <section className="stack">
      <h2>How far it can be trusted</h2>
      <Problems error={takeBack.error} />
      <div>
        {scales.map((on) => {
          const shown = grades.find(
            (each) => each.scale === on.scale && each.outcome === on.outcome,
          );
          const own = shown?.raters.find((rater) => rater.mine);
          return (
            <div key={`${on.scale} ${on.outcome}`} className="scale-row">
              <p>
                <span className="strong">{scaleWords[on.scale]}</span>
                {on.outcome !== '' && (
                  <span className="small soft"> · {outcomeWords(on.outcome)}</span>
                )}
              </p>
              <Standing shown={shown} imported={importedGrade(whole, on)} />
              <div className="row">
                {mayJudge && (
                  <Button onClick={() => setForm({ ...on, settle: false })}>
                    {own === undefined ? 'Grade it' : 'Change my grade'}
                  </Button>
                )}
                {own !== undefined && (
                  <Button tone="quiet" onClick={() => takeBack.mutate(on)}>
                    Take mine back
                  </Button>
                )}
                {mayKeep && (shown?.raters.length ?? 0) > 1 && (
                  <Button tone="quiet" onClick={() => setForm({ ...on, settle: true })}>
                    Settle it
                  </Button>
                )}
              </div>
            </div>
          );
        })}
      </div>
      <Method>
        <p>
          Two people grade, and neither sees the other’s grade before giving their own. One grade
          stands until a second speaks; two who come to the same level agree; where they differ,
          nothing stands until somebody settles it with a reason. From 3 up on the Maryland scale a
          study may speak of causes; the wording of level 4 is UNVERIFIED, as is level 5 of the
          NESTA standards. GRADE is kept for each outcome; AMSTAR 2 for reviews only.
        </p>
      </Method>
      {form !== null && (
        <GradeForm
          {...{ partnership, on: form, settle: form.settle }}
          study={study}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function Standing({ shown, imported }: { shown: ShownGrade | undefined; imported: Given | null }) {
  if (shown === undefined || shown.state === 'none')
    return imported === null ? (
      <p className="soft">– not graded yet</p>
    ) : (
      <p>
        {givenWords(imported)}{' '}
        <span className="small soft">as it came in, graded by nobody here</span>
      </p>
    );
  return (
    <div className="stack-tight">
      <p>
        {shown.stands === null ? (
          <span className="strong">{shown.state === 'differ' ? 'Raters differ' : 'Hidden'}</span>
        ) : (
          <span className="strong">{givenWords(shown.stands)}</span>
        )}{' '}
        <span className="small soft">{stateWords(shown)}</span>
      </p>
      {shown.raters.map((rater) => (
        <p key={rater.byName + rater.at} className="small">
          {rater.mine ? 'You' : rater.byName}:{' '}
          {rater.given === null
            ? 'given, and hidden until you have graded'
            : givenWords(rater.given)}
          {rater.note !== '' && `. ${rater.note}`}
        </p>
      ))}
      {shown.settled !== null && (
        <p className="small">
          Settled by {shown.settled.byName}, {day(shown.settled.at)}: {shown.settled.reason}
        </p>
      )}
    </div>
  );
}

function stateWords({ state, raters }: ShownGrade): string {
  switch (state) {
    case 'one':
      return 'one person graded; a second opinion is wanted';
    case 'agreed':
      return `${count(raters.length, 'person agrees', 'people agree')}`;
    case 'differ':
      return 'nothing stands until somebody settles it';
    case 'settled':
      return 'settled by a person';
    default:
      return '';
  }
}

/** What a study came in with on a scale, where nobody here has graded it. */
function importedGrade({ study }: WholeStudy, { scale, outcome }: GradeOn): Given | null {
  if (scale === 'maryland' && study.sms !== null) return { scale, value: study.sms };
  if (scale === 'weight' && study.weight !== null) return { scale, value: study.weight };
  if (scale === 'nesta' && study.nesta !== null) return { scale, value: study.nesta };
  if (scale === 'amstar' && study.amstar !== null) return { scale, value: study.amstar };
  if (scale === 'verdict' && study.verdict !== null) return { scale, value: study.verdict };
  const grade = study.findings.find((each) => each.outcome === outcome)?.grade ?? null;
  return scale === 'grade' && grade !== null ? { scale, outcome, value: grade } : null;
}
