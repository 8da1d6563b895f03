import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Loading, Page } from '../parts/page.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { guidePages, guideText } from './pages.ts';
import { readPage, Written } from './written.tsx';
import '../look/guide.css';

/** Which guides there are. */
export function Guides() {
  const { partnership } = useParams({ from: '/p/$partnership/guide' });
  useCrumbs({ words: 'Guide' });
  return (
    <Page title="How to work with Freehold" lede="The same pages that lie beside the program.">
      <ul className="guides">
        {guidePages.map(([page, title, words]) => (
          <li key={page}>
            <Link to="/p/$partnership/guide/$page" params={{ partnership, page }}>
              {title}
            </Link>
            <span className="soft">{words}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** One of them. */
export function Guide() {
  const { partnership, page } = useParams({ from: '/p/$partnership/guide/$page' });
  const { data } = useQuery({
    ...{ queryKey: ['guide', page], queryFn: () => guideText(page), staleTime: Infinity },
  });
  const [, title = 'Nothing'] = guidePages.find(([name]) => name === page) ?? [];
  useCrumbs({ words: 'Guide', to: `/p/${partnership}/guide` }, { words: title });
  // The address may name a heading, which is only there now.
  useEffect(() => {
    const at = decodeURIComponent(location.hash.slice(1));
    if (typeof data === 'string' && at !== '') document.getElementById(at)?.scrollIntoView();
  }, [data]);
  if (data === undefined) return <Loading what="the guide" />;
  if (data === null)
    return (
      <Page title="There is no such guide">
        <p>
          <Link to="/p/$partnership/guide" params={{ partnership }}>
            See which there are
          </Link>
        </p>
      </Page>
    );
  const read = readPage(data);
  return (
    <Page title={read.title}>
      <div className="guide stack">
        <Written tokens={read.body} partnership={partnership} />
      </div>
    </Page>
  );
}
