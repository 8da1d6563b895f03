import { problemsOfAsked, type Asked, type AnswerValue } from '@freehold/core/survey';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { problemSentence } from '../words.ts';
import { Choices } from './choices.tsx';
import { FileAnswer } from './file-answer.tsx';
import { useSay } from './said.tsx';
import type { Way } from './way.ts';

/** One question with its hint, its input by kind, and what does not fit. */
export function AskedQuestion({ asked, ...way }: Way & { asked: Asked }) {
  const say = useSay();
  const id = useId();
  const { question, key } = asked;
  const { answers } = way;
  const value = answers.all[key] ?? null;
  const label = say(question.label);
  const hint = say(question.hint);
  if (question.kind === 'note') return <p className="survey-note">{label}</p>;
  const grouped =
    question.kind === 'single' || question.kind === 'multiple' || question.kind === 'rating';
  const wrong = useWrong(asked, way);
  const head = (
    <>
      {label}
      {question.required && <span className="soft"> (needed)</span>}
    </>
  );
  const body = (
    <>
      {hint !== '' && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {answers.state.overtaken.has(key) && (
        <p className="small soft">A later answer from another device is shown here.</p>
      )}
      <Input id={id} asked={asked} value={value} way={way} described={`${id}-hint ${id}-wrong`} />
      {wrong !== '' && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </>
  );
  return grouped ? (
    <fieldset className="answer survey-question">
      <legend>{head}</legend>
      {body}
    </fieldset>
  ) : (
    <div className="survey-question">
      <label htmlFor={id}>{head}</label>
      {body}
    </div>
  );
}

/** What does not fit in an answer that is there; a missing one is said at the end. */
function useWrong(asked: Asked, { page, answers, setting }: Way): string {
  const say = useSay();
  const [problem] = problemsOfAsked(page.instrument, asked, answers.all, setting);
  const [refused] = answers.state.refused.get(asked.key) ?? [];
  const found = problem?.code === 'answer-needed' ? refused : (problem ?? refused);
  if (found === undefined) return '';
  const own = say(asked.question.constraintWords);
  return found.code === 'constraint' && own !== ''
    ? own
    : problemSentence(found.code, found.details);
}

function Input({
  id,
  asked,
  value,
  way,
  described,
}: {
  id: string;
  asked: Asked;
  value: AnswerValue | null;
  way: Way;
  described: string;
}): ReactNode {
  const { question, key } = asked;
  const { edit } = way.answers;
  const text = typeof value === 'string' ? value : '';
  const wiring = { id, 'aria-describedby': described, className: 'input' };
  switch (question.kind) {
    case 'text':
      return question.long ? (
        <textarea
          {...wiring}
          value={text}
          onChange={({ target }) => edit(key, orNull(target.value))}
        />
      ) : (
        <input
          {...wiring}
          value={text}
          onChange={({ target }) => edit(key, orNull(target.value))}
        />
      );
    case 'date':
      return (
        <input
          {...wiring}
          type="date"
          value={text}
          onChange={({ target }) => edit(key, orNull(target.value))}
        />
      );
    case 'number':
      return (
        <NumberInput
          wiring={wiring}
          value={typeof value === 'number' ? value : null}
          unit={question.unit}
          onChange={(next) => edit(key, next)}
        />
      );
    case 'single':
    case 'multiple':
    case 'rating':
      return <Choices asked={asked} value={value} way={way} described={described} />;
    case 'file':
      return <FileAnswer id={id} asked={asked} way={way} />;
    case 'roster':
      return <Entries asked={asked} value={value} way={way} />;
    case 'matrix':
    case 'note':
      return null;
  }
}

/** What is typed stays as typed while it is no number yet. */
function NumberInput({
  wiring,
  value,
  unit,
  onChange,
}: {
  wiring: { readonly id: string; readonly 'aria-describedby': string; readonly className: string };
  value: number | null;
  unit: string;
  onChange: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  return (
    <span className="row tight">
      <input
        {...wiring}
        type="number"
        step="any"
        inputMode="decimal"
        value={Number(typed) === value || value === null ? typed : String(value)}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(target.value === '' ? null : Number(target.value));
        }}
      />
      {unit !== '' && <span>{unit}</span>}
    </span>
  );
}

/** The entries of a roster that a respondent fills: each gets its own page. */
function Entries({ asked, value, way }: { asked: Asked; value: AnswerValue | null; way: Way }) {
  const ids = Array.isArray(value) ? value : [];
  const most = asked.question.kind === 'roster' ? asked.question.most : 1;
  const next = String(1 + Math.max(0, ...ids.map(Number)));
  return (
    <div className="stack-tight">
      <ul className="survey-entries">
        {ids.map((id, at) => (
          <li key={id} className="row">
            Entry {at + 1}
            <Button
              tone="quiet"
              onClick={() =>
                way.answers.edit(
                  asked.key,
                  ids.filter((each) => each !== id),
                )
              }
            >
              Take it out<span className="unseen"> (entry {at + 1})</span>
            </Button>
          </li>
        ))}
      </ul>
      {ids.length < most && (
        <div>
          <Button onClick={() => way.answers.edit(asked.key, [...ids, next])}>
            {ids.length === 0 ? 'Add one' : 'Add another'}
          </Button>
        </div>
      )}
    </div>
  );
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
