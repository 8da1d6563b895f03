import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { PartnersFrame } from '../directory/frame.tsx';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import {
  instrumentsQuery,
  wavesChanged,
  wavesQuery,
  type InstrumentLine,
  type WaveLine,
} from './calls.ts';
import './words.ts';

/** Begins a wave: what is asked, until when, and what it is compared with. Nothing is sent yet. */
export function NewWave() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/surveys/new' });
  const instruments = useQuery(instrumentsQuery(partnership));
  const waves = useQuery(wavesQuery(partnership));
  const ready = instruments.data !== undefined && waves.data !== undefined;
  return (
    <PartnersFrame
      partnership={partnership}
      here="Begin a wave"
      title="Begin a wave of a survey"
      lede="Choose the questions. You say whom it asks in the next step; nothing is sent yet."
      error={instruments.error ?? waves.error}
      ready={ready}
    >
      <WaveForm
        partnership={partnership}
        instruments={(instruments.data?.instruments ?? []).filter(({ state }) => state !== 'draft')}
        waves={waves.data?.waves ?? []}
      />
    </PartnersFrame>
  );
}

function WaveForm({
  partnership,
  instruments,
  waves,
}: {
  partnership: string;
  instruments: readonly InstrumentLine[];
  waves: readonly WaveLine[];
}) {
  const navigate = useNavigate();
  const { instrument: wanted } = useSearch({ from: '/p/$partnership/partners/surveys/new' });
  const [instrument, setInstrument] = useState(
    wanted ?? instruments[0]?.id ?? instruments[0]?.code ?? '',
  );
  const [title, setTitle] = useState<string | null>(null);
  const [closesOn, setClosesOn] = useState('');
  const [comparesWith, setComparesWith] = useState('');
  const chosen = instruments.find(({ id, code }) => (id ?? code) === instrument);
  const earlier = waves.filter((wave) => wave.instrument.code === chosen?.code);
  const [year] = useState(() => new Date().getFullYear());
  const suggested = chosen === undefined ? '' : `${chosen.title}, ${year}`;
  const make = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership']['survey-waves'].$post({
          param: { partnership },
          json: {
            instrument,
            title: title ?? suggested,
            closesOn: closesOn === '' ? null : closesOn,
            remindAfterDays: 7,
            comparesWith: comparesWith === '' ? null : comparesWith,
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await wavesChanged(partnership);
      await navigate({
        to: '/p/$partnership/partners/surveys/waves/$wave',
        params: { partnership, wave: id },
      });
    },
  });
  return (
    <form
      className="stack survey-form"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Choice
        label="What is asked"
        hint={
          chosen === undefined ? undefined : `${chosen.purpose} About ${chosen.minutes} minutes.`
        }
        value={instrument}
        options={instruments.map((each) => [
          each.id ?? each.code,
          each.version === null || each.version === 1
            ? each.title
            : `${each.title}, version ${each.version}`,
        ])}
        onChange={(next) => {
          setInstrument(next);
          setComparesWith('');
        }}
      />
      <TextField
        label="Title"
        required
        maxLength={200}
        value={title ?? suggested}
        onChange={setTitle}
      />
      <TextField
        label="Closing date"
        type="date"
        hint="Shown to respondents. The wave does not close by itself. May be left empty."
        value={closesOn}
        onChange={setClosesOn}
      />
      {earlier.length > 0 && (
        <Choice
          label="Compare with an earlier wave"
          value={comparesWith}
          options={[['', 'None'], ...earlier.map((wave) => [wave.id, wave.title] as const)]}
          onChange={setComparesWith}
        />
      )}
      <Problems error={make.error} />
      <div className="row">
        <Button tone="primary" type="submit" disabled={make.isPending || chosen === undefined}>
          Begin the wave
        </Button>
      </div>
    </form>
  );
}
