import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { Framework, Profile } from '@freehold/core/framework';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day } from '../words.ts';
import { versionQuery, type VersionShown } from './calls.ts';
import { Contents } from './contents.tsx';
import { countIndicators, countTopics, fitting, itemsOf, sizeOf } from './document.ts';
import { Reading } from './reading.tsx';
import { versionSearch, type VersionSearch } from './search.ts';
import { VersionTag } from './title.tsx';
import { VersionSteps } from './version-steps.tsx';
import { SaveLinks } from './save-links.tsx';
import { statementUnder } from './words.ts';
import '../look/framework.css';

/** One version of a framework as a document to read, search, save, publish and retire. */
export function VersionPage() {
  const { partnership, version } = useParams({ from: '/p/$partnership/frameworks/$version' });
  const { data, error, isPending } = useQuery(versionQuery(partnership, version));
  useCrumbs(
    { words: 'Frameworks', to: `/p/${partnership}/frameworks` },
    { words: data === undefined ? 'A version' : `Version ${data.version}` },
  );
  const { profile: asked } = useSearch({ from: '/p/$partnership/frameworks/$version' });
  useHashOnce(data !== undefined);
  if (isPending) return <Loading what="the framework" />;
  if (data === undefined)
    return (
      <Page title="This version cannot be shown">
        <Problems error={error} />
      </Page>
    );
  const { framework } = data;
  return (
    <Page
      title={framework.title}
      lede={
        <>
          {statementUnder(framework.title, framework.statement)}
          <span className="framework-facts">
            <VersionTag state={data.state} /> {facts(data)}
          </span>
          <SaveLinks
            partnership={partnership}
            version={data.id}
            profile={profileOf(framework, asked)}
          />
        </>
      }
      action={<VersionSteps partnership={partnership} shown={data} />}
    >
      <Document framework={framework} />
    </Page>
  );
}

function Document({ framework }: { framework: Framework }) {
  const search = useSearch({ from: '/p/$partnership/frameworks/$version' });
  const navigate = useNavigate({ from: '/p/$partnership/frameworks/$version' });
  const profile = profileOf(framework, search.profile);
  const text = useDeferredValue(search.find ?? '');
  const levels = useMemo(
    () => fitting(framework.levels, { profile, text }),
    [framework, profile, text],
  );
  const look = (change: Partial<Record<keyof VersionSearch, string>>) =>
    void navigate({
      search: (now) => versionSearch({ ...now, ...change }),
      replace: true,
      resetScroll: false,
    });
  const found = countIndicators(levels);
  return (
    <div className="framework-page">
      <aside className="framework-side">
        <Filters framework={framework} profile={profile} search={search} onChange={look} />
        <p className="small soft" role="status">
          {found === countIndicators(framework.levels)
            ? `All ${count(found, 'indicator', 'indicators')}`
            : `${found} of ${count(countIndicators(framework.levels), 'indicator', 'indicators')}`}
        </p>
        <Contents levels={levels} />
      </aside>
      <div className="framework-text">
        {profile !== null && profile.help !== '' && <ProfileNote profile={profile} />}
        {found === 0 ? (
          <Empty title="Nothing here has these words">
            <p>
              Looked for in titles, questions, help and codes
              {profile !== null && ` of ${profile.title}`}. Try fewer or shorter words.
            </p>
            <div>
              <Button onClick={() => look({ find: '', profile: '' })}>Show everything</Button>
            </div>
          </Empty>
        ) : (
          <Reading
            framework={framework}
            levels={levels}
            items={itemsOf(profile)}
            brief={search.show === 'questions'}
            searching={text !== ''}
          />
        )}
      </div>
    </div>
  );
}

function Filters({
  framework,
  profile,
  search,
  onChange,
}: {
  framework: Framework;
  profile: Profile | null;
  search: VersionSearch;
  onChange: (change: Partial<Record<keyof VersionSearch, string>>) => void;
}) {
  return (
    <search className="framework-filters">
      <TextField
        label="Search titles, questions, help and codes"
        type="search"
        value={search.find ?? ''}
        onChange={(find) => onChange({ find })}
      />
      <Choice
        label="Profile"
        value={profile?.code ?? ''}
        options={[
          ['', 'Everything'],
          ...framework.profiles.map(
            (each) => [each.code, `${each.title} (${sizeOf(framework, each)})`] as const,
          ),
        ]}
        onChange={(code) => onChange({ profile: code })}
      />
      <Choice
        label="Show"
        value={search.show ?? ''}
        options={[
          ['', 'In full'],
          ['questions', 'Questions only'],
        ]}
        onChange={(show) => onChange({ show })}
      />
    </search>
  );
}

function profileOf(framework: Framework, code: string | undefined): Profile | null {
  return framework.profiles.find((each) => each.code === code) ?? null;
}

function ProfileNote({ profile }: { profile: Profile }) {
  return (
    <section className="notice">
      <h2>{profile.title}</h2>
      <p>
        {profile.help}
        {profile.answers === 'all-some-none' &&
          ' Answers are all, some or none, kept as 4, 2 and 0.'}
      </p>
    </section>
  );
}

function facts({
  framework,
  state,
  version,
  shared,
  publishedAt,
  retiredAt,
}: VersionShown): string {
  const { levels, licence } = framework;
  return [
    `Version ${version}`,
    state === 'published' && publishedAt !== null && `since ${day(publishedAt)}`,
    state === 'retired' && retiredAt !== null && `since ${day(retiredAt)}`,
    shared ? 'shared by everybody' : 'your own',
    count(levels.length, 'level', 'levels'),
    count(countTopics(levels), 'topic', 'topics'),
    count(countIndicators(levels), 'indicator', 'indicators'),
    licence,
  ]
    .filter((part) => part !== false && part !== '')
    .join(' · ');
}

/** Goes to the place that the address names, once it is there: the browser looked before it was. */
function useHashOnce(ready: boolean): void {
  useEffect(() => {
    if (ready && window.location.hash !== '')
      document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView();
  }, [ready]);
}
