import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { evidenceChanged, loadStarter } from './calls.ts';

/** What the register is for, before there is anything in it, with the starter register one click away. */
export function NothingKnown({
  partnership,
  may,
  onAdd,
}: {
  partnership: string;
  may: boolean;
  onAdd: () => void;
}) {
  const load = useMutation({
    mutationFn: () => loadStarter(partnership),
    onSuccess: () => evidenceChanged(partnership),
  });
  return (
    <Empty title="A claim is one short sentence that studies speak for or against">
      <p>
        “Cash transfers keep families out of debt bondage.” You link the studies that bear on it,
        two of you grade them, and the rule says how sure you may be. What speaks against it stays
        in sight.
      </p>
      <p>
        Freehold ships a small register of real studies and reviews to begin with, each marked with
        what was read of it. It is a start, not a summary of what is known.
      </p>
      <Problems error={load.error} />
      {may ? (
        <div className="row">
          <Button tone="primary" disabled={load.isPending} onClick={() => load.mutate()}>
            Load the starter register
          </Button>
          <Button onClick={onAdd}>Add a claim</Button>
          <Link to="/p/$partnership/evidence/import" params={{ partnership }}>
            Bring in references or studies
          </Link>
        </div>
      ) : (
        <p>A co-ordinator, analyst, chair or researcher of your partnership can begin it.</p>
      )}
    </Empty>
  );
}
