import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got, queries } from '../api.ts';
import { IdleWatch } from '../account/idle.tsx';
import { Button } from '../parts/button.tsx';
import { Loading } from '../parts/page.tsx';
import { sessionQuery, usePartnership } from '../session/session.ts';
import { CrisisBanner } from './crisis-banner.tsx';
import { Crumbs } from './crumbs.tsx';
import { SavedState } from './saved.tsx';
import { ThemeChoice } from './theme.tsx';

/** The frame of every page of a partnership: the loop at the left, where one is at the top. */
export function Shell() {
  const { partnership: id } = useParams({ from: '/p/$partnership' });
  const { isPending } = useQuery(sessionQuery);
  const partnership = usePartnership(id);
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (isPending) return <Loading what="your partnership" />;
  if (partnership === null) return <Stranger />;
  return (
    <div className="shell">
      <IdleWatch />
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <aside className={open ? 'shell-side open' : 'shell-side'} aria-label="Freehold">
        <Link to="/" className="shell-brand">
          <img src="/mark.svg" alt="" /> Freehold
        </Link>
        <div className="shell-who">
          <span className="strong">{partnership.name}</span>
          <span className="tiny soft">You act as {partnership.role}</span>
        </div>
        <nav className="shell-nav" aria-label="The loop" onClickCapture={() => setOpen(false)}>
          {loop.map(([to, words, stem]) => (
            <Link
              key={to}
              to={to}
              params={{ partnership: id }}
              activeOptions={{ exact: true }}
              className={isHere(path, id, stem) ? 'here' : ''}
              aria-current={isHere(path, id, stem) ? 'page' : undefined}
            >
              {words}
            </Link>
          ))}
        </nav>
        <nav className="shell-nav apart" aria-label="Set up" onClickCapture={() => setOpen(false)}>
          {apart.map(([to, words, stem]) => (
            <Link
              key={to}
              to={to}
              params={{ partnership: id }}
              activeOptions={{ exact: true }}
              className={isHere(path, id, stem) ? 'here' : ''}
              aria-current={isHere(path, id, stem) ? 'page' : undefined}
            >
              {words}
            </Link>
          ))}
        </nav>
        <nav className="shell-nav apart" aria-label="You" onClickCapture={() => setOpen(false)}>
          <Link
            to="/p/$partnership/guide"
            params={{ partnership: id }}
            className={isHere(path, id, 'guide') ? 'here' : ''}
            aria-current={isHere(path, id, 'guide') ? 'page' : undefined}
          >
            Guide
          </Link>
          <Link to="/account">Your account</Link>
          <SignOut />
        </nav>
        <ThemeChoice />
        {open && <Button onClick={() => setOpen(false)}>Close the menu</Button>}
      </aside>
      <div>
        {partnership.madeUp && (
          <section className="made-up" aria-label="About this partnership">
            Made-up example: no real place, person or agency.
          </section>
        )}
        <CrisisBanner partnership={id} />
        <header className="shell-top">
          <span className="shell-menu">
            <Button onClick={() => setOpen(true)} aria-expanded={open}>
              Menu
            </Button>
          </span>
          <Crumbs />
          <SavedState />
        </header>
        <main className="shell-main" id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}

const loop = [
  ['/p/$partnership', 'Place', ''],
  ['/p/$partnership/reviews', 'Review', 'reviews'],
  ['/p/$partnership/plan', 'Plan', 'plan'],
  ['/p/$partnership/partners', 'Partners', 'partners'],
  ['/p/$partnership/evidence', 'Evidence', 'evidence'],
  ['/p/$partnership/change', 'Change', 'change'],
  ['/p/$partnership/compare', 'Compare', 'compare'],
  ['/p/$partnership/release', 'Release', 'release'],
] as const;

const apart = [
  ['/p/$partnership/data', 'Data', 'data'],
  ['/p/$partnership/places', 'Places', 'places'],
  ['/p/$partnership/frameworks', 'Frameworks', 'frameworks'],
  ['/p/$partnership/people', 'People', 'people'],
  ['/p/$partnership/audit', 'Audit', 'audit'],
] as const;

function isHere(path: string, partnership: string, stem: string): boolean {
  const rest = path.slice(`/p/${partnership}`.length).split('/')[1] ?? '';
  return (rest === 'cycle' ? '' : rest) === stem;
}

function SignOut() {
  const navigate = useNavigate();
  const signOut = async () => {
    await got(api.session.$delete());
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Button tone="quiet" onClick={() => void signOut()}>
      Sign out
    </Button>
  );
}

function Stranger() {
  return (
    <main className="shell-main">
      <h1>This partnership is not open to you</h1>
      <p>
        You may be signed out. <Link to="/">Go to the start</Link>, or ask the co-ordinator for a
        link.
      </p>
    </main>
  );
}
