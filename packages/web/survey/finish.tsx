import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isAnswered, problemsOfAnswer, type Asked } from '@freehold/core/survey';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, problemSentence } from '../words.ts';
import { surveyQuery } from './calls.ts';
import { useSay } from './said.tsx';
import { done } from './steps.ts';
import type { Way } from './way.ts';

/** The look over everything before one says that one has finished. */
export function Finish({ token, page, answers, steps, setting }: Way) {
  const say = useSay();
  const wrong = problemsOfAnswer(page.instrument, answers.all, setting);
  const asked = steps.flatMap((step) => step.asked);
  const finish = useMutation({
    mutationFn: (finished: boolean) =>
      got(api.survey[':token'].finish.$post({ param: { token }, json: { finished } })),
    onSuccess: () => queries.invalidateQueries(surveyQuery(token)),
  });
  const { waiting } = answers.state;
  const finished = page.respondent.finishedAt !== null;
  return (
    <Page title={finished ? 'You have finished; thank you' : titleOf(steps, answers.all)}>
      {finished && (
        <Notice tone="good">
          <p>
            You can still change answers until the survey closes. After that, the same link shows
            what all said together.
          </p>
        </Notice>
      )}
      {wrong.length > 0 && (
        <Notice
          tone="warn"
          title={`${count(wrong.length, 'thing needs', 'things need')} mending first`}
        >
          <ul>
            {wrong.map(({ code, details, where }) => {
              const at = asked.find(({ key }) => key === where?.path);
              return (
                <li key={where?.path}>
                  {at !== undefined && (
                    <AskedLink
                      token={token}
                      asked={at}
                      steps={steps}
                      words={say(at.question.label)}
                    />
                  )}{' '}
                  {problemSentence(code, details)}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      <ul className="survey-parts">
        {steps.map((step) => {
          const { n, of } = done(step, answers.all);
          return (
            <li key={step.id}>
              <Link to="/survey/$token" params={{ token }} search={{ at: step.id }}>
                {step.instance?.name || say(step.section.title)}
              </Link>
              <span className="soft small">{of === 0 ? 'to read' : `${n} of ${of}`}</span>
            </li>
          );
        })}
      </ul>
      <Problems error={finish.error} />
      <div className="row">
        {finished ? (
          <Button disabled={finish.isPending} onClick={() => finish.mutate(false)}>
            I have not finished after all
          </Button>
        ) : (
          <Button
            tone="primary"
            disabled={finish.isPending || wrong.length > 0 || waiting.length > 0}
            onClick={() => finish.mutate(true)}
          >
            I have finished
          </Button>
        )}
        {waiting.length > 0 && (
          <span className="soft small">
            {count(waiting.length, 'answer is', 'answers are')} still on the way; you can finish
            once they are saved.
          </span>
        )}
      </div>
    </Page>
  );
}

function titleOf(steps: Way['steps'], answers: Way['answers']['all']): string {
  const open = steps
    .flatMap(({ asked }) => asked)
    .filter(({ question, key }) => question.kind !== 'note' && !isAnswered(answers[key])).length;
  return open === 0
    ? 'Everything is answered'
    : `${count(open, 'question is', 'questions are')} still open; you may leave them so`;
}

function AskedLink({
  token,
  asked,
  steps,
  words,
}: {
  token: string;
  asked: Asked;
  steps: Way['steps'];
  words: string;
}) {
  const step = steps.find((each) => each.asked.some(({ key }) => key === asked.key));
  return step === undefined ? (
    <span>{words}</span>
  ) : (
    <Link to="/survey/$token" params={{ token }} search={{ at: step.id }}>
      {asked.instance?.name ? `${asked.instance.name}: ${words}` : words}
    </Link>
  );
}
