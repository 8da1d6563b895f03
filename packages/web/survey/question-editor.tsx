import { choicesIn, listNames, type Instrument, type Question } from '@freehold/core/survey';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { changeQuestion, choicesFromLines, moveQuestion, removeQuestion } from './editing.ts';
import { kindWords } from './words.ts';

/** One question of a draft, folded away until it is worked on. */
export function QuestionEditor({
  instrument,
  at,
  question,
  language,
  onChange,
}: {
  instrument: Instrument;
  at: { readonly section: number; readonly question: number };
  question: Question;
  language: string;
  onChange: (next: Instrument) => void;
}) {
  const change = (
    part: Partial<
      Pick<Question, 'code' | 'label' | 'hint' | 'required' | 'shownIf' | 'constraint'>
    >,
  ) => onChange(changeQuestion(instrument, at, { ...question, ...part }));
  const label = question.label[language] ?? '';
  return (
    <details className="survey-edit" open={label === ''}>
      <summary>
        {label === '' ? 'A new question' : label}{' '}
        <span className="soft small">
          {question.code} · {kindWords[question.kind]}
        </span>
      </summary>
      <div className="stack survey-form">
        <TextArea
          label="Question"
          value={label}
          onChange={(text) => change({ label: { ...question.label, [language]: text } })}
        />
        <TextField
          label="Hint"
          value={question.hint[language] ?? ''}
          onChange={(text) => change({ hint: { ...question.hint, [language]: text } })}
        />
        <TextField
          label="Code"
          hint="What exports and conditions call it."
          value={question.code}
          onChange={(code) => change({ code })}
        />
        <TextField
          label="Asked if"
          hint="Empty is always. Such as: ${q1} = 'yes', or selected(${q2}, 'beds')"
          value={question.shownIf}
          onChange={(shownIf) => change({ shownIf })}
        />
        <TextField
          label="An answer must make this true"
          hint="Empty takes any. The answer is a full stop, such as: . <= today()"
          value={question.constraint}
          onChange={(constraint) => change({ constraint })}
        />
        <label className="option">
          <input
            type="checkbox"
            checked={question.required}
            onChange={({ target }) => change({ required: target.checked })}
          />
          <span>An answer is needed to finish</span>
        </label>
        {listNames(question).map((list) => (
          <TextArea
            key={list}
            label={`Choices (${list})`}
            hint="One a line: code, text."
            value={choicesIn(instrument, list)
              .map((choice) => `${choice.code}, ${choice.label[language] ?? ''}`)
              .join('\n')}
            onChange={(lines) => onChange(choicesFromLines(instrument, list, lines, language))}
          />
        ))}
        <div className="row">
          <Button onClick={() => onChange(moveQuestion(instrument, at, -1))}>
            Up<span className="unseen">: {label}</span>
          </Button>
          <Button onClick={() => onChange(moveQuestion(instrument, at, 1))}>
            Down<span className="unseen">: {label}</span>
          </Button>
          <Button tone="quiet" onClick={() => onChange(removeQuestion(instrument, at))}>
            Take it out<span className="unseen">: {label}</span>
          </Button>
        </div>
      </div>
    </details>
  );
}
