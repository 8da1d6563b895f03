import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import type { Study } from '@freehold/core/evidence';
import { mechanisms } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { number } from '../words.ts';
import { evidenceChanged, removeStudy, studyQuery, type WholeStudy } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';
import { GradePanel } from './grade-panel.tsx';
import { interventionWords, outcomeWords } from './studies.tsx';
import { StudyForm } from './study-form.tsx';
import { readWords, stanceWords } from './words.ts';

/** One study: what it looked at and found, how it was graded, and the claims that rest on it. */
export function StudyPage() {
  const { partnership, study: id } = useParams({ from: '/p/$partnership/evidence/studies/$study' });
  const { data, error } = useQuery(studyQuery(partnership, id));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [changing, setChanging] = useState(false);
  const { offer, offerUndo } = useUndo();
  const remove = useMutation({
    mutationFn: (removed: boolean) => removeStudy(partnership, id, removed),
    onSuccess: async ({ removed }) => {
      offerUndo({
        says: removed ? 'The study is taken away.' : 'The study is back.',
        undo: () => remove.mutate(!removed),
      });
      if (!removed) await evidenceChanged(partnership);
    },
  });
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Studies"
      crumb="Study"
      title={data?.study.title ?? ''}
      lede={data === undefined ? undefined : ledeOf(data.study)}
      ready={data !== undefined}
      action={
        may ? (
          <Button onClick={() => setChanging(true)}>Change what is known of it</Button>
        ) : undefined
      }
    >
      <Undo offer={offer} />
      <Problems error={remove.error} />
      {data !== undefined && (
        <>
          <Points study={data.study} />
          <Findings study={data.study} />
          <GradePanel {...{ partnership, whole: data }} mayKeep={may} />
          <Bears {...{ partnership, whole: data }} />
          {may && (
            <div>
              <Button tone="quiet" disabled={remove.isPending} onClick={() => remove.mutate(true)}>
                Take this study away
              </Button>
            </div>
          )}
        </>
      )}
      {changing && data !== undefined && (
        <StudyForm
          partnership={partnership}
          study={data.study}
          onClose={() => setChanging(false)}
        />
      )}
    </EvidenceFrame>
  );
}

function ledeOf(study: Study): string {
  const parts = [
    study.year === null ? 'Year not known' : String(study.year),
    study.design,
    study.review ? 'a review of studies' : '',
    readWords[study.read],
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What is not known is said to be so; it is never taken for "no". [EV-4] */
function Points({ study }: { study: Study }) {
  const said = (answer: boolean | null) => (answer === null ? '' : answer ? 'Yes' : 'No');
  const points: readonly (readonly [string, string])[] = [
    ['Country', study.countries.join(', ')],
    ['Region', study.region],
    ['Setting', study.setting === 'unknown' ? '' : study.setting],
    ['Form of exploitation', study.exploitation.join(', ')],
    ['Sector', study.sector],
    ['People meant', study.populations.join(', ')],
    ['Interventions', study.interventions.map(interventionWords).join(', ')],
    ['Pathways', study.pathways.map(pathwayWords).join(', ')],
    ['Timing', study.timing.join(', ')],
    ['Level', study.level],
    ['Sample', study.sample],
    ['Sample size', study.sampleSize === null ? '' : number(study.sampleSize)],
    ['Comparison', study.comparison],
    ['Follow-up', study.followUpInMonths === null ? '' : `${study.followUpInMonths} months`],
    ['Cost', study.cost],
    ['Objective met', said(study.objectiveMet)],
    ['Survivors in its design', said(study.survivorsInDesign)],
    ['Survivors in carrying it out', said(study.survivorsInImplementation)],
    ['Survivors in evaluating it', said(study.survivorsInEvaluation)],
    ['Conflict of interest', study.conflict],
    ['Limits', study.limits],
    ['Note', study.note],
  ];
  return (
    <section className="stack">
      <h2>What is known of it</h2>
      <dl className="points">
        {points.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value === '' ? <span className="soft">– not known</span> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Findings({ study }: { study: Study }) {
  if (study.findings.length === 0)
    return <p className="soft">No outcome is put down yet, so it stands nowhere on the gap map.</p>;
  return (
    <Table
      caption="What it found, an outcome a row"
      rows={study.findings}
      rowKey={({ outcome }, at) => `${outcome} ${at}`}
      columns={[
        { title: 'Outcome', heads: true, cell: ({ outcome }) => outcomeWords(outcome) },
        { title: 'Measured', cell: ({ measure }) => measure || '–' },
        { title: 'Direction', cell: ({ direction }) => directionWords[direction] },
        {
          title: 'Effect',
          figure: true,
          cell: ({ effect, low, high, unit }) =>
            effect === null
              ? '– not given'
              : `${effect}${unit === '' ? '' : ` ${unit}`}${low === null || high === null ? '' : ` (${low} to ${high})`}`,
        },
      ]}
    />
  );
}

const directionWords = {
  positive: 'Positive',
  none: 'No effect',
  mixed: 'Mixed',
  negative: 'Negative',
  unclear: '– not clear',
} as const;

function pathwayWords(code: string): string {
  return mechanisms.find((each) => each.code === code)?.article ?? code;
}

function Bears({ partnership, whole }: { partnership: string; whole: WholeStudy }) {
  const { claims, reference, study } = whole;
  return (
    <section className="stack">
      <h2>Where it comes from, and what rests on it</h2>
      {reference === null || study.source === null ? (
        <p className="soft">It belongs to no source of the register.</p>
      ) : (
        <p>
          <Link
            to="/p/$partnership/evidence/sources/$source"
            params={{ partnership, source: study.source }}
          >
            {reference.title}
          </Link>
          {reference.year !== null && ` (${reference.year})`}
        </p>
      )}
      {claims.length === 0 ? (
        <p className="soft">No claim rests on it yet.</p>
      ) : (
        <ul>
          {claims.map(({ id, statement, stance }) => (
            <li key={id}>
              <span className="strong">{stanceWords[stance]}: </span>
              <Link to="/p/$partnership/evidence/claims/$claim" params={{ partnership, claim: id }}>
                {statement}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
