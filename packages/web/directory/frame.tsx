import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { codeListsQuery } from './calls.ts';
import { sayCodes } from './words.ts';
import '../look/review.css';
import '../look/plan.css';
import '../look/directory.css';

/** The head of every page of Partners: the ways to look at who works with whom, and what stands in the way. */
export function PartnersFrame({
  partnership,
  here,
  title,
  lede,
  action,
  error = null,
  ready = true,
  children,
}: {
  partnership: string;
  /** What the page is called in the crumbs and while it loads. */
  here: string;
  title: string;
  lede?: ReactNode;
  action?: ReactNode;
  error?: unknown;
  ready?: boolean;
  children: ReactNode;
}) {
  const lists = useQuery(codeListsQuery(partnership));
  if (lists.data !== undefined) sayCodes(lists.data.lists);
  useCrumbs({ words: 'Partners', to: `/p/${partnership}/partners` }, { words: here });
  return (
    <Page title={ready ? title : here} lede={lede} action={action}>
      <nav className="tabs" aria-label="Partners">
        {tabs.map(({ words, to }) => (
          <Link
            key={words}
            to={to}
            params={{ partnership }}
            activeOptions={{ exact: to === '/p/$partnership/partners', includeSearch: false }}
          >
            {words}
          </Link>
        ))}
      </nav>
      <Problems error={error} />
      {!ready && error === null && <Loading what={here.toLowerCase()} />}
      {ready && children}
    </Page>
  );
}

const tabs = [
  { words: 'Directory', to: '/p/$partnership/partners' },
  { words: 'Map', to: '/p/$partnership/partners/map' },
  { words: 'Organisations', to: '/p/$partnership/partners/organisations' },
  { words: 'Surveys', to: '/p/$partnership/partners/surveys' },
  { words: 'Network', to: '/p/$partnership/partners/network' },
  { words: 'Relationships', to: '/p/$partnership/partners/relationships' },
  { words: 'Coverage', to: '/p/$partnership/partners/coverage' },
  { words: 'Report', to: '/p/$partnership/partners/report' },
  { words: 'Import', to: '/p/$partnership/partners/import' },
  { words: 'Clean-up', to: '/p/$partnership/partners/clean-up' },
] as const;
