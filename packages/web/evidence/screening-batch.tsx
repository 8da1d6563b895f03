import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { firmAfterSeconds, ScreeningStage } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { count, number } from '../words.ts';
import { EvidenceFrame } from './frame.tsx';
import { conflictsIn, ScreenLinks } from './screening.tsx';
import {
  batchQuery,
  removeBatch,
  screeningChanged,
  writeCounts,
  type Agreement,
  type Batch,
  type BatchAt,
} from './screening-calls.ts';
import { Conflicts } from './screening-conflicts.tsx';
import { ScreeningFlow } from './screening-flow.tsx';
import { ScreeningResults } from './screening-results.tsx';
import { BatchSettings } from './screening-settings.tsx';
import { kappaWords, stageWords } from './screening-words.ts';
import '../look/screening.css';

/** One batch: who decides, how far they are and how far they agree, where they differ, and what came of it. */
export function ScreeningBatchPage() {
  const at = useParams({ from: '/p/$partnership/evidence/screening/$batch' });
  const { data, error } = useQuery({
    ...batchQuery(at),
    // A decision becomes known a moment after it was made.
    refetchInterval: firmAfterSeconds * 1000,
  });
  const mine = usePartnership(at.partnership);
  const mayKeep = mine !== null && mayKeepEvidence(mine.role);
  const [changing, setChanging] = useState(false);
  const batch = data?.batch;
  const reason = (code: string) => batch?.reasons.find((each) => each.code === code)?.text ?? code;
  return (
    <EvidenceFrame
      partnership={at.partnership}
      here="Screening"
      title={batch === undefined ? 'A batch' : title(batch)}
      {...{ error }}
      ready={data !== undefined}
      action={
        batch !== undefined && batch.mine !== null ? (
          <div className="row">
            <ScreenLinks partnership={at.partnership} batch={batch} />
          </div>
        ) : undefined
      }
    >
      {data !== undefined && batch !== undefined && (
        <>
          <Who {...{ at, batch, mayKeep }} onChange={() => setChanging(true)} />
          <section className="screening-agreement">
            {ScreeningStage.options.map((stage) => (
              <StageBox
                key={stage}
                stage={stage}
                counts={batch.counts[stage]}
                agreement={data.agreement[stage]}
              />
            ))}
          </section>
          <Conflicts {...{ at, batch, mayKeep }} />
          <ScreeningFlow flow={data.flow} about={batch.title} reason={reason} />
          <Counts {...{ at, batch, mayKeep }} />
          <ScreeningResults results={data.results} title={batch.title} reason={reason} />
          {changing && <BatchSettings {...{ at, batch }} onClose={() => setChanging(false)} />}
        </>
      )}
    </EvidenceFrame>
  );
}

function title(batch: Batch): string {
  const conflicts = conflictsIn(batch.counts);
  const { asked, included, excluded } = batch.counts['title-abstract'];
  const full = batch.counts['full-text'];
  if (conflicts > 0)
    return `${batch.title}: ${count(conflicts, 'conflict waits', 'conflicts wait')} to be settled`;
  if (included + excluded < asked)
    return `${batch.title}: ${included + excluded} of ${asked} titles are decided`;
  if (full.included + full.excluded < full.asked)
    return `${batch.title}: ${full.included + full.excluded} of ${count(full.asked, 'full text is', 'full texts are')} decided`;
  return `${batch.title}: ${full.included} of ${asked} are included`;
}

function Who({
  at,
  batch,
  mayKeep,
  onChange,
}: {
  at: BatchAt;
  batch: Batch;
  mayKeep: boolean;
  onChange: () => void;
}) {
  const navigate = useNavigate();
  const { partnership } = at;
  const untouched = batch.counts['title-abstract'].waiting === batch.counts['title-abstract'].asked;
  const remove = useMutation({
    mutationFn: () => removeBatch(at),
    onSuccess: async () => {
      await navigate({ to: '/p/$partnership/evidence/screening', params: { partnership } });
      await screeningChanged(partnership);
    },
  });
  return (
    <div className="stack-tight">
      <p>
        {batch.screeners.map(({ name }) => name).join(' and ')} decide, blind to each other.{' '}
        {batch.protocol !== null && <>Part of the search “{batch.protocol.title}”.</>}
      </p>
      {mayKeep && (
        <div className="row">
          <Button onClick={onChange}>People, reasons and words</Button>
          {untouched && (
            <Button tone="quiet" disabled={remove.isPending} onClick={() => remove.mutate()}>
              Take the batch away
            </Button>
          )}
        </div>
      )}
      <Problems error={remove.error} />
    </div>
  );
}

function StageBox({
  stage,
  counts,
  agreement,
}: {
  stage: ScreeningStage;
  counts: Batch['counts'][ScreeningStage];
  agreement: Agreement;
}) {
  const { kappa, low, high, n, agreed } = agreement;
  return (
    <section className="panel stack-tight">
      <h2>{stageWords[stage]}</h2>
      <p className="small figures">
        {number(counts.included)} included, {number(counts.excluded)} left out,{' '}
        {number(counts.conflict)} in conflict, {number(counts.half)} decided by one,{' '}
        {number(counts.waiting)} by nobody; {number(counts.asked)} in all
      </p>
      <p>
        <strong>Agreement beyond chance</strong>{' '}
        <Figure
          value={kappa}
          decimals={2}
          interval={low === null || high === null ? null : [low, high]}
          n={n}
          nOf={['decision of both', 'decisions of both']}
          missingBecause={
            n === 0
              ? 'nothing is decided by both yet'
              : 'both said the same throughout, so chance explains it all'
          }
          source={
            kappa === null ? '' : `Cohen’s kappa, 95 % interval; often read as ${kappaWords(kappa)}`
          }
        />
      </p>
      {n > 0 && (
        <p className="small soft">
          They agreed on {agreed} of {n}.
        </p>
      )}
    </section>
  );
}

/** Puts what was counted into the protocol of the search that the batch belongs to. */
function Counts({ at, batch, mayKeep }: { at: BatchAt; batch: Batch; mayKeep: boolean }) {
  const write = useMutation({ mutationFn: () => writeCounts(at) });
  if (batch.protocol === null || !mayKeep) return null;
  return (
    <div className="stack-tight">
      <div>
        <Button disabled={write.isPending} onClick={() => write.mutate()}>
          Write these counts into “{batch.protocol.title}”
        </Button>
      </div>
      <p className="small soft">
        Every batch of the search is counted together; what stood in the protocol is replaced.
      </p>
      {write.data !== undefined && (
        <Notice tone="good">
          <p>
            The protocol says now: {write.data.identified} found, {write.data.duplicates}{' '}
            duplicates, {write.data.screened} screened, {write.data.included} included.
          </p>
        </Notice>
      )}
      <Problems error={write.error} />
    </div>
  );
}
