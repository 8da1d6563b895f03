import { useQuery } from '@tanstack/react-query';
import { choicesIn, isAnswered, type Asked } from '@freehold/core/survey';
import { Notice } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, day, percent } from '../words.ts';
import { backQuery, type PageBack, type Result } from './calls.ts';
import { rangeOf } from './results.tsx';
import { RelationshipsBack } from './relationships-back.tsx';
import { useSay } from './said.tsx';
import type { Way } from './way.ts';

/** After the close: one's own answers beside what all gave together. */
export function Back(way: Way) {
  const { token, page } = way;
  const { data, error } = useQuery(backQuery(token));
  const unsent = way.answers.state.waiting.length;
  if (data === undefined)
    return error === null ? <Loading what="what all answered" /> : <Problems error={error} />;
  return (
    <Page
      title={`${data.respondents} of ${count(data.targets, 'respondent', 'respondents')} answered ${page.wave.title}`}
      lede={`It closed on ${day(data.closedAt)}. Your answers for ${page.respondent.label} stand beside what all said together.`}
    >
      {unsent > 0 && (
        <Notice
          tone="warn"
          title={`${count(unsent, 'answer was', 'answers were')} not sent in time`}
        >
          <p>They are kept on this device only. Tell the co-ordinator if they matter.</p>
        </Notice>
      )}
      {data.relationships !== null && (
        <RelationshipsBack back={data.relationships} closedOn={data.closedAt} />
      )}
      <Beside way={way} back={data} />
      <p className="small soft">
        Where under five answered, nothing of the others is shown: [c]. A mean hides how far answers
        lie apart.
      </p>
    </Page>
  );
}

function Beside({ way, back }: { way: Way; back: PageBack }) {
  const say = useSay();
  const rows = way.steps
    .flatMap(({ asked }) => asked)
    .filter(
      ({ question, roster }) =>
        roster === null && question.kind !== 'note' && question.kind !== 'roster',
    );
  if (rows.length === 0) return null;
  return (
    <Table
      caption="Your answers, and what all who answered said"
      rows={rows}
      rowKey={({ key }) => key}
      stacks
      columns={[
        {
          title: 'Question',
          heads: true,
          cell: ({ question, row }) => (row === null ? say(question.label) : say(row.label)),
        },
        { title: 'You', cell: (asked) => ownWords(asked, way, say) },
        {
          title: 'All',
          cell: (asked) => (
            <Together
              way={way}
              asked={asked}
              result={back.results.find(
                ({ code, row }) => code === asked.question.code && row === (asked.row?.code ?? ''),
              )}
            />
          ),
        },
      ]}
    />
  );
}

function ownWords(asked: Asked, way: Way, say: ReturnType<typeof useSay>): string {
  const value = way.answers.all[asked.key];
  if (!isAnswered(value)) return '– not answered';
  if (asked.question.kind === 'file')
    return count(Array.isArray(value) ? value.length : 1, 'file', 'files');
  const choices = choicesIn(way.page.instrument, listOf(asked));
  const words = (code: string) => {
    const found = choices.find((each) => each.code === code);
    return found === undefined ? code : say(found.label);
  };
  return Array.isArray(value) ? value.map(words).join('; ') : words(String(value));
}

function Together({ way, asked, result }: { way: Way; asked: Asked; result: Result | undefined }) {
  const say = useSay();
  if (result === undefined || result.n === 0) return <>– nobody answered</>;
  if (result.spread !== null)
    return (
      <Figure value={result.spread.mean} interval={rangeOf(result.spread)} n={result.respondents} />
    );
  const most = result.tallies?.toSorted((a, b) => b.n - a.n)[0];
  if (most !== undefined) {
    const choice = choicesIn(way.page.instrument, listOf(asked)).find(
      ({ code }) => code === most.code,
    );
    return (
      <>
        {percent(most.share)} {choice === undefined ? most.code : say(choice.label)}{' '}
        <span className="soft small">
          · most often · {count(result.respondents, 'answer', 'answers')}
        </span>
      </>
    );
  }
  return result.suppressed ? (
    <Figure value={null} suppressed />
  ) : (
    <span className="soft">{count(result.respondents, 'answer', 'answers')}, not shown</span>
  );
}

function listOf({ question }: Asked): string {
  if (question.kind === 'matrix') return question.columns;
  return 'list' in question ? question.list : '';
}
