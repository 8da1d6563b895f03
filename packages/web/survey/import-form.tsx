import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { Instrument, questionsOf, say } from '@freehold/core/survey';
import { queries, Refusal, refusal } from '../api.ts';
import { PartnersFrame } from '../directory/frame.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems, whereWords } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, list, problemSentence } from '../words.ts';
import { instrumentsQuery } from './calls.ts';
import { kindWords } from './words.ts';
import '../look/survey.css';

const Line = z.object({
  code: z.string(),
  where: z
    .object({
      sheet: z.string().optional(),
      row: z.number().optional(),
      column: z.string().optional(),
      path: z.string().optional(),
    })
    .optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
type Line = z.infer<typeof Line>;
const Imported = z.object({
  id: z.string().nullable(),
  instrument: Instrument.nullable(),
  notes: z.array(Line),
  problems: z.array(Line),
});
type Imported = z.infer<typeof Imported>;

/** Brings an XLSForm in: first a look at what it gives and what is left out, then it is kept as a draft. */
export function ImportForm() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/surveys/import' });
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const look = useMutation({ mutationFn: (each: File) => send(partnership, each, 'no') });
  const keep = useMutation({
    mutationFn: (each: File) => send(partnership, each, 'yes'),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries(instrumentsQuery(partnership));
      if (id !== null)
        await navigate({
          to: '/p/$partnership/partners/surveys/instruments/$instrument',
          params: { partnership, instrument: id },
        });
    },
  });
  const found = look.data;
  return (
    <PartnersFrame
      partnership={partnership}
      here="Bring in an XLSForm"
      title={titleOf(found)}
      lede="An XLSForm is a workbook with the sheets survey, choices and settings, as KoboToolbox, ODK and others write it. Nothing is kept before you have looked."
    >
      <Field label="XLSX file" hint="Up to 10 MB.">
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".xlsx"
            onChange={({ target }) => {
              const next = target.files?.[0] ?? null;
              setFile(next);
              if (next !== null) look.mutate(next);
            }}
          />
        )}
      </Field>
      {look.isPending && (
        <p className="soft" role="status">
          Reading {file?.name} …
        </p>
      )}
      <Problems error={look.error ?? keep.error} />
      {found !== undefined && found.problems.length > 0 && (
        <Notice tone="bad" title="This form cannot be read; mend it and choose it again">
          <Lines lines={found.problems} />
        </Notice>
      )}
      {found?.instrument && (
        <>
          {found.notes.length > 0 && (
            <Notice
              tone="warn"
              title={`${count(found.notes.length, 'thing is', 'things are')} left out or read differently`}
            >
              <Lines lines={found.notes} />
            </Notice>
          )}
          <div className="row">
            <Button
              tone="primary"
              disabled={keep.isPending || file === null}
              onClick={() => file !== null && keep.mutate(file)}
            >
              Keep it as a draft
            </Button>
            <span className="soft small">
              In {list(found.instrument.languages.map(({ name }) => name))}.
            </span>
          </div>
          <Preview instrument={found.instrument} />
        </>
      )}
    </PartnersFrame>
  );
}

function titleOf(found: Imported | undefined): string {
  if (found === undefined) return 'Bring in an XLSForm';
  if (found.instrument === null)
    return `${count(found.problems.length, 'thing stops', 'things stop')} this form`;
  const asked = questionsOf(found.instrument).filter(({ question }) => question.kind !== 'note');
  return `The form has ${count(asked.length, 'question', 'questions')}${found.notes.length === 0 ? ', and all of it can be read' : ''}`;
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="survey-lines">
      {lines.slice(0, 100).map((line, at) => (
        <li key={`${line.code}-${at}`}>
          {whereWords(line)}
          {problemSentence(line.code, line.details)}
        </li>
      ))}
      {lines.length > 100 && <li>… and {lines.length - 100} more.</li>}
    </ul>
  );
}

function Preview({ instrument }: { instrument: Instrument }) {
  const languages = instrument.languages.map(({ code }) => code);
  return (
    <Table
      caption="What it asks"
      rows={questionsOf(instrument)}
      rowKey={({ question }) => question.code}
      stacks
      columns={[
        { title: 'Question', heads: true, cell: ({ question }) => say(question.label, languages) },
        { title: 'Code', cell: ({ question }) => <code>{question.code}</code> },
        { title: 'Kind', cell: ({ question }) => kindWords[question.kind] },
        { title: 'Asked if', cell: ({ question }) => question.shownIf || 'always' },
      ]}
    />
  );
}

async function send(partnership: string, file: File, keep: 'yes' | 'no'): Promise<Imported> {
  const response = await fetch(
    `/api/partnerships/${partnership}/survey-instruments/import?keep=${keep}`,
    {
      method: 'POST',
      body: file,
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name),
      },
    },
  ).catch(() => {
    throw new Refusal(0, [{ code: 'offline' }]);
  });
  if (!response.ok) throw await refusal(response);
  return Imported.parse(await response.json());
}
