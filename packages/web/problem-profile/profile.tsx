import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { mayIssueProfile, mayKeepRecord } from '@freehold/core/access';
import { guideOf, mostCareful, profileParts } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { usePlan, type PlaceAt } from '../plan/plan.ts';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { keep, keepHead, profileAt, type Profile } from './calls.ts';
import { Head } from './head.tsx';
import { Issues } from './issues.tsx';
import { Outline } from './outline.tsx';
import { PartEditor } from './part-editor.tsx';
import './words.ts';
import '../look/record.css';

/** The problem profile: its outline, the part that is open, its marking, and the versions that were issued. */
export function ProblemProfile() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/problem-profile' });
  const search = useSearch({ from: '/p/$partnership/plan/problem-profile' });
  const plan = usePlan(partnership, search.place);
  const at = { partnership, place: plan.place?.id ?? '' };
  const { data, error } = useQuery({ ...profileAt(at), enabled: plan.place !== null });
  const mine = usePartnership(partnership);
  const mayWrite = mine !== null && mayKeepRecord(mine.role);
  const mayIssue = mine !== null && mayIssueProfile(mine.role);
  const guide = guideOf(search.part ?? 'insights');
  const part = data?.parts.find((each) => each.part === guide.code) ?? null;
  return (
    <PlanFrame
      {...{ partnership, plan, error }}
      place={search.place}
      here="Problem profile"
      title={title(plan.place?.name ?? '', data)}
      ready={data !== undefined}
    >
      {data !== undefined && data.draft === null && (
        <Begin at={at} place={plan.place?.name ?? ''} mayWrite={mayWrite} />
      )}
      {data !== undefined && data.draft !== null && (
        <>
          <Head at={at} draft={data.draft} mayWrite={mayWrite} />
          <div className="guided">
            <Outline partnership={partnership} here={guide.code} parts={data.parts} />
            <PartEditor
              key={`${guide.code} ${part?.filledAt ?? ''}`}
              {...{ at, guide, part, mayWrite }}
            />
          </div>
          <Issues {...{ at, mayIssue }} issues={data.issues} />
        </>
      )}
    </PlanFrame>
  );
}

/** "9 of 20 parts of the problem profile are ready; version 1 is issued". */
function title(place: string, profile: Profile | undefined): string {
  if (profile === undefined || profile.draft === null)
    return `No problem profile of ${place} is begun yet`;
  const asked = profileParts.filter(
    ({ code }) => profile.parts.find(({ part }) => part === code)?.state !== 'left-out',
  );
  const ready = profile.parts.filter(({ state }) => state === 'ready').length;
  const [newest] = profile.issues;
  const said = `${ready} of ${count(asked.length, 'part', 'parts')} of the problem profile ${ready === 1 ? 'is' : 'are'} ready`;
  return newest === undefined ? said : `${said}; version ${newest.number} is issued`;
}

function Begin({ at, place, mayWrite }: { at: PlaceAt; place: string; mayWrite: boolean }) {
  const begin = useMutation({
    mutationFn: () => keepHead(at, { title: `${place} problem profile`, marking: mostCareful }),
    onSuccess: (profile) => keep(at, profile),
  });
  return (
    <Empty title="A problem profile says what is known, what is not, and what to do first">
      <p>
        Its headings are those of the partnership toolkit’s template. Findings, trends, assets,
        gaps, what is not known and the risk table fill themselves in from what you have; people
        write what it means. Versions are issued with a marking and stay as they were.
      </p>
      {mayWrite && (
        <div>
          <Button tone="primary" disabled={begin.isPending} onClick={() => begin.mutate()}>
            Begin the problem profile
          </Button>
        </div>
      )}
      <Problems error={begin.error} />
    </Empty>
  );
}
