import { useQuery } from '@tanstack/react-query';
import { choicesIn, questionsOf, say, type Instrument } from '@freehold/core/survey';
import { Figure } from '../parts/number.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Loading, Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, day, percent } from '../words.ts';
import { resultsQuery, type Result, type Results, type WaveAt, type WavePage } from './calls.ts';

/** What each question gave, section by section, with n and what was not answered. */
export function ResultsView({ at, wave }: { at: WaveAt; wave: WavePage }) {
  const { data, error } = useQuery(resultsQuery(at));
  if (data === undefined)
    return error === null ? <Loading what="the results" /> : <Problems error={error} />;
  const { instrument } = data;
  const languages = instrument.languages.map(({ code }) => code);
  return (
    <>
      <p>
        {count(data.sets, 'answer set counts', 'answer sets count')}, of{' '}
        {count(data.targets, 'respondent', 'respondents')} asked; {data.finished} have finished. As
        of {day(data.asOf)}.
        {wave.mayCleanUp && (
          <>
            {' '}
            <a
              className={buttonClass('quiet')}
              href={`/api/partnerships/${at.partnership}/survey-waves/${at.wave}/answers.csv`}
              download
            >
              Answers as CSV
            </a>
          </>
        )}
      </p>
      {data.blocks.length > 0 && <Blocks data={data} languages={languages} />}
      {instrument.sections.map((section) => {
        const codes = new Set(
          questionsOf(instrument)
            .filter((each) => each.section.code === section.code)
            .map(({ question }) => question.code),
        );
        const rows = data.results.filter(({ code }) => codes.has(code));
        return rows.length === 0 ? null : (
          <Table
            key={section.code}
            caption={say(section.title, languages)}
            rows={rows}
            rowKey={({ code, row }) => `${code} ${row}`}
            stacks
            columns={[
              {
                title: 'Question',
                heads: true,
                cell: (result) => questionWords(instrument, result, languages),
              },
              {
                title: 'Answered',
                figure: true,
                cell: ({ n, asked }) => (asked === 0 ? '– not asked' : `${n} of ${asked}`),
              },
              {
                title: 'What was said',
                cell: (result) => (
                  <Said
                    instrument={instrument}
                    result={result}
                    languages={languages}
                    state={wave.state}
                  />
                ),
              },
            ]}
          />
        );
      })}
      <Method>
        <p>
          Only questions that a respondent was shown count as asked. Shares are of those who
          answered; where several choices are possible they may add up to more than all. Answer sets
          that were merged or removed in the clean-up do not count.
        </p>
        <p>
          Of what is asked in confidence, nothing shows while the wave is open, and after it closes
          only what at least five respondents gave together. That is worked out once, over everybody
          who had finished: [c] stands where there were fewer.
        </p>
      </Method>
    </>
  );
}

function Blocks({ data, languages }: { data: Results; languages: readonly string[] }) {
  return (
    <Table
      caption="Share of answers that are not fully positive: “no”, “to some extent”, “undecided”, “disagree”"
      rows={data.blocks}
      rowKey={({ section }) => section}
      stacks
      columns={[
        {
          title: 'Block',
          heads: true,
          cell: ({ section }) =>
            say(
              data.instrument.sections.find(({ code }) => code === section)?.title ?? {},
              languages,
            ),
        },
        {
          title: 'Not fully positive',
          cell: ({ notFullyPositive, respondents }) => (
            <Figure
              value={notFullyPositive === null ? null : notFullyPositive * 100}
              decimals={0}
              unit="%"
              n={respondents}
              nOf={['respondent', 'respondents']}
              suppressed={notFullyPositive === null}
            />
          ),
        },
      ]}
    />
  );
}

/** The wording of a question, or of a matrix's row with its question. */
export function questionWords(
  instrument: Instrument,
  { code, row }: Pick<Result, 'code' | 'row'>,
  languages: readonly string[],
): string {
  const question = questionsOf(instrument).find((each) => each.question.code === code)?.question;
  if (question === undefined) return code;
  const label = say(question.label, languages);
  if (question.kind !== 'matrix' || row === '') return label;
  const found = choicesIn(instrument, question.rows).find((each) => each.code === row);
  return found === undefined ? label : `${label} ${say(found.label, languages)}`;
}

/** From the least to the most that was said; null where that would be single answers in confidence. */
export function rangeOf({
  least,
  most,
}: NonNullable<Result['spread']>): readonly [number, number] | null {
  return least === null || most === null ? null : [least, most];
}

/** One result in as little room as it needs: a mean, shares, or the texts. */
export function Said({
  instrument,
  result,
  languages,
  state,
}: {
  instrument: Instrument;
  result: Result;
  languages: readonly string[];
  state: 'draft' | 'open' | 'closed';
}) {
  if (result.n === 0) return <>– nobody has answered</>;
  if (result.suppressed && state !== 'closed')
    return <span className="soft">asked in confidence; shown once the wave has closed</span>;
  if (result.suppressed) return <Figure value={null} suppressed n={result.respondents} />;
  const question = questionsOf(instrument).find(
    ({ question: each }) => each.code === result.code,
  )?.question;
  const choices =
    question === undefined || !('list' in question || question.kind === 'matrix')
      ? []
      : choicesIn(instrument, question.kind === 'matrix' ? question.columns : question.list);
  return (
    <>
      {result.spread !== null && (
        <Figure
          value={result.spread.mean}
          interval={rangeOf(result.spread)}
          n={result.respondents}
          nOf={['respondent', 'respondents']}
        />
      )}
      {result.tallies !== null && (
        <ul className="survey-tallies">
          {result.tallies
            .filter(({ n }) => n > 0)
            .map(({ code, n, share }) => {
              const choice = choices.find((each) => each.code === code);
              return (
                <li key={code}>
                  <span>{choice === undefined ? code : say(choice.label, languages)}</span>
                  <meter min={0} max={1} value={share} aria-hidden="true" />
                  <span className="figure">
                    {percent(share)} · {n}
                  </span>
                </li>
              );
            })}
        </ul>
      )}
      {result.texts !== null && (
        <details>
          <summary>{count(result.texts.length, 'text', 'texts')}</summary>
          <ul>
            {result.texts.map((text, at) => (
              <li key={`${at} ${text}`}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {result.tallies === null && result.spread === null && result.texts === null && (
        <span className="soft">{count(result.n, 'answer', 'answers')}</span>
      )}
    </>
  );
}
