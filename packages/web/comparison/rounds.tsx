import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChangePlot, type ChangeRow } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Method, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day, number } from '../words.ts';
import { roundsQuery, type Rounds, type TopicChange } from './calls.ts';
import { CompareTabs, ToReviews, useCompared } from './frame.tsx';
import { changeNote, roundsTitle } from './words.ts';

/** One round of a place beside another: what moved, what cannot be told, and what was done meanwhile. */
export function CompareRounds() {
  const { partnership } = useParams({ from: '/p/$partnership/compare/rounds' });
  const { place: asked, from, to } = useSearch({ from: '/p/$partnership/compare/rounds' });
  const place = useCompared(partnership, asked);
  const { data, error } = useQuery({
    ...roundsQuery(partnership, place.id, { ...(from && { from }), ...(to && { to }) }),
    placeholderData: keepPreviousData,
    enabled: place.id !== '',
  });
  useCrumbs({ words: 'Compare', to: `/p/${partnership}/compare` }, { words: 'Rounds' });
  return (
    <Page
      title={data === undefined ? 'Rounds compared' : roundsTitle(data)}
      lede="Topic scores of one round beside those of another, from 0 to 4. A change is told only where chance among those who answered would hardly make it."
    >
      <CompareTabs partnership={partnership} place={asked} />
      <Problems error={error} />
      {place.ready && place.id === '' && <NoRounds partnership={partnership} rounds={0} />}
      {place.id !== '' && data === undefined && error === null && <Loading what="the rounds" />}
      {data !== undefined &&
        (data.from === null || data.to === null ? (
          <NoRounds partnership={partnership} rounds={data.rounds.length} />
        ) : (
          <Compared partnership={partnership} rounds={data} />
        ))}
    </Page>
  );
}

function NoRounds({ partnership, rounds }: { partnership: string; rounds: number }) {
  return (
    <Empty title="Two validated rounds make a comparison">
      <p>
        {count(rounds, 'round is', 'rounds are')} validated here so far. When the next one is, what
        moved between the two stands here, topic by topic, with what can be told of it.
      </p>
      <ToReviews partnership={partnership} />
    </Empty>
  );
}

function Compared({ partnership, rounds }: { partnership: string; rounds: Rounds }) {
  const [from, to] = [rounds.from, rounds.to].map((id) =>
    rounds.rounds.find(({ review }) => review === id),
  );
  if (from === undefined || to === undefined) return null;
  const names = [`round ${from.round}`, `round ${to.round}`] as const;
  const told = rounds.topics.filter(({ verdict }) => verdict === 'higher' || verdict === 'lower');
  const unlike = rounds.topics.filter(({ verdict }) => verdict === 'cannot-compare');
  const onCommon = rounds.topics.filter(({ common }) => common !== null);
  return (
    <>
      <RoundChoices partnership={partnership} rounds={rounds} />
      <p className="soft">
        {from.title} ({day(from.at)}, {count(from.agencies, 'agency', 'agencies')}) beside{' '}
        {to.title} ({day(to.at)}, {count(to.agencies, 'agency', 'agencies')}).
      </p>
      {onCommon.length > 0 && (
        <p className="soft">
          The rounds did not ask the same questions.{' '}
          {count(onCommon.length, 'topic is', 'topics are')} compared on the questions in common, so
          that the scores here may differ from those of each round; the table of each chart says on
          how many.
        </p>
      )}
      {rounds.levels.map(({ code, title }) => {
        const topics = rounds.topics.filter(({ level }) => level === code);
        return (
          topics.length > 0 && (
            <ChangePlot
              key={code}
              finding={`${title}: ${levelFinding(topics)}`}
              measure={`Topic score, 0 to 4, ${names[0]} to ${names[1]}`}
              fileName={`${rounds.place.name} ${names[0]} to ${names[1]} ${title}`}
              rows={topics.map(rowOf)}
              most={4}
              names={names}
            />
          )
        );
      })}
      <Touched topics={told} partnership={partnership} />
      {rounds.rounds.length > 2 && <Course rounds={rounds} />}
      {unlike.length > 0 && <Unlike topics={unlike} />}
      <Method>
        <p>
          The interval of a change is made from both scores’ own intervals, as if the rounds were
          independent (Newcombe 1998); where the same agencies answered twice it is rather too wide.
          A change is called higher or lower only where the whole interval lies on one side of
          nought. Where the rounds asked different questions, both are worked out anew on those in
          common, with the answers given then. Nothing here says what caused a change.
        </p>
      </Method>
    </>
  );
}

