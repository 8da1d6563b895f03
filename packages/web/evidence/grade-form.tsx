import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Verdict, type Given, type Study } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { evidenceChanged, giveGrade, settleGrade } from './calls.ts';
import { givenWords, type GradeOn } from './grade-words.ts';
import { marylandWords, scaleWords, verdictWords } from './words.ts';

/** Grades a study on one scale, or settles what raters differ about. */
export function GradeForm({
  partnership,
  study,
  on,
  settle,
  onClose,
}: {
  partnership: string;
  study: Study;
  on: GradeOn;
  settle: boolean;
  onClose: () => void;
}) {
  const [given, setGiven] = useState<Given>(() => begin(on));
  const [note, setNote] = useState('');
  const at = { partnership, study: study.id };
  const { scale, outcome } = on;
  const save = useMutation({
    mutationFn: () =>
      settle
        ? settleGrade(at, { scale, outcome, given, reason: note })
        : giveGrade(at, { scale, outcome, given, note }),
    onSuccess: async () => {
      await evidenceChanged(partnership);
      onClose();
    },
  });
  return (
    <Dialog title={`${settle ? 'Settle' : 'Grade'}: ${scaleWords[scale]}`} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p className="small soft">{study.title}</p>
        <Scale given={given} onChange={setGiven} />
        <p role="status">
          This comes to: <span className="strong">{givenWords(given)}</span>
        </p>
        <TextArea
          label={settle ? 'Why it is so' : 'What you saw'}
          hint={
            settle
              ? 'Needed; your name stands beside it.'
              : 'The page or table, so that another can look.'
          }
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {settle ? 'Settle it' : 'Save my grade'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Scale({ given, onChange }: { given: Given; onChange: (given: Given) => void }) {
  switch (given.scale) {
    case 'maryland':
      return (
        <Choice
          label="Design"
          value={String(given.value)}
          options={marylandWords.map((words, at) => [String(at), `${at}: ${words}`] as const)}
          onChange={(value) => onChange({ ...given, value: Number(value) })}
        />
      );
    case 'nesta':
      return (
        <Choice
          label="Level"
          value={String(given.value)}
          options={nestaWords.map((words, at) => [String(at + 1), `${at + 1}: ${words}`] as const)}
          onChange={(value) => onChange({ ...given, value: Number(value) })}
        />
      );
    case 'verdict':
      return (
        <Choice
          label="What it says"
          value={given.value}
          options={Verdict.options.map((each) => [each, verdictWords[each]] as const)}
          onChange={(value) => onChange({ ...given, value })}
        />
      );
    case 'weight':
      return (
        <>
          {weights.map(([key, label]) => (
            <Choice
              key={key}
              label={label}
              value={given.value[key]}
              options={[
                ['high', 'High'],
                ['medium', 'Medium'],
                ['low', 'Low'],
              ]}
              onChange={(value) => onChange({ ...given, value: { ...given.value, [key]: value } })}
            />
          ))}
        </>
      );
    case 'amstar':
      return (
        <>
          {flaws.map(([key, label, most]) => (
            <Steps
              key={key}
              label={label}
              from={0}
              to={most}
              value={given.value[key]}
              onChange={(value) => onChange({ ...given, value: { ...given.value, [key]: value } })}
            />
          ))}
        </>
      );
    case 'grade':
      return (
        <>
          <Choice
            label="It starts at"
            value={given.value.start}
            options={[
              ['trials', 'High: randomised trials'],
              ['observational', 'Low: observational studies'],
            ]}
            onChange={(start) => onChange({ ...given, value: { ...given.value, start } })}
          />
          {reasons.map(([key, label, from, to]) => (
            <Steps
              key={key}
              {...{ label, from, to }}
              value={given.value[key]}
              onChange={(value) => onChange({ ...given, value: { ...given.value, [key]: value } })}
            />
          ))}
        </>
      );
  }
}

function Steps({
  label,
  from,
  to,
  value,
  onChange,
}: {
  label: string;
  from: number;
  to: number;
  value: number;
  onChange: (value: number) => void;
}) {
  const steps = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return (
    <Choice
      label={label}
      value={String(value)}
      options={steps.map(
        (each) => [String(each), each > 0 && from < 0 ? `+${each}` : String(each)] as const,
      )}
      onChange={(next) => onChange(Number(next))}
    />
  );
}

const nestaWords = [
  'a plausible account of change',
  'data that show change',
  'causes shown with a comparison group',
  'shown again, independently',
  'manuals and systems for carrying it elsewhere (wording UNVERIFIED)',
];
const weights = [
  ['a', 'A: how sound it is'],
  ['b', 'B: how well its design fits the question'],
  ['c', 'C: how relevant it is here'],
] as const;
const flaws = [
  ['criticalFlaws', 'Critical flaws, of seven items', 7],
  ['otherWeaknesses', 'Other weaknesses, of nine items', 9],
] as const;
const reasons = [
  ['riskOfBias', 'Risk of bias', -2, 0],
  ['inconsistency', 'Inconsistency', -1, 0],
  ['indirectness', 'Indirectness', -2, 0],
  ['imprecision', 'Imprecision', -2, 0],
  ['publicationBias', 'Publication bias', -1, 0],
  ['largeEffect', 'Large effect', 0, 2],
  ['doseResponse', 'Dose and response', 0, 1],
  ['confounding', 'Confounding that would hide an effect', 0, 1],
] as const;

/** Where a form begins; another's grade is never where one starts from. */
function begin({ scale, outcome }: GradeOn): Given {
  switch (scale) {
    case 'maryland':
      return { scale, value: 0 };
    case 'nesta':
      return { scale, value: 1 };
    case 'verdict':
      return { scale, value: 'unknown' };
    case 'weight':
      return { scale, value: { a: 'medium', b: 'medium', c: 'medium' } };
    case 'amstar':
      return { scale, value: { criticalFlaws: 0, otherWeaknesses: 0 } };
    case 'grade':
      return {
        ...{ scale, outcome },
        value: {
          ...{ start: 'observational', riskOfBias: 0, inconsistency: 0, indirectness: 0 },
          ...{
            imprecision: 0,
            publicationBias: 0,
            largeEffect: 0,
            doseResponse: 0,
            confounding: 0,
          },
        },
      };
  }
}
