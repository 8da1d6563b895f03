import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { figures, type Figures } from '@freehold/core/prevention';
import { buttonClass } from '../parts/button.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { percent } from '../words.ts';
import { Balance } from './balance.tsx';
import { portfolioQuery, type Portfolio } from './calls.ts';
import { Confidence } from './confidence.tsx';
import { PreventionFrame, useHere, type Here } from './frame.tsx';
import { HowCounted } from './how-counted.tsx';
import { Numbers } from './numbers.tsx';
import { PlaceGapTable } from './place-gaps.tsx';
import type { PortfolioSearch } from './routes.tsx';
import { ViewOf } from './view-of.tsx';
import { WholeSystem } from './whole-system.tsx';

/** What the partnership does as a whole: where effort lies, what is known of it, and what is missing. */
export function PortfolioPage() {
  const here = useHere();
  const search = useSearch({ from: '/p/$partnership/plan/portfolio' });
  const navigate = useNavigate({ from: '/p/$partnership/plan/portfolio' });
  const { partnership } = here;
  const { data, error } = useQuery(portfolioQuery(partnership));
  const found = data === undefined ? null : figures(data.interventions, data.setting.treatShare);
  const change = (next: Partial<PortfolioSearch>) =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  return (
    <PreventionFrame
      here={here}
      tab="Portfolio"
      title={data === undefined || found === null ? '' : titleOf(found)}
      error={error}
      ready={data !== undefined}
      action={
        found !== null && found.n > 0 ? (
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/plan/portfolio/what-if"
            params={{ partnership }}
            search={here.search}
          >
            Try a what-if
          </Link>
        ) : undefined
      }
    >
      {data !== undefined && found !== null && (
        <>
          {found.n === 0 ? (
            <Nothing here={here} />
          ) : (
            <>
              <Ways here={here} />
              <Outweighs found={found} data={data} here={here} />
              <Numbers found={found} today={data.today} />
              <ViewOf {...{ data, found, here, search, change }} />
              <Balance found={found} setting={data.setting} place={here.plan.place?.name ?? ''} />
              <WholeSystem found={found} />
              <PlaceGapTable data={data} />
              <Confidence data={data} here={here} />
            </>
          )}
          <HowCounted partnership={partnership} setting={data.setting} list={data.list} />
        </>
      )}
    </PreventionFrame>
  );
}

/** "Treat takes 71% of known spend; 9 of 20 cells are filled". */
function titleOf({ balance, coverage, n }: Figures): string {
  if (n === 0) return 'Nothing is planned or running yet';
  const filled = `${coverage.filled} of ${coverage.of} cells have something in them`;
  if (balance.spend === null) return `No budget is known yet; ${filled}`;
  return `Treat takes ${percent(balance.spend.treat)} of known spend; ${filled}`;
}

function Ways({ here: { partnership, search } }: { here: Here }) {
  const params = { partnership };
  return (
    <nav className="row" aria-label="More of the portfolio">
      <Link to="/p/$partnership/plan/portfolio/agencies" {...{ params, search }}>
        Who it hangs on
      </Link>
      <Link to="/p/$partnership/plan/portfolio/report" {...{ params, search }}>
        Portfolio review to print or send
      </Link>
      <Link to="/p/$partnership/plan/suggestions" {...{ params, search }}>
        What could answer the high gaps
      </Link>
    </nav>
  );
}

function Outweighs({
  found,
  data: { setting },
  here,
}: {
  found: Figures;
  data: Portfolio;
  here: Here;
}) {
  const { spend, treatOutweighs } = found.balance;
  if (!treatOutweighs || spend === null) return null;
  return (
    <Notice tone="warn" title="Treating harm outweighs the rest">
      <p>
        {percent(spend.treat)} of known spend goes into treating harm afterwards, above the{' '}
        {percent(setting.treatShare)} that{' '}
        {setting.proposed ? 'Freehold proposes as a bound' : 'your partnership chose as a bound'}.{' '}
        {percent(spend.before)} is meant to act before harm.
      </p>
      <p>
        <Link
          to="/p/$partnership/plan/portfolio/what-if"
          params={{ partnership: here.partnership }}
          search={here.search}
        >
          Try what would mend it
        </Link>
      </p>
    </Notice>
  );
}

function Nothing({ here: { partnership, search } }: { here: Here }) {
  return (
    <Empty title="The portfolio shows what is done against what could be done">
      <p>
        It lays out every planned and running intervention over five pathways and four timings:
        before harm, early, treating harm, and against re-trafficking. Write down the first one, or
        import a table of them.
      </p>
      <div>
        <Link
          className={buttonClass('primary')}
          to="/p/$partnership/plan/interventions/new"
          params={{ partnership }}
          search={search}
        >
          Write the first intervention down
        </Link>
      </div>
    </Empty>
  );
}
