import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { mayJudgeEvidence } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { count } from '../words.ts';
import {
  addBatch,
  peopleQuery,
  protocolsQuery,
  screeningChanged,
  unscreenedQuery,
  type Person,
  type Unscreened,
} from './screening-calls.ts';
import { citation } from './screening-words.ts';

/** As many as two people go through in a sitting or two. */
const usualSize = 100;
const mostAtOnce = 1000;

/** Makes a batch: who decides, for which search, and which publications. */
export function NewBatchForm({
  partnership,
  onClose,
}: {
  partnership: string;
  onClose: () => void;
}) {
  const navigate = useNavigate();
  const people = useQuery(peopleQuery(partnership)).data?.people ?? [];
  const protocols = useQuery(protocolsQuery(partnership)).data?.protocols ?? [];
  const { data: free, error } = useQuery(unscreenedQuery(partnership));
  const [title, setTitle] = useState('');
  const [protocol, setProtocol] = useState('');
  const [pair, setPair] = useState<readonly [string, string]>(['', '']);
  const [words, setWords] = useState('');
  const [size, setSize] = useState(String(usualSize));
  const matching = (free?.sources ?? []).filter((each) => matches(each, words));
  const wanted = Math.min(Number(size) || 0, mostAtOnce);
  const chosen = matching.slice(0, wanted);
  const save = useMutation({
    mutationFn: () =>
      addBatch(partnership, {
        ...{ title, protocol: protocol === '' ? null : protocol, first: pair[0], second: pair[1] },
        sources: chosen.map(({ source }) => source),
      }),
    onSuccess: async ({ id }) => {
      await screeningChanged(partnership);
      await navigate({
        to: '/p/$partnership/evidence/screening/$batch',
        params: { partnership, batch: id },
      });
    },
  });
  return (
    <Dialog title="Make a batch" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What is it called?"
          hint="For example: Spring search, first hundred"
          required
          maxLength={200}
          value={title}
          onChange={setTitle}
        />
        <Screeners {...{ people, pair }} onChange={setPair} />
        {protocols.length > 0 && (
          <Choice
            label="Which search is it part of?"
            hint="Its counts can be written into that search’s protocol."
            value={protocol}
            options={[['', 'None'], ...protocols.map((each) => [each.id, each.title] as const)]}
            onChange={setProtocol}
          />
        )}
        <TextField
          type="search"
          label="Only publications with these words"
          hint="In title, authors or journal. Leave empty for all."
          value={words}
          onChange={setWords}
        />
        <TextField
          type="number"
          label="How many at most?"
          hint={`Up to ${mostAtOnce}. About a hundred is a sitting or two.`}
          value={size}
          onChange={setSize}
        />
        {free === undefined ? (
          <Loading what="publications" />
        ) : (
          <Chosen {...{ chosen }} matching={matching.length} total={free.total} />
        )}
        <Problems error={save.error ?? error} />
        <div className="row">
          <Button
            tone="primary"
            type="submit"
            disabled={save.isPending || chosen.length === 0 || pair.includes('')}
          >
            Make a batch of {chosen.length}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The two who decide; anybody may be asked but who only reads. */
export function Screeners({
  people,
  pair: [first, second],
  onChange,
}: {
  people: readonly Person[];
  pair: readonly [string, string];
  onChange: (pair: readonly [string, string]) => void;
}) {
  const able = people.filter(({ role }) => mayJudgeEvidence(role));
  const options = (other: string) =>
    [
      ['', 'Choose somebody'],
      ...able
        .filter(({ person }) => person !== other)
        .map(({ person, name, organisation }) => [
          person,
          organisation === null ? name : `${name}, ${organisation}`,
        ]),
    ] as [string, string][];
  return (
    <>
      <Choice
        label="First person"
        value={first}
        options={options(second)}
        onChange={(next) => onChange([next, second])}
      />
      <Choice
        label="Second person"
        hint="Neither sees what the other decides until both have."
        value={second}
        options={options(first)}
        onChange={(next) => onChange([first, next])}
      />
    </>
  );
}

function matches({ title, authors, container }: Unscreened, words: string): boolean {
  const text = `${title} ${authors} ${container}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const shown = 5;

function Chosen({
  chosen,
  matching,
  total,
}: {
  chosen: readonly Unscreened[];
  matching: number;
  total: number;
}) {
  return (
    <section className="stack-tight" aria-live="polite">
      <p className="small">
        {count(chosen.length, 'publication', 'publications')} of {matching} that match;{' '}
        {count(total, 'lies', 'lie')} in no batch yet. The earliest to come in go first.
      </p>
      <ul className="small">
        {chosen.slice(0, shown).map((each) => (
          <li key={each.source}>
            {each.title} <span className="soft">{citation(each)}</span>
          </li>
        ))}
        {chosen.length > shown && <li className="soft">and {chosen.length - shown} more</li>}
      </ul>
    </section>
  );
}
