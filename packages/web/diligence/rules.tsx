import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace, mayKeepRecord } from '@freehold/core/access';
import { iloIndicators, shippedSetting, type PriorityRule } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { ChangeFrame } from '../change/frame.tsx';
import { JobView, type Job } from '../data/job-view.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Choice, TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Ticks } from '../parts/tick.tsx';
import { usePartnership } from '../session/session.ts';
import { count, moment, number } from '../words.ts';
import { diligenceChanged, partner, settingQuery, type Setting } from './calls.ts';
import { emptyRule, RuleEditor } from './rule-editor.tsx';
import { bandWords } from './words.ts';
import '../look/record.css';
import '../look/directory.css';
import '../look/data.css';
import '../look/diligence.css';

/** How risks and suppliers are weighed, whom to turn to, and putting all suppliers in order. */
export function DiligenceRules() {
  const { partnership } = useParams({ from: '/p/$partnership/change/diligence/rules' });
  const { data, error } = useQuery(settingQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  const mayOrder = mine !== null && mayEditPlace(mine.role);
  const proposed = data?.setting.rules.filter(({ status }) => status === 'proposed').length ?? 0;
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Due diligence"
      title={
        data === undefined
          ? 'How suppliers are weighed'
          : `${count(data.setting.rules.length, 'rule puts', 'rules put')} suppliers in order; ${number(proposed)} of them PROPOSED`
      }
      lede="Rules look at country, product and tier, and each names its source. None is about a person."
      ready={data !== undefined}
    >
      {data !== undefined && (
        <>
          <p className="small soft">
            {data.version === 0
              ? 'What Freehold ships holds here.'
              : `Version ${data.version}, by ${data.byName}${data.at === null ? '' : `, ${moment(data.at)}`}.`}
          </p>
          <Order {...{ partnership }} may={mayOrder} />
          <Edit
            key={data.version}
            {...{ partnership, may }}
            kept={data.setting}
            version={data.version}
          />
        </>
      )}
    </ChangeFrame>
  );
}

/** First what would move, then moving it. */
function Order({ partnership, may }: { partnership: string; may: boolean }) {
  const [tried, setTried] = useState<Job | null>(null);
  const [done, setDone] = useState<Job | null>(null);
  const start = (dryRun: boolean) =>
    got(partner.diligence.prioritise.$post({ param: { partnership }, json: { dryRun } }));
  const dry = useMutation({ mutationFn: () => start(true) });
  const run = useMutation({ mutationFn: () => start(false) });
  if (!may) return null;
  return (
    <section className="stack">
      <h2>Put all suppliers in order</h2>
      <Problems error={dry.error ?? run.error} />
      {dry.data === undefined && run.data === undefined && (
        <div className="row">
          <Button tone="primary" disabled={dry.isPending} onClick={() => dry.mutate()}>
            See what would move
          </Button>
          <span className="small soft">Nothing is kept yet.</span>
        </div>
      )}
      {dry.data !== undefined && run.data === undefined && (
        <JobView partnership={partnership} job={dry.data.job} onEnd={setTried} />
      )}
      {tried !== null && run.data === undefined && (
        <>
          <Bands job={tried} />
          <div>
            <Button tone="primary" disabled={run.isPending} onClick={() => run.mutate()}>
              Put them in order
            </Button>
          </div>
        </>
      )}
      {run.data !== undefined && (
        <JobView
          partnership={partnership}
          job={run.data.job}
          onEnd={(job) => {
            setDone(job);
            void diligenceChanged(partnership);
          }}
        />
      )}
      {done !== null && (
        <>
          <Bands job={done} />
          <p>
            <Link
              className={buttonClass()}
              to="/p/$partnership/change/suppliers"
              params={{ partnership }}
            >
              See the suppliers
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

function Bands({ job: { result } }: { job: Job }) {
  const counts = result?.counts;
  if (counts === undefined) return null;
  return (
    <p className="small">
      {Object.entries(bandWords)
        .map(([band, words]) => `${words}: ${number(counts[band] ?? 0)}`)
        .join(' · ')}
    </p>
  );
}

function Edit({
  partnership,
  kept,
  version,
  may,
}: {
  partnership: string;
  kept: Setting;
  version: number;
  may: boolean;
}) {
  const [setting, setSetting] = useState<Setting>(kept);
  const set = (change: Partial<Setting>) => setSetting((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      got(partner.diligence.setting.$put({ param: { partnership }, json: { setting, version } })),
    onSuccess: () => diligenceChanged(partnership),
  });
  const { assessment } = setting;
  const setRule = (at: number, rule: PriorityRule | null) =>
    set({ rules: setting.rules.flatMap((each, i) => (i === at ? (rule ?? []) : [each])) });
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset className="stack plain-set" disabled={!may}>
        <section className="stack">
          <h2>Rules about suppliers</h2>
          <p className="soft">
            Of all rules that fit, the highest severity and the highest likelihood stand. A supplier
            that no rule speaks to is not known.
          </p>
          {setting.rules.map((rule, at) => (
            <RuleEditor
              key={rule.code}
              rule={rule}
              onChange={(next) => setRule(at, next)}
              onRemove={() => setRule(at, null)}
            />
          ))}
          <div className="row">
            <Button onClick={() => set({ rules: [...setting.rules, emptyRule(setting.rules)] })}>
              Add a rule
            </Button>
            <Button tone="quiet" onClick={() => set({ rules: shippedSetting.rules })}>
              Go back to the shipped rules
            </Button>
          </div>
        </section>
        <section className="stack">
          <h2>Risks</h2>
          <Choice
            label="Severity is"
            value={setting.severityBy}
            options={[
              ['max', 'the greatest of scale, scope and remediability'],
              ['mean', 'their mean'],
            ]}
            onChange={(severityBy) => set({ severityBy })}
          />
        </section>
        <section className="stack">
          <h2>When an assessment prompts a referral</h2>
          <p className="soft">
            {assessment.status === 'proposed' ? 'PROPOSED. ' : ''}
            The ILO says that one indicator may suffice, or several together.
          </p>
          <Ticks
            legend="Suffice alone"
            options={iloIndicators.map(({ code, title }) => [code, title] as const)}
            chosen={assessment.alone}
            onChange={(alone) => set({ assessment: { ...assessment, alone } })}
          />
          <Choice
            label="Or so many together"
            value={String(assessment.together)}
            options={numbers(11)}
            onChange={(n) => set({ assessment: { ...assessment, together: Number(n) } })}
          />
          <Choice
            label="Over at least so many of the four dimensions"
            value={String(assessment.dimensions)}
            options={numbers(4)}
            onChange={(n) => set({ assessment: { ...assessment, dimensions: Number(n) } })}
          />
        </section>
        <section className="stack">
          <h2>Whom to turn to here</h2>
          <TextArea
            label="The local referral route"
            hint="Who is called, by whom, at what number; which first responder. It stands beside every prompt to refer."
            maxLength={2000}
            value={setting.referral}
            onChange={(referral) => set({ referral })}
          />
        </section>
      </fieldset>
      <Problems error={save.error} />
      {may && (
        <div className="row">
          <Button type="submit" disabled={save.isPending || setting === kept}>
            Save the rules
          </Button>
          <span role="status" className="small soft">
            {setting === kept
              ? 'Nothing is changed.'
              : 'Suppliers move when you put them in order.'}
          </span>
        </div>
      )}
    </form>
  );
}

function numbers(most: number): readonly (readonly [string, string])[] {
  return Array.from({ length: most }, (_, at) => [String(at + 1), String(at + 1)] as const);
}
