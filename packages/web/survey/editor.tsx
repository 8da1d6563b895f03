import { useState } from 'react';
import { libraryOf, withLibraryQuestion, type Instrument } from '@freehold/core/survey';
import { shippedInstruments } from '@freehold/core/survey/shipped';
import { Button } from '../parts/button.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { addQuestion, addSection, changeSection, plainKinds, type PlainKind } from './editing.ts';
import { QuestionEditor } from './question-editor.tsx';
import { kindWords } from './words.ts';

/** A draft in one language at a time: its texts, its sections and their questions in order. */
export function Editor({
  instrument,
  onChange,
}: {
  instrument: Instrument;
  onChange: (next: Instrument) => void;
}) {
  const [language, setLanguage] = useState(instrument.languages[0]?.code ?? 'en');
  const words = (key: 'title' | 'purpose' | 'consent') => (text: string) =>
    onChange({ ...instrument, [key]: { ...instrument[key], [language]: text } });
  return (
    <div className="stack-wide">
      <div className="row">
        <Choice
          label="Language"
          value={language}
          options={instrument.languages.map(({ code, name }) => [code, name])}
          onChange={setLanguage}
        />
        <NewLanguage instrument={instrument} onChange={onChange} />
      </div>
      <section className="stack survey-form">
        <TextField
          label="Title"
          maxLength={200}
          value={instrument.title[language] ?? ''}
          onChange={words('title')}
        />
        <TextArea
          label="What it is for"
          value={instrument.purpose[language] ?? ''}
          onChange={words('purpose')}
        />
        <TextArea
          label="What respondents agree to"
          hint="Who sees what, what is shown of it, and how to take answers out again."
          value={instrument.consent[language] ?? ''}
          onChange={words('consent')}
        />
        <label className="option">
          <input
            type="checkbox"
            checked={instrument.confidential}
            onChange={({ target }) => onChange({ ...instrument, confidential: target.checked })}
          />
          <span>In confidence: no single answer is ever shown</span>
        </label>
      </section>
      {instrument.sections.map((section, at) => (
        <section key={section.code} className="stack">
          <h2>{section.title[language] ?? section.code}</h2>
          <div className="survey-form stack-tight">
            <TextField
              label="Title of the section"
              value={section.title[language] ?? ''}
              onChange={(text) =>
                onChange(
                  changeSection(instrument, at, { title: { ...section.title, [language]: text } }),
                )
              }
            />
            <TextField
              label="Asked if"
              hint="Empty is always. Such as: ${q1} = 'yes'"
              value={section.shownIf}
              onChange={(shownIf) => onChange(changeSection(instrument, at, { shownIf }))}
            />
          </div>
          {section.questions.map((question, index) => (
            <QuestionEditor
              key={index}
              instrument={instrument}
              at={{ section: at, question: index }}
              question={question}
              language={language}
              onChange={onChange}
            />
          ))}
          <AddQuestion instrument={instrument} section={at} onChange={onChange} />
        </section>
      ))}
      <div>
        <Button onClick={() => onChange(addSection(instrument))}>Add a section</Button>
      </div>
    </div>
  );
}

function NewLanguage({
  instrument,
  onChange,
}: {
  instrument: Instrument;
  onChange: (next: Instrument) => void;
}) {
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const fits =
    /^[a-z][a-z0-9-]*$/.test(code) &&
    name.trim() !== '' &&
    !instrument.languages.some((each) => each.code === code);
  return (
    <details className="survey-add">
      <summary>Add a language</summary>
      <div className="row">
        <TextField label="Name" value={name} onChange={setName} />
        <TextField label="Code" hint="Such as cy" value={code} onChange={setCode} />
        <Button
          disabled={!fits}
          onClick={() => {
            onChange({
              ...instrument,
              languages: [...instrument.languages, { code, name: name.trim() }],
            });
            setName('');
            setCode('');
          }}
        >
          Add it
        </Button>
      </div>
    </details>
  );
}

const library = libraryOf(shippedInstruments);

function AddQuestion({
  instrument,
  section,
  onChange,
}: {
  instrument: Instrument;
  section: number;
  onChange: (next: Instrument) => void;
}) {
  const [kind, setKind] = useState<PlainKind>('text');
  const [wanted, setWanted] = useState('');
  const ready = library.find(({ question }) => question.code === wanted);
  const code = instrument.sections[section]?.code ?? '';
  return (
    <div className="row">
      <Choice
        label="New question"
        value={kind}
        options={plainKinds.map((each) => [each, kindWords[each]])}
        onChange={setKind}
      />
      <Button onClick={() => onChange(addQuestion(instrument, section, kind))}>Add it</Button>
      <Choice
        label="From the library"
        value={wanted}
        options={[
          ['', 'Choose a question'],
          ...library.map(
            ({ question, from }) =>
              [question.code, `${question.label.en ?? question.code} (${from})`] as const,
          ),
        ]}
        onChange={setWanted}
      />
      <Button
        disabled={ready === undefined}
        onClick={() => {
          if (ready !== undefined) onChange(withLibraryQuestion(instrument, code, ready));
          setWanted('');
        }}
      >
        Take it over
      </Button>
    </div>
  );
}
