import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepRecord } from '@freehold/core/access';
import { assessed, iloIndicators, type Answer, type Answers } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { ChangeFrame } from '../change/frame.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { today } from '../plan/stage-choice.tsx';
import { usePartnership } from '../session/session.ts';
import { number } from '../words.ts';
import { diligenceChanged, partner, settingQuery, type Setting } from './calls.ts';
import { PersonWarning } from './person-warning.tsx';
import { ReferralRoute } from './referral-route.tsx';
import { SupplierChoice } from './supplier-choice.tsx';
import { dimensionWords, promptWords } from './words.ts';
import '../look/record.css';
import '../look/directory.css';
import '../look/diligence.css';

/** The eleven indicators for a place of work; the prompt follows each answer. */
export function Assess() {
  const { partnership } = useParams({ from: '/p/$partnership/change/incidents/assess' });
  const { data, error } = useQuery(settingQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Incidents"
      title="Assess a place of work by the ILO’s eleven indicators"
      lede="The result is a prompt to refer, never a verdict on anybody. What nobody knows stays unknown: it is no “no”."
      ready={data !== undefined}
    >
      {data !== undefined && <Form {...{ partnership, may }} setting={data.setting} />}
      <Method>
        <p>
          A referral is prompted by one of the indicators that suffice alone, or by{' '}
          {data?.setting.assessment.together ?? 2} together over at least{' '}
          {data?.setting.assessment.dimensions ?? 2} of the four dimensions.{' '}
          {data?.setting.assessment.source} Indicators: ILO (2012); dimensions: Hard to see, harder
          to count (2011); which speaks to which is PROPOSED. An assessment keeps the rule of its
          day.
        </p>
      </Method>
    </ChangeFrame>
  );
}

type Said = Record<string, { answer: Answer; evidence: string }>;

function Form({
  partnership,
  setting,
  may,
}: {
  partnership: string;
  setting: Setting;
  may: boolean;
}) {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [supplier, setSupplier] = useState<{ id: string; name: string } | null>(null);
  const [said, setSaid] = useState<Said>({});
  const set = (code: string, change: Partial<Said[string]>) =>
    setSaid((before) => ({
      ...before,
      [code]: { ...(before[code] ?? { answer: 'unknown', evidence: '' }), ...change },
    }));
  const answers: Answers = said;
  const save = useMutation({
    mutationFn: () =>
      got(
        partner['forced-labour-assessments'].$post({
          param: { partnership },
          json: {
            ...{ title, answers, site: null, incident: null, madeOn: today() },
            supplier: supplier?.id ?? null,
          },
        }),
      ),
    onSuccess: async () => {
      await diligenceChanged(partnership);
      await navigate({ to: '/p/$partnership/change/incidents', params: { partnership } });
    },
  });
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <section className="stack">
        <TextField
          label="Place of work"
          hint="A site or a kind of work; nobody by name."
          required
          maxLength={300}
          value={title}
          onChange={setTitle}
        />
        <SupplierChoice partnership={partnership} chosen={supplier} onChange={setSupplier} />
      </section>
      <section>
        {iloIndicators.map(({ code, title: indicator, dimensions }) => (
          <Indicator
            key={code}
            {...{ code, indicator }}
            dimensions={dimensions.map((each) => dimensionWords[each]).join('; ')}
            said={said[code] ?? { answer: 'unknown', evidence: '' }}
            onChange={(change) => set(code, change)}
          />
        ))}
      </section>
      <Result {...{ partnership, setting, answers }} />
      <Problems error={save.error} />
      {may ? (
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            Keep this assessment
          </Button>
        </div>
      ) : (
        <p className="soft">A co-ordinator, an analyst or the chair keeps assessments.</p>
      )}
    </form>
  );
}

function Indicator({
  code,
  indicator,
  dimensions,
  said,
  onChange,
}: {
  code: string;
  indicator: string;
  dimensions: string;
  said: Said[string];
  onChange: (change: Partial<Said[string]>) => void;
}) {
  return (
    <fieldset className="indicator stack-tight">
      <legend>{indicator}</legend>
      <p className="small soft">{dimensions}</p>
      <div className="row">
        {(['yes', 'no', 'unknown'] as const).map((answer) => (
          <label key={answer} className="tick">
            <input
              type="radio"
              name={code}
              checked={said.answer === answer}
              onChange={() => onChange({ answer })}
            />
            <span>{answerWords[answer]}</span>
          </label>
        ))}
      </div>
      {said.answer !== 'unknown' && (
        <>
          <TextField
            label="What shows it?"
            maxLength={2000}
            value={said.evidence}
            onChange={(evidence) => onChange({ evidence })}
          />
          <PersonWarning text={said.evidence} />
        </>
      )}
    </fieldset>
  );
}

const answerWords = { yes: 'Yes', no: 'No', unknown: 'Unknown' } as const;

function Result({
  partnership,
  setting,
  answers,
}: {
  partnership: string;
  setting: Setting;
  answers: Answers;
}) {
  const { prompt, yes, no, unknown, dimensions } = assessed(answers, setting.assessment);
  const words = promptWords[prompt];
  return (
    <section className="stack-tight" aria-live="polite">
      <h2>{words.title}</h2>
      <p>{words.says}</p>
      <p className="small">
        {number(yes.length)} there, {number(no.length)} not, {number(unknown.length)} unknown, of
        11.{' '}
        {dimensions
          .map(
            (each) =>
              `${dimensionWords[each.dimension]}: ${each.yes} there, ${each.unknown} unknown`,
          )
          .join('; ')}
        .
      </p>
      {prompt === 'refer' && <ReferralRoute partnership={partnership} />}
    </section>
  );
}
