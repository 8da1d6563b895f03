import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { questionsOf, say, type Instrument } from '@freehold/core/survey';
import { api, got, queries } from '../api.ts';
import { PartnersFrame } from '../directory/frame.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { instrumentQuery, instrumentsQuery, type InstrumentPage } from './calls.ts';
import { Editor } from './editor.tsx';
import { useCopy } from './surveys.tsx';
import { instrumentStateWords, kindWords } from './words.ts';
import '../look/survey.css';

/** One set of questions: to read, and as a draft to change. */
export function InstrumentView() {
  const at = useParams({ from: '/p/$partnership/partners/surveys/instruments/$instrument' });
  const { data, error } = useQuery(instrumentQuery(at.partnership, at.instrument));
  const role = usePartnership(at.partnership)?.role ?? null;
  const may = role !== null && mayCoordinate(role);
  const copy = useCopy(at.partnership);
  return (
    <PartnersFrame
      partnership={at.partnership}
      here="Surveys"
      title={data === undefined ? '' : titleOf(data)}
      lede={
        data === undefined
          ? undefined
          : `${instrumentStateWords[data.state]}. ${firstOf(data.instrument, data.instrument.purpose)}`
      }
      action={
        data !== undefined && may && data.state !== 'draft' ? (
          <span className="row tight">
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/partners/surveys/new"
              params={{ partnership: at.partnership }}
              search={{ instrument: data.id }}
            >
              Begin a wave
            </Link>
            <Button disabled={copy.isPending} onClick={() => copy.mutate({ copyOf: data.id })}>
              Make a new version
            </Button>
          </span>
        ) : undefined
      }
      error={error ?? copy.error}
      ready={data !== undefined}
    >
      {data !== undefined &&
        (data.state === 'draft' && may ? (
          <Draft at={at} page={data} />
        ) : (
          <Questions instrument={data.instrument} />
        ))}
    </PartnersFrame>
  );
}

function titleOf({ instrument, version, minutes }: InstrumentPage): string {
  const asked = questionsOf(instrument).filter(({ question }) => question.kind !== 'note').length;
  return `${firstOf(instrument, instrument.title)}, version ${version}: ${count(asked, 'question', 'questions')}, about ${count(minutes, 'minute', 'minutes')}`;
}

function firstOf(instrument: Instrument, words: Instrument['title']): string {
  return say(
    words,
    instrument.languages.map(({ code }) => code),
  );
}

/** The draft as it is being changed; what is wrong with it is said when it is saved. */
function Draft({
  at,
  page,
}: {
  at: { partnership: string; instrument: string };
  page: InstrumentPage;
}) {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Instrument>(page.instrument);
  const one = api.partnerships[':partnership']['survey-instruments'][':instrument'];
  const changed = () => queries.invalidateQueries(instrumentsQuery(at.partnership));
  const save = useMutation({
    mutationFn: () => got(one.$put({ param: at, json: draft })),
    onSuccess: changed,
  });
  const publish = useMutation({
    mutationFn: async () => {
      await got(one.$put({ param: at, json: draft }));
      return got(one.publish.$post({ param: at }));
    },
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: () => got(one.$delete({ param: at })),
    onSuccess: async () => {
      await navigate({
        to: '/p/$partnership/partners/surveys',
        params: { partnership: at.partnership },
      });
      await changed();
    },
  });
  const dirty =
    draft !== page.instrument &&
    draft !== save.data?.instrument &&
    JSON.stringify(draft) !== JSON.stringify(page.instrument);
  const busy = save.isPending || publish.isPending || remove.isPending;
  return (
    <>
      <Problems error={save.error ?? publish.error ?? remove.error} />
      <div className="row">
        <Button tone="primary" disabled={busy || !dirty} onClick={() => save.mutate()}>
          {dirty ? 'Save the draft' : 'Saved'}
        </Button>
        <Button disabled={busy} onClick={() => publish.mutate()}>
          Save and publish
        </Button>
        <Button tone="quiet" disabled={busy} onClick={() => remove.mutate()}>
          Delete the draft
        </Button>
      </div>
      <Notice>
        <p>
          Published questions no longer change, and can be asked in waves. A question is known by
          its code: keep it when you only mend the wording.
        </p>
      </Notice>
      <Editor instrument={draft} onChange={setDraft} />
    </>
  );
}

function Questions({ instrument }: { instrument: Instrument }) {
  return (
    <>
      {instrument.statement !== '' && <p className="survey-note">{instrument.statement}</p>}
      {instrument.sections.map((section) => (
        <Table
          key={section.code}
          caption={`${firstOf(instrument, section.title)}${section.shownIf === '' ? '' : `, asked if ${section.shownIf}`}`}
          rows={questionsOf(instrument).filter((each) => each.section.code === section.code)}
          rowKey={({ question }) => question.code}
          stacks
          columns={[
            {
              title: 'Question',
              heads: true,
              cell: ({ question }) => (
                <>
                  {firstOf(instrument, question.label)}
                  <div className="small soft regular">{firstOf(instrument, question.hint)}</div>
                </>
              ),
            },
            { title: 'Code', cell: ({ question }) => <code>{question.code}</code> },
            { title: 'Kind', cell: ({ question }) => kindWords[question.kind] },
            { title: 'Asked if', cell: ({ question }) => question.shownIf || 'always' },
            {
              title: 'From',
              cell: ({ question }) =>
                [...question.sources, ...(question.proposed ? ['proposed by us'] : [])].join(
                  ', ',
                ) || 'our own',
            },
          ]}
        />
      ))}
    </>
  );
}
