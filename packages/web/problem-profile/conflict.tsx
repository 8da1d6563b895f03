import { useQuery } from '@tanstack/react-query';
import type { ProfilePart } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import { profileAt, type Part } from './calls.ts';

/** Two people wrote the same part: both texts stand side by side, and a person says which stays. */
export function Conflict({
  at,
  part,
  mine,
  onChosen,
}: {
  at: PlaceAt;
  part: ProfilePart;
  mine: string;
  onChosen: (theirs: Part, text: string) => void;
}) {
  const { data } = useQuery({ ...profileAt(at), staleTime: 0, refetchOnMount: 'always' });
  const theirs = data?.parts.find((each) => each.part === part);
  if (theirs === undefined) return null;
  return (
    <Notice
      tone="warn"
      title={`What ${theirs.changedBy === '' ? 'somebody' : theirs.changedBy} wrote meanwhile`}
    >
      <p className="small">
        {theirs.written === '' ? 'Nothing: the text was taken out.' : theirs.written}
      </p>
      <div className="row">
        <Button onClick={() => onChosen(theirs, mine)}>Keep mine</Button>
        <Button onClick={() => onChosen(theirs, theirs.written)}>Take theirs</Button>
        <Button onClick={() => onChosen(theirs, `${theirs.written}\n\n${mine}`)}>Keep both</Button>
      </div>
    </Notice>
  );
}
