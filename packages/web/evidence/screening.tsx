import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { Button, buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { EvidenceFrame } from './frame.tsx';
import { batchesQuery, type Batch } from './screening-calls.ts';
import { ScreeningFlow } from './screening-flow.tsx';
import { NewBatchForm } from './screening-new.tsx';
import { oneOfStage } from './screening-words.ts';
import '../look/screening.css';

/** Screening: the batches, what waits for whoever looks, and the flow of the whole register. */
export function Screening() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/screening' });
  const { data, error } = useQuery(batchesQuery(partnership));
  const mine = usePartnership(partnership);
  const mayMake = mine !== null && mayKeepEvidence(mine.role);
  const [making, setMaking] = useState(false);
  const batches = data?.batches ?? [];
  const make = mayMake && (data?.unscreened ?? 0) > 0 && (
    <Button tone="primary" onClick={() => setMaking(true)}>
      Make a batch
    </Button>
  );
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Screening"
      title={data === undefined ? 'Screening' : title(batches, data.unscreened)}
      ready={data !== undefined}
      action={batches.length > 0 && make !== false ? make : undefined}
    >
      {data !== undefined && batches.length === 0 && (
        <Empty title="Two people look at each publication, and neither sees what the other says">
          <p>
            A batch is a handful or some hundreds of publications from the register. Two of you go
            through titles and abstracts with one key a decision, then through the full texts of
            what is left. Where you differ, somebody settles it and says why.
          </p>
          {data.unscreened === 0 ? (
            <p>
              No publication waits.{' '}
              <Link to="/p/$partnership/evidence/import" params={{ partnership }}>
                Bring in references
              </Link>{' '}
              first.
            </p>
          ) : (
            <div>{make}</div>
          )}
        </Empty>
      )}
      {batches.length > 0 && (
        <ol className="record-list">
          {batches.map((batch) => (
            <BatchRow key={batch.id} {...{ partnership, batch }} />
          ))}
        </ol>
      )}
      {data !== undefined && data.flow.identified > 0 && (
        <ScreeningFlow flow={data.flow} about="the whole register" reason={reasonIn(batches)} />
      )}
      <HowScreened />
      {making && <NewBatchForm partnership={partnership} onClose={() => setMaking(false)} />}
    </EvidenceFrame>
  );
}

/** A reason's words, in whichever batch it was given. */
function reasonIn(batches: readonly Batch[]): (code: string) => string {
  const words = new Map(
    batches.flatMap(({ reasons }) => reasons.map(({ code, text }) => [code, text] as const)),
  );
  return (code) => words.get(code) ?? code;
}

function title(batches: readonly Batch[], unscreened: number): string {
  const left = batches.reduce((sum, { mine }) => sum + leftIn(mine), 0);
  const conflicts = batches.reduce((sum, { counts }) => sum + conflictsIn(counts), 0);
  if (left > 0) return `${count(left, 'publication waits', 'publications wait')} for your decision`;
  if (conflicts > 0) return `${count(conflicts, 'conflict waits', 'conflicts wait')} to be settled`;
  if (unscreened > 0)
    return `${count(unscreened, 'publication lies', 'publications lie')} in no batch yet`;
  return batches.length === 0 ? 'Nothing waits to be screened' : 'Every publication is screened';
}

function leftIn(mine: Batch['mine']): number {
  return mine === null ? 0 : mine['title-abstract'] + mine['full-text'];
}

export function conflictsIn(counts: Batch['counts']): number {
  return counts['title-abstract'].conflict + counts['full-text'].conflict;
}

function BatchRow({ partnership, batch }: { partnership: string; batch: Batch }) {
  const { counts, mine, screeners } = batch;
  const first = counts['title-abstract'];
  const full = counts['full-text'];
  const conflicts = conflictsIn(counts);
  return (
    <li className="record">
      <div className="record-says">
        <h3>
          <Link
            to="/p/$partnership/evidence/screening/$batch"
            params={{ partnership, batch: batch.id }}
          >
            {batch.title}
          </Link>
        </h3>
        <p className="small figures">
          {first.included + first.excluded} of {count(first.asked, 'title', 'titles')} decided,{' '}
          {full.included + full.excluded} of {count(full.asked, 'full text', 'full texts')};{' '}
          {full.included} included
          {conflicts > 0 && <> · {count(conflicts, 'conflict', 'conflicts')}</>}
        </p>
        <p className="small soft">
          {screeners.map(({ name }) => name).join(' and ')} · made {day(batch.madeAt)}
          {batch.protocol !== null && ` · ${batch.protocol.title}`}
        </p>
      </div>
      <div className="row">{mine !== null && <ScreenLinks {...{ partnership, batch }} />}</div>
    </li>
  );
}

/** Where the asker goes on deciding; nothing where nothing waits for them. */
export function ScreenLinks({ partnership, batch }: { partnership: string; batch: Batch }) {
  const { mine } = batch;
  if (mine === null) return null;
  const stages = (['title-abstract', 'full-text'] as const).filter((stage) => mine[stage] > 0);
  return stages.map((stage) => (
    <Link
      key={stage}
      className={buttonClass(stage === stages[0] ? 'primary' : 'plain')}
      to="/p/$partnership/evidence/screening/$batch/desk"
      params={{ partnership, batch: batch.id }}
      search={{ stage }}
    >
      Decide {count(mine[stage], ...oneOfStage[stage])}
    </Link>
  ));
}

function HowScreened() {
  return (
    <Method>
      <p>
        Two people decide on each publication. Until both have, the server tells neither what the
        other said; a decision can be taken back for fifteen seconds and until the other one’s
        stands, and then no more. Two who differ, or one who is unsure, are a conflict that a person
        settles with the grounds. Where two leave out a full text for different reasons, the one
        higher on the list counts.
      </p>
    </Method>
  );
}
