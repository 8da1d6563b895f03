import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { targetsFrom } from '@freehold/core/survey';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice, Field, TextArea } from '../parts/field.tsx';
import { textOf } from '../parts/file-text.ts';
import { Problems, whereWords } from '../parts/problems.tsx';
import { count, list, problemSentence } from '../words.ts';
import { wavesChanged, type WaveAt } from './calls.ts';

type Of = 'organisations' | 'partnerships';

/** Adds whom a wave asks from pasted lines or a CSV file: first a look, then it is kept. */
export function AddTargets({ at, first }: { at: WaveAt; first: boolean }) {
  const [text, setText] = useState('');
  const [of, setOf] = useState<Of>('organisations');
  const { targets, problems } = targetsFrom(text);
  const send = useMutation({
    mutationFn: (dryRun: boolean) =>
      got(
        api.partnerships[':partnership']['survey-waves'][':wave'].targets.$post({
          param: at,
          json: {
            ...{ of, dryRun },
            targets: targets.map(({ label, contact, email, language }) => ({
              ...{ label, contact, email, language },
            })),
          },
        }),
      ),
    onSuccess: async (_, dryRun) => {
      if (dryRun) return;
      setText('');
      await wavesChanged(at.partnership);
    },
  });
  const looked = send.data !== undefined && send.variables === true ? send.data : null;
  const change = (next: string) => {
    setText(next);
    send.reset();
  };
  return (
    <details className="survey-add" open={first}>
      <summary>Add whom it asks</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(looked === null);
        }}
      >
        <Choice
          label="They are"
          value={of}
          options={[
            ['organisations', 'Organisations'],
            ['partnerships', 'Partnerships'],
          ]}
          onChange={(next) => {
            setOf(next);
            send.reset();
          }}
        />
        <TextArea
          label="One a line: name, e-mail, language"
          hint="E-mail and language may be left out. Or begin with a line of titles: organisation, contact, e-mail, language."
          value={text}
          onChange={change}
        />
        <Field label="Or a CSV file">
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              accept=".csv,.txt"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) void textOf(file).then(change);
              }}
            />
          )}
        </Field>
        {text !== '' && problems.length > 0 && (
          <ul className="wrong">
            {problems.map((each, index) => (
              <li key={`${each.code}-${index}`}>
                {whereWords(each)}
                {problemSentence(each.code, each.details)}
              </li>
            ))}
          </ul>
        )}
        {looked !== null && (
          <p role="status">
            {count(looked.added, 'is', 'are')} new
            {looked.already.length > 0 && `; asked already: ${list(looked.already)}`}
            {looked.newNames.length > 0 &&
              `. The directory does not know ${list(looked.newNames)}${of === 'organisations' ? '; they are added to it' : ''}`}
            .
          </p>
        )}
        <Problems error={send.error} />
        <div className="row">
          <Button type="submit" disabled={send.isPending || targets.length === 0}>
            {looked === null
              ? `Look at ${count(targets.length, 'line', 'lines')}`
              : `Add ${looked.added}`}
          </Button>
        </div>
      </form>
    </details>
  );
}
