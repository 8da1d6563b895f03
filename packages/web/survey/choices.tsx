import { choicesOf, type Asked, type AnswerValue } from '@freehold/core/survey';
import { useSay } from './said.tsx';
import type { Way } from './way.ts';

/** The choices of a question as large buttons, or as a closed list where its author wants that or there are many. */
export function Choices({
  asked,
  value,
  way: { page, answers, setting },
  described,
}: {
  asked: Asked;
  value: AnswerValue | null;
  way: Way;
  described: string;
}) {
  const say = useSay();
  const { question, key } = asked;
  const choices = choicesOf(page.instrument, asked, answers.all, setting);
  const chosen = Array.isArray(value) ? value : value === null ? [] : [String(value)];
  if (question.kind === 'single' && (question.minimal || choices.length > 15))
    return (
      <select
        className="input"
        aria-label={say(question.label)}
        aria-describedby={described}
        value={chosen[0] ?? ''}
        onChange={({ target }) => answers.edit(key, target.value === '' ? null : target.value)}
      >
        <option value="">No answer</option>
        {choices.map(({ code, label }) => (
          <option key={code} value={code}>
            {say(label)}
          </option>
        ))}
      </select>
    );
  const several = question.kind === 'multiple';
  const toggle = (code: string) => {
    const next = chosen.includes(code)
      ? chosen.filter((each) => each !== code)
      : choices.map((each) => each.code).filter((each) => each === code || chosen.includes(each));
    answers.edit(key, next.length === 0 ? null : next);
  };
  return (
    <>
      <div className={choices.length > 8 ? 'choices survey-dense' : 'choices'}>
        {choices.map(({ code, label }) => (
          <label key={code} className="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={key}
              value={code}
              checked={chosen.includes(code)}
              onChange={() => (several ? toggle(code) : answers.edit(key, code))}
            />
            <span className={several ? 'mark square' : 'mark'} aria-hidden="true">
              {question.kind === 'rating' ? code : chosen.includes(code) ? '✓' : ''}
            </span>
            <span className="says">
              <span className="survey-choice">{say(label)}</span>
            </span>
          </label>
        ))}
      </div>
      {chosen.length > 0 && !several && (
        <button type="button" className="clear" onClick={() => answers.edit(key, null)}>
          Take my answer back
        </button>
      )}
    </>
  );
}
