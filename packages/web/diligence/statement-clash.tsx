import { useQuery } from '@tanstack/react-query';
import type { StatementArea } from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { statementQuery, type StatementAt } from './statement-calls.ts';

/** Two people wrote the same area: both texts stand there, and a person says which stays. */
export function Clash({
  at,
  area,
  mine,
  onChosen,
}: {
  at: StatementAt;
  area: StatementArea;
  mine: string;
  onChosen: (version: number, text: string) => void;
}) {
  const { data } = useQuery({ ...statementQuery(at), staleTime: 0, refetchOnMount: 'always' });
  const theirs = data?.texts.find((each) => each.area === area);
  if (theirs === undefined) return null;
  const { version, written, changedBy } = theirs;
  return (
    <Notice tone="warn" title={`What ${changedBy === '' ? 'somebody' : changedBy} wrote meanwhile`}>
      <p className="small pre-line">{written === '' ? 'Nothing: it was taken out.' : written}</p>
      <div className="row">
        <Button onClick={() => onChosen(version, mine)}>Keep mine</Button>
        <Button onClick={() => onChosen(version, written)}>Take theirs</Button>
        <Button onClick={() => onChosen(version, `${written}\n\n${mine}`)}>Keep both</Button>
      </div>
    </Notice>
  );
}
