import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { outcomes, Study } from '@freehold/core/evidence';
import { mechanisms, shippedTypes } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { addStudy, changeStudy, evidenceChanged, type WrittenStudy } from './calls.ts';
import { CodeTicks } from './code-ticks.tsx';
import { FindingRows } from './finding-rows.tsx';
import { readWords } from './words.ts';

/** Adds a study, or changes what is known of one; grades are given on the study's own page. */
export function StudyForm({
  partnership,
  study,
  onClose,
}: {
  partnership: string;
  study: Study | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<WrittenStudy>(() => begin(study));
  const set = (change: Partial<WrittenStudy>) => setFields((before) => ({ ...before, ...change }));
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: async () =>
      study === null
        ? (await addStudy(partnership, fields)).id
        : (await changeStudy(partnership, study.id, fields)).id,
    onSuccess: async (id) => {
      await evidenceChanged(partnership);
      onClose();
      if (study === null)
        await navigate({
          to: '/p/$partnership/evidence/studies/$study',
          params: { partnership, study: id },
        });
    },
  });
  const text = (label: string, key: TextKey, hint?: string) => (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      value={fields[key]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  const listed = (label: string, key: ListKey) => (
    <TextField
      label={label}
      hint="Several with commas between them."
      value={fields[key].join(', ')}
      onChange={(value) => set({ [key]: partsOf(value) })}
    />
  );
  return (
    <Dialog
      title={study === null ? 'Add a study' : 'What is known of this study'}
      open
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {text('Title', 'title')}
        <TextField
          label="Year"
          type="number"
          value={fields.year === null ? '' : String(fields.year)}
          onChange={(value) => set({ year: numberIn(value) })}
        />
        <Choice
          label="What was read of it"
          value={fields.read}
          options={Study.shape.read
            .unwrap()
            .options.map((each) => [each, readWords[each]] as const)}
          onChange={(read) => set({ read })}
        />
        {listed('Countries', 'countries')}
        {text('Region or place', 'region')}
        <Choice
          label="Setting"
          value={fields.setting}
          options={Study.shape.setting.unwrap().options.map((each) => [each, each] as const)}
          onChange={(setting) => set({ setting })}
        />
        {listed('Forms of exploitation', 'exploitation')}
        {text('Sector', 'sector')}
        {listed('People meant', 'populations')}
        <CodeTicks
          legend="Intervention types"
          options={shippedTypes.types.map(({ code, label }) => [code, label])}
          chosen={fields.interventions}
          onChange={(interventions) => set({ interventions: interventions })}
        />
        <CodeTicks
          legend="Pathways"
          options={mechanisms.map(({ code, article }) => [code, article])}
          chosen={fields.pathways}
          onChange={(pathways) => set({ pathways: pathways })}
        />
        <CodeTicks
          legend="Timing"
          options={timings.map((each) => [each, each])}
          chosen={fields.timing}
          onChange={(chosen) => set({ timing: timings.filter((each) => chosen.includes(each)) })}
        />
        {text('Level', 'level', 'National, local, service …')}
        {text('Design', 'design')}
        <Choice
          label="Is it a review of studies?"
          value={fields.review ? 'yes' : 'no'}
          options={[
            ['no', 'No'],
            ['yes', 'Yes'],
          ]}
          onChange={(answer) => set({ review: answer === 'yes' })}
        />
        {text('Sample', 'sample', 'Studies with one sample count once in a claim.')}
        <TextField
          label="Sample size"
          type="number"
          value={fields.sampleSize === null ? '' : String(fields.sampleSize)}
          onChange={(value) => set({ sampleSize: numberIn(value) })}
        />
        {text('Comparison group', 'comparison')}
        <TextField
          label="Follow-up in months"
          type="number"
          value={fields.followUpInMonths === null ? '' : String(fields.followUpInMonths)}
          onChange={(value) => set({ followUpInMonths: numberIn(value) })}
        />
        <FindingRows
          findings={fields.findings}
          offered={outcomes}
          onChange={(findings) => set({ findings: [...findings] })}
        />
        {text('Cost', 'cost')}
        {asked.map(([key, label]) => (
          <Choice
            key={key}
            label={label}
            value={fields[key] === null ? 'unknown' : fields[key] ? 'yes' : 'no'}
            options={[
              ['unknown', 'Not known'],
              ['yes', 'Yes'],
              ['no', 'No'],
            ]}
            onChange={(answer) => set({ [key]: answer === 'unknown' ? null : answer === 'yes' })}
          />
        ))}
        {text('Conflict of interest', 'conflict')}
        <TextArea
          label="Limits"
          maxLength={5000}
          value={fields.limits}
          onChange={(limits) => set({ limits })}
        />
        <TextArea
          label="Note"
          hint="In your own words."
          maxLength={5000}
          value={fields.note}
          onChange={(note) => set({ note })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {study === null ? 'Add the study' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

type TextKey = 'title' | 'region' | 'sector' | 'level' | 'design' | 'sample' | TextMore;
type TextMore = 'comparison' | 'cost' | 'conflict';
type ListKey = 'countries' | 'exploitation' | 'populations';

const timings = ['before', 'early', 'treat', 're-trafficking'] as const;
const asked = [
  ['objectiveMet', 'Was its objective met?'],
  ['survivorsInDesign', 'Did survivors have a part in its design?'],
  ['survivorsInImplementation', 'In carrying it out?'],
  ['survivorsInEvaluation', 'In evaluating it?'],
] as const;

/** A comma that was just typed stays, so that one can go on typing. */
function partsOf(text: string): string[] {
  return text.split(/, ?/).map((part, at) => (at === 0 ? part : part.trimStart()));
}

function numberIn(text: string): number | null {
  return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
}

function begin(study: Study | null): WrittenStudy {
  const whole = study ?? Study.parse({ id: 'new', title: 'new' });
  const {
    id: _id,
    sms: _s,
    weight: _w,
    nesta: _n,
    amstar: _a,
    verdict: _v,
    origin: _o,
    ...rest
  } = whole;
  return study === null ? { ...rest, title: '' } : rest;
}
