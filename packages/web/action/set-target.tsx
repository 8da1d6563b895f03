import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { figureWords } from '../figure/words.ts';
import { PlanFrame } from '../plan/frame.tsx';
import { usePlan, type PlaceAt } from '../plan/plan.ts';
import { useUnsaved } from '../review/autosave.ts';
import { actionsChanged, addTarget, changeTarget, targetsQuery, type Target } from './calls.ts';
import { Clashes } from './clashes.tsx';
import { SubjectChoice, useOffered, type Offered } from './subject-choice.tsx';
import { draftOf, emptyDraft, previewOf, targetOf, type TargetDraft } from './target-fields.ts';
import { TargetFigure } from './target-figure.tsx';
import { TargetForm } from './target-form.tsx';
import { changed, useVersioned } from './versioned.ts';
import { writtenWords } from './words.ts';
import '../look/action.css';

/** Sets a target: what it is about, from where, to where; the path is drawn while it is typed. */
export function NewTarget() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/targets/new' });
  const { place } = useSearch({ from: '/p/$partnership/plan/targets/new' });
  const plan = usePlan(partnership, place);
  const back = useBack(partnership, place);
  return (
    <PlanFrame
      partnership={partnership}
      place={place}
      plan={plan}
      here="Targets"
      title="A new target"
      error={null}
      ready
    >
      {plan.place !== null && <New at={{ partnership, place: plan.place.id }} onEnd={back} />}
    </PlanFrame>
  );
}

/** Changes a target; what it is about stays. */
export function ChangeTarget() {
  const { partnership, target: id } = useParams({ from: '/p/$partnership/plan/targets/$target' });
  const { place } = useSearch({ from: '/p/$partnership/plan/targets/$target' });
  const plan = usePlan(partnership, place);
  const at = { partnership, place: plan.place?.id ?? '' };
  const { data, error } = useQuery({ ...targetsQuery(at), enabled: plan.place !== null });
  const target = data?.targets.find((each) => each.id === id);
  const back = useBack(partnership, place);
  return (
    <PlanFrame
      partnership={partnership}
      place={place}
      plan={plan}
      here="Targets"
      title={target === undefined ? 'This target is not there any more' : target.title}
      error={error}
      ready={data !== undefined}
    >
      {target !== undefined && <Change at={at} target={target} onEnd={back} />}
    </PlanFrame>
  );
}

function useBack(partnership: string, place: string | undefined): () => void {
  const navigate = useNavigate();
  return () =>
    void navigate({
      to: '/p/$partnership/plan/targets',
      params: { partnership },
      search: place === undefined ? {} : { place },
    });
}

function New({ at, onEnd }: { at: PlaceAt; onEnd: () => void }) {
  const offered = useOffered(at);
  const [draft, setDraft] = useState(emptyDraft);
  const set = (change: Partial<TargetDraft>) => setDraft((before) => ({ ...before, ...change }));
  const target = targetOf(draft);
  const chosen = offered.find(({ about }) => about === draft.about) ?? chosenBy(offered, draft);
  const save = useMutation({
    mutationFn: async () => {
      if (target !== null) await addTarget(at, target);
    },
    onSuccess: async () => {
      await actionsChanged();
      onEnd();
    },
  });
  useUnsaved(draft.title !== '' && !save.isSuccess);
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <SubjectChoice
        offered={offered}
        chosen={draft.about}
        onChoose={({ about, direction, newest }) =>
          set({
            about,
            direction: direction === '-' ? '-' : '+',
            ...(newest !== null && {
              baseline: String(Number(newest.value.toFixed(4))),
              baselineSource: newest.source,
              ...(newest.on !== '' && { baselineOn: newest.on }),
            }),
          })
        }
      />
      {chosen?.detection === true && (
        <Notice tone="warn">
          <p>{figureWords.detection}</p>
        </Notice>
      )}
      {chosen !== null && (
        <>
          <TargetForm at={at} draft={draft} set={set} offered={chosen} />
          <Preview draft={draft} offered={chosen} />
        </>
      )}
      <Problems error={save.error} />
      <div className="row">
        <Button tone="primary" type="submit" disabled={target === null || save.isPending}>
          Set the target
        </Button>
        <Button onClick={onEnd}>Not now</Button>
        {target === null && chosen !== null && (
          <span className="small soft">Baseline, aim, tolerance and both days are needed.</span>
        )}
      </div>
    </form>
  );
}

function chosenBy(offered: readonly Offered[], { about }: TargetDraft): Offered | null {
  const { kind, code } = about;
  return offered.find((each) => each.about.kind === kind && each.about.code === code) ?? null;
}

function Change({ at, target, onEnd }: { at: PlaceAt; target: Target; onEnd: () => void }) {
  const offered = offeredBy(target);
  const form = useVersioned<TargetDraft>({
    start: { version: target.version, fields: draftOf(target) },
    save: async ({ fields, version }) => {
      await changeTarget(at.partnership, { id: target.id, version }, changeOf(fields, target));
      await actionsChanged();
      onEnd();
    },
    fresh: async () => {
      const { targets } = await queries.fetchQuery({ ...targetsQuery(at), staleTime: 0 });
      const now = targets.find(({ id }) => id === target.id) ?? target;
      return { version: now.version, fields: draftOf(now) };
    },
  });
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <TargetForm at={at} draft={form.fields} set={form.set} offered={offered} />
      <Preview draft={form.fields} offered={offered} />
      <Clashes
        clashes={form.clashes}
        labels={labels}
        theirs={(field) => writtenWords(form.theirs(field))}
        onTake={(field) => partsOf(field).forEach(form.takeTheirs)}
      />
      {form.clashes.length === 0 && <Problems error={form.error} />}
      <div className="row">
        <Button
          tone="primary"
          type="submit"
          disabled={form.isSaving || targetOf(form.fields) === null}
        >
          Save
        </Button>
        <Button onClick={onEnd}>Leave it as it was</Button>
      </div>
    </form>
  );
}

/** Only what differs from the target as it was loaded. */
function changeOf(draft: TargetDraft, target: Target) {
  const [before, now] = [targetOf(draftOf(target)), targetOf(draft)];
  return before === null || now === null ? {} : changed(before, now);
}

function offeredBy({ about, subject, direction }: Target): Offered {
  const { title, unit, decimals, detection } = subject;
  return { about, title, unit, decimals, detection, direction, newest: null };
}

/** A baseline is typed in three parts. */
function partsOf(field: string): readonly string[] {
  return field === 'baseline' ? ['baseline', 'baselineOn', 'baselineSource'] : [field];
}

const labels: Readonly<Record<string, string>> = {
  title: 'Target',
  baseline: 'Baseline',
  aim: 'Aim',
  endsOn: 'End',
  tolerance: 'Tolerance',
  path: 'The way there',
  steps: 'Steps',
  agreedBy: 'Who agreed',
  agreedOn: 'Agreed on',
  note: 'Note',
  round: 'Round',
  direction: 'Direction',
};

function Preview({ draft, offered }: { draft: TargetDraft; offered: Offered }) {
  const corners = previewOf(draft);
  const { title, unit, decimals } = offered;
  if (corners.length === 0)
    return <p className="soft">The path is drawn here when its numbers and days are there.</p>;
  return (
    <TargetFigure
      finding="The path as it would be"
      measure={[title, unit].filter((part) => part !== '').join(' · ')}
      fileName={`path ${draft.title}`}
      drawable={{ corners, tolerance: Number(draft.tolerance), points: [], breaks: [], decimals }}
      unit={unit}
      detection={offered.detection}
    />
  );
}
