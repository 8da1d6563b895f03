import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { mayFollowRound, mayKeepRecord } from '@freehold/core/access';
import { Downloads } from '../document/downloads.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { PlanFrame } from '../plan/frame.tsx';
import { usePlan, type PlaceAt } from '../plan/plan.ts';
import { IssueList } from '../problem-profile/issues.tsx';
import { RadioCards } from '../review/radio-cards.tsx';
import { usePartnership } from '../session/session.ts';
import { AnnualTexts } from './annual-texts.tsx';
import { reportsQuery, type Reports as Known } from './calls.ts';
import { Preview } from './preview.tsx';
import { reportKinds, type ReportKind, type ReportSearch } from './routes.tsx';
import { kindWords, yearWords } from './words.ts';
import '../look/record.css';

/** Choose a report, see what it says, and take it away. */
export function Reports() {
  const { partnership } = useParams({ from: '/p/$partnership/plan/reports' });
  const search = useSearch({ from: '/p/$partnership/plan/reports' });
  const navigate = useNavigate({ from: '/p/$partnership/plan/reports' });
  const plan = usePlan(partnership, search.place);
  const at = { partnership, place: plan.place?.id ?? '' };
  const { data, error } = useQuery({ ...reportsQuery(at), enabled: plan.place !== null });
  const mine = usePartnership(partnership);
  const may = mine !== null && mayFollowRound(mine.role);
  const kind = search.report ?? 'annual';
  const year = search.year ?? data?.years.at(-1) ?? 0;
  const round = search.round ?? newest(data?.rounds ?? [])?.id ?? null;
  const go = (change: Partial<ReportSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const address = addressOf(at, kind, { year, round });
  return (
    <PlanFrame
      {...{ partnership, plan, error }}
      place={search.place}
      here="Reports"
      title={`Take ${plan.place?.name ?? ''} to a board, a funder or the public`}
      ready={data !== undefined}
    >
      {may && data !== undefined && (
        <>
          <div className="stack">
            <RadioCards
              legend="Which report?"
              name="report"
              chosen={kind}
              options={reportKinds.map((value) => ({
                ...{ value, title: kindWords[value].title, says: kindWords[value].says },
              }))}
              onChange={(report) => go({ report })}
            />
            <Period {...{ kind, year, round }} known={data} onChange={go} />
          </div>
          {address === null ? (
            <Empty title="A close-out needs a round of the cycle">
              <p>Open a round on the cycle page; when it ends, what changed is written there.</p>
            </Empty>
          ) : (
            <>
              <Downloads address={address} />
              {kind === 'annual' && mine !== null && mayKeepRecord(mine.role) && (
                <AnnualTexts key={year} at={at} year={year} />
              )}
              <Preview key={address} address={address} />
            </>
          )}
        </>
      )}
      {data !== undefined && data.issues.length > 0 && (
        <section className="stack">
          <h2>Issued problem profiles</h2>
          <IssueList partnership={partnership} issues={data.issues} />
        </section>
      )}
    </PlanFrame>
  );
}

function Period({
  kind,
  year,
  round,
  known,
  onChange,
}: {
  kind: ReportKind;
  year: number;
  round: string | null;
  known: Known;
  onChange: (change: Partial<ReportSearch>) => void;
}) {
  if (kind === 'annual')
    return (
      <Choice
        label="Year"
        value={String(year)}
        options={known.years.toReversed().map((each) => [String(each), yearWords(each)] as const)}
        onChange={(next) => onChange({ year: Number(next) })}
      />
    );
  if (kind === 'close-out' && known.rounds.length > 0)
    return (
      <Choice
        label="Round"
        value={round ?? ''}
        options={known.rounds
          .toReversed()
          .map(({ id, number, title, state }) => [id, roundWords(number, title, state)] as const)}
        onChange={(next) => onChange({ round: next })}
      />
    );
  return null;
}

/** The round that was closed last; while none is, the one under way. */
function newest(rounds: Known['rounds']): Known['rounds'][number] | undefined {
  return rounds.findLast(({ state }) => state === 'closed') ?? rounds.at(-1);
}

function roundWords(number: number, title: string, state: 'open' | 'closed'): string {
  const own = title === '' || title === `Round ${number}` ? '' : `: ${title}`;
  return `Round ${number}${own}${state === 'open' ? ' (still open)' : ''}`;
}

/** Where a report is had as a file; null for a close-out without a round. */
function addressOf(
  { partnership, place }: PlaceAt,
  kind: ReportKind,
  { year, round }: { readonly year: number; readonly round: string | null },
): string | null {
  const of = `/api/partnerships/${partnership}`;
  switch (kind) {
    case 'annual':
      return `${of}/places/${place}/reports/annual?year=${year}`;
    case 'close-out':
      return round === null ? null : `${of}/rounds/${round}/report`;
    case 'action-plan':
    case 'funding-case':
      return `${of}/places/${place}/reports/${kind}`;
  }
}
