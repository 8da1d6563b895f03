import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { api, got, queries } from '../api.ts';
import { PartnersFrame } from '../directory/frame.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day, list } from '../words.ts';
import { instrumentsQuery, wavesQuery, type InstrumentLine, type WaveLine } from './calls.ts';
import { instrumentStateWords, stateWords } from './words.ts';
import '../look/survey.css';

/** Every wave with how far it is, and every set of questions that can be asked. */
export function Surveys() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/surveys' });
  const waves = useQuery(wavesQuery(partnership));
  const instruments = useQuery(instrumentsQuery(partnership));
  const role = usePartnership(partnership)?.role ?? null;
  const may = role !== null && mayCoordinate(role);
  const ready = waves.data !== undefined && instruments.data !== undefined;
  const begin = (
    <Link
      className={buttonClass('primary')}
      to="/p/$partnership/partners/surveys/new"
      params={{ partnership }}
    >
      Begin a wave
    </Link>
  );
  return (
    <PartnersFrame
      partnership={partnership}
      here="Surveys"
      title={titleOf(waves.data?.waves ?? [])}
      action={may && (waves.data?.waves.length ?? 0) > 0 ? begin : undefined}
      error={waves.error ?? instruments.error}
      ready={ready}
    >
      {waves.data?.waves.length === 0 ? (
        <Empty title="A survey asks every partner the same, and shows what has changed since the last time">
          <p>
            Each respondent gets a link of their own and needs no account. Four sets of questions
            are ready: a mapping of partnerships, how members work together, a set-up check, and
            trust and communication.
          </p>
          {may ? <div>{begin}</div> : <p>The co-ordinator can begin one.</p>}
        </Empty>
      ) : (
        <Waves partnership={partnership} waves={waves.data?.waves ?? []} />
      )}
      <Instruments
        partnership={partnership}
        instruments={instruments.data?.instruments ?? []}
        may={may}
      />
    </PartnersFrame>
  );
}

function titleOf(waves: readonly WaveLine[]): string {
  const open = waves.filter(({ state }) => state === 'open');
  const closed = waves.filter(({ state }) => state === 'closed').length;
  if (waves.length === 0) return 'No survey yet';
  const [first] = open;
  if (first !== undefined)
    return `${first.title}: ${first.finished} of ${first.targets} have finished${open.length > 1 ? `, and ${count(open.length - 1, 'other wave is', 'other waves are')} open` : ''}`;
  return closed === 0
    ? 'A wave is being prepared'
    : `${count(closed, 'wave is', 'waves are')} closed`;
}

function Waves({ partnership, waves }: { partnership: string; waves: readonly WaveLine[] }) {
  return (
    <Table
      caption="Waves, newest first"
      rows={waves}
      rowKey={({ id }) => id}
      stacks
      columns={[
        {
          title: 'Wave',
          heads: true,
          cell: (wave) => (
            <>
              <Link
                to="/p/$partnership/partners/surveys/waves/$wave"
                params={{ partnership, wave: wave.id }}
              >
                {wave.title}
              </Link>
              <div className="small soft regular">{wave.instrument.title}</div>
            </>
          ),
        },
        {
          title: 'State',
          cell: ({ state }) => (
            <span className={state === 'open' ? 'tag good' : 'tag'}>{stateWords[state]}</span>
          ),
        },
        {
          title: 'Finished',
          figure: true,
          cell: ({ finished, targets }) =>
            targets === 0 ? '– nobody asked yet' : `${finished} of ${targets}`,
        },
        {
          title: 'Closes',
          cell: ({ closesOn, closedAt }) =>
            closedAt !== null
              ? `closed ${day(closedAt)}`
              : closesOn === null
                ? 'no date'
                : day(closesOn),
        },
      ]}
    />
  );
}

function Instruments({
  partnership,
  instruments,
  may,
}: {
  partnership: string;
  instruments: readonly InstrumentLine[];
  may: boolean;
}) {
  const [naming, setNaming] = useState(false);
  return (
    <section className="stack">
      <div className="row row-end">
        <h2>Sets of questions</h2>
        {may && (
          <span className="row tight">
            <Link
              className={buttonClass()}
              to="/p/$partnership/partners/surveys/import"
              params={{ partnership }}
            >
              Bring in an XLSForm
            </Link>
            <Button onClick={() => setNaming(true)}>Write a new one</Button>
          </span>
        )}
      </div>
      <Table
        caption="What can be asked. A version that has been answered never changes; a change is a new version."
        rows={instruments}
        rowKey={({ id, code }) => id ?? code}
        stacks
        columns={[
          {
            title: 'Questions',
            heads: true,
            cell: (each) => <Title partnership={partnership} line={each} may={may} />,
          },
          {
            title: 'Length',
            cell: ({ questions, minutes }) =>
              `${count(questions, 'question', 'questions')}, about ${minutes} min`,
          },
          { title: 'Languages', cell: ({ languages }) => list(languages) },
          {
            title: 'State',
            cell: ({ id, state, version }) =>
              id === null ? 'Ready to use' : `Version ${version}. ${instrumentStateWords[state]}`,
          },
        ]}
      />
      {naming && <NewInstrument partnership={partnership} onClose={() => setNaming(false)} />}
    </section>
  );
}

/** A shipped set of questions can be looked at once a copy of it is one's own. */
function Title({
  partnership,
  line,
  may,
}: {
  partnership: string;
  line: InstrumentLine;
  may: boolean;
}) {
  const copy = useCopy(partnership);
  return (
    <>
      {line.id === null ? (
        <>{line.title}</>
      ) : (
        <Link
          to="/p/$partnership/partners/surveys/instruments/$instrument"
          params={{ partnership, instrument: line.id }}
        >
          {line.title}
        </Link>
      )}
      {line.confidential && (
        <>
          {' '}
          <span className="tag">in confidence</span>
        </>
      )}
      <div className="small soft regular">{line.purpose}</div>
      {line.id === null && may && (
        <Button
          tone="quiet"
          disabled={copy.isPending}
          onClick={() => copy.mutate({ shipped: line.code })}
        >
          Look at it and change it<span className="unseen"> ({line.title})</span>
        </Button>
      )}
      <Problems error={copy.error} />
    </>
  );
}

type Copied =
  { readonly shipped: string } | { readonly copyOf: string } | { readonly title: string };

/** Makes a draft and goes there. */
export function useCopy(partnership: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (json: Copied) =>
      got(
        api.partnerships[':partnership']['survey-instruments'].$post({
          param: { partnership },
          json,
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries(instrumentsQuery(partnership));
      await navigate({
        to: '/p/$partnership/partners/surveys/instruments/$instrument',
        params: { partnership, instrument: id },
      });
    },
  });
}

function NewInstrument({ partnership, onClose }: { partnership: string; onClose: () => void }) {
  const [title, setTitle] = useState('');
  const make = useCopy(partnership);
  return (
    <Dialog title="Write a new set of questions" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ title });
        }}
      >
        <TextField label="Title" required maxLength={200} value={title} onChange={setTitle} />
        <Problems error={make.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={make.isPending}>
            Begin
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
