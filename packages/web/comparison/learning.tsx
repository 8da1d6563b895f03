import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { mayShareResults } from '@freehold/core/access';
import { Empty } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { Loading, Method, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day, list } from '../words.ts';
import { learningQuery, type Learning } from './calls.ts';
import { ContactSetting } from './contact.tsx';
import { CompareTabs, Nothing, useCompared } from './frame.tsx';
import { learningTitle } from './words.ts';

/** For each gap: who has it too, who is strong there, and whom to ask. */
export function CompareLearning() {
  const { partnership } = useParams({ from: '/p/$partnership/compare/learning' });
  const { place: asked } = useSearch({ from: '/p/$partnership/compare/learning' });
  const place = useCompared(partnership, asked);
  const { data, error } = useQuery({
    ...learningQuery(partnership, place.id),
    enabled: place.id !== '',
  });
  useCrumbs({ words: 'Compare', to: `/p/${partnership}/compare` }, { words: 'Learning' });
  return (
    <Page
      title={data === undefined ? 'Learning from other places' : learningTitle(data)}
      lede="Gaps of yours, and partnerships whose shared scores say that they are further there. They agreed to be asked where a mailbox stands."
    >
      <CompareTabs partnership={partnership} place={asked} />
      <Problems error={error} />
      {place.id !== '' && data === undefined && error === null && <Loading what="the matches" />}
      {place.ready && place.id === '' && <Nothing partnership={partnership} reason="no-review" />}
      {data !== undefined && <Matches partnership={partnership} learning={data} />}
      {place.role !== null && (
        <ContactSetting partnership={partnership} maySet={mayShareResults(place.role)} />
      )}
    </Page>
  );
}

function Matches({ partnership, learning }: { partnership: string; learning: Learning }) {
  const { matches, reason, gapUnder, strongFrom, looked } = learning;
  if (matches.length === 0) {
    return reason === null ? (
      <Empty title="No match yet">
        <p>
          Nobody who shares with you has the same gap or is clearly stronger there. This changes as
          more partnerships share.
        </p>
      </Empty>
    ) : (
      <Nothing {...{ partnership, reason }} />
    );
  }
  return (
    <>
      {matches.map((match) => (
        <section key={match.topic} className="stack match">
          <h2>{match.title}</h2>
          <Figure
            value={match.own.score}
            interval={range(match.own)}
            missingBecause="no score of your own"
          />
          {match.gaps.length > 0 && <p>Your gap: {list(match.gaps)}.</p>}
          {match.strong.length === 0 ? (
            <p className="soft">Nobody who shares is clearly stronger here.</p>
          ) : (
            <ul>
              {match.strong.map((other) => (
                <li key={other.id}>
                  <strong>{other.place}</strong> ({other.partnership}):{' '}
                  <Figure
                    value={other.score}
                    interval={range(other)}
                    date={`shared on ${day(other.at)}`}
                  />
                  {other.contact === null ? (
                    <span className="soft"> Did not agree to be asked.</span>
                  ) : (
                    <p>
                      Ask <a href={`mailto:${other.contact.mailbox}`}>{other.contact.mailbox}</a>
                      {other.contact.offer !== '' && `: ${other.contact.offer}`}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )}
          {match.sameGap.length > 0 && (
            <p className="soft">
              The same gap: {list(match.sameGap.map(({ place }) => place))}. Perhaps you can work on
              it together.
            </p>
          )}
        </section>
      ))}
      <Method>
        <p>
          A topic has a gap where you keep one in the register or your score is under {gapUnder}.
          Strong is a score of {strongFrom} or more whose interval does not meet yours (both limits
          are our proposal). {count(looked, 'place was', 'places were')} looked at: only what
          partnerships share with you. A high score says that agencies there agreed on it, not that
          their way would work here.
        </p>
      </Method>
    </>
  );
}

function range({ low, high }: { low: number | null; high: number | null }) {
  return low === null || high === null ? null : ([low, high] as const);
}