function RoundChoices({ partnership, rounds }: { partnership: string; rounds: Rounds }) {
  const navigate = useNavigate();
  const at = rounds.rounds.findIndex(({ review }) => review === rounds.to);
  const named = rounds.rounds.map(
    ({ review, title, round }) => [review, `Round ${round}: ${title}`] as const,
  );
  const go = (change: { from?: string | undefined; to?: string | undefined }) =>
    void navigate({
      to: '/p/$partnership/compare/rounds',
      params: { partnership },
      search: ({ place }: { place?: string }) => ({
        ...(place !== undefined && { place }),
        ...(change.from !== undefined && { from: change.from }),
        ...(change.to !== undefined && { to: change.to }),
      }),
    });
  return (
    <div className="row top">
      <Choice
        label="This round"
        value={rounds.to ?? ''}
        options={named.slice(1)}
        onChange={(to) => go({ to })}
      />
      <Choice
        label="Beside"
        value={rounds.from ?? ''}
        options={named
          .slice(0, at)
          .map(
            ([id, words], index) =>
              [id, `${words}${index === 0 && at > 1 ? ' (the first)' : ''}`] as const,
          )}
        onChange={(from) => go({ from, to: rounds.to ?? undefined })}
      />
    </div>
  );
}

function levelFinding(topics: readonly TopicChange[]): string {
  const of = (verdict: TopicChange['verdict']) =>
    topics.filter((topic) => topic.verdict === verdict).length;
  const parts = [
    of('higher') > 0 && `${of('higher')} higher`,
    of('lower') > 0 && `${of('lower')} lower`,
    of('cannot-tell') > 0 && `${of('cannot-tell')} not told apart from no change`,
    of('cannot-compare') > 0 && `${of('cannot-compare')} cannot be compared`,
    of('no-score') > 0 && `${of('no-score')} without a score`,
  ].filter((part) => part !== false);
  return parts.join(', ');
}

function rowOf(topic: TopicChange): ChangeRow {
  const { title, before, after, change, verdict } = topic;
  const told = verdict === 'cannot-compare' || verdict === 'no-score' ? 'none' : verdict;
  return {
    label: title,
    ...{ before: before?.score ?? null, after: after?.score ?? null, change, told },
    note: changeNote(topic),
  };
}

function Touched({ topics, partnership }: { topics: readonly TopicChange[]; partnership: string }) {
  if (topics.length === 0) return null;
  return (
    <section className="stack">
      <h2>What moved, and what was done meanwhile</h2>
      <p className="soft">
        Actions that were under way between the two rounds and name the topic or one of its
        questions. That they touched it says nothing of what moved it.
      </p>
      <Table
        caption="Topics whose change can be told"
        rows={topics}
        rowKey={({ code }) => code}
        stacks
        columns={[
          { title: 'Topic', heads: true, cell: ({ title }) => title },
          {
            title: 'Change',
            cell: ({ verdict }) => (verdict === 'higher' ? '▲ higher' : '▼ lower'),
          },
          {
            title: 'Actions that touched it',
            cell: ({ actions }) =>
              actions.length === 0 ? (
                'None on record'
              ) : (
                <ul>
                  {actions.map(({ id, title }) => (
                    <li key={id}>
                      <Link to="/p/$partnership/plan/actions" params={{ partnership }}>
                        {title}
                      </Link>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </section>
  );
}

function Course({ rounds }: { rounds: Rounds }) {
  return (
    <Table
      caption="The score of each topic in every round"
      rows={rounds.topics}
      rowKey={({ code }) => code}
      columns={[
        { title: 'Topic', heads: true, cell: ({ title }) => title },
        ...rounds.rounds.map(({ round }, at) => ({
          title: `Round ${round}`,
          figure: true,
          cell: ({ course }: TopicChange) => {
            const score = course[at]?.score ?? null;
            return score === null ? '–' : number(score, 1);
          },
        })),
      ]}
    />
  );
}

function Unlike({ topics }: { topics: readonly TopicChange[] }) {
  return (
    <details className="method">
      <summary>{count(topics.length, 'topic', 'topics')} that cannot be compared, and why</summary>
      <ul>
        {topics.map((topic) => (
          <li key={topic.code}>
            <strong>{topic.title}</strong>: {changeNote(topic)}. In question:{' '}
            {topic.differing.map(({ title }) => title).join('; ')}.
          </li>
        ))}
      </ul>
    </details>
  );
}
