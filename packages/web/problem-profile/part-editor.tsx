import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { PartState, profileParts, type PartGuide } from '@freehold/core/cycle';
import { Refusal } from '../api.ts';
import { Blocks } from '../document/view.tsx';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import { useAutosave } from '../review/autosave.ts';
import { RadioCards } from '../review/radio-cards.tsx';
import { day } from '../words.ts';
import { fillAgain, keep, writePart, type Part } from './calls.ts';
import { Conflict } from './conflict.tsx';
import { stateMeans, stateWords } from './words.ts';

type Typed = Pick<Part, 'written' | 'state'>;

/** One part: what belongs in it, what people write, and what was filled in; typed text is kept as it is typed. */
export function PartEditor({
  at,
  guide,
  part,
  mayWrite,
}: {
  at: PlaceAt;
  guide: PartGuide;
  part: Part | null;
  mayWrite: boolean;
}) {
  const version = useRef(part?.version ?? 0);
  const [typed, setTyped] = useState<Typed>({
    written: part?.written ?? '',
    state: part?.state ?? 'open',
  });
  const saver = useAutosave<Typed>(async (next) => {
    version.current = await writePart(at, {
      ...{ part: guide.code, version: version.current },
      ...next,
    });
  });
  const set = (change: Partial<Typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    saver.put(next);
  };
  const clash =
    saver.error instanceof Refusal &&
    saver.error.problems.some(({ code }) => code === 'changed-by-another');
  return (
    <article className="stack" aria-labelledby="part-title">
      <header className="stack-tight">
        <h2 id="part-title">{guide.title}</h2>
        <p className="soft">{guide.help}</p>
        {guide.ours === true && (
          <p className="small soft">This part is ours; the template does not have it.</p>
        )}
      </header>
      <Problems error={saver.error} />
      {clash && (
        <Conflict
          at={at}
          part={guide.code}
          onChosen={(theirs, text) => {
            version.current = theirs.version;
            set({ written: text });
          }}
          mine={typed.written}
        />
      )}
      {mayWrite ? (
        <div className="part-text stack">
          <TextArea
            label="What people write"
            hint="An empty line begins a paragraph; lines that begin with “- ” make a list. It is kept as you type."
            maxLength={20_000}
            value={typed.written}
            onChange={(written) => set({ written })}
          />
          <RadioCards
            legend="Where it stands"
            name="part-state"
            chosen={typed.state}
            options={PartState.options.map((value) => ({
              ...{ value, title: stateWords[value], says: stateMeans[value] },
            }))}
            onChange={(state) => set({ state })}
          />
        </div>
      ) : (
        typed.written !== '' && <p className="pre-line">{typed.written}</p>
      )}
      {guide.fills && <Filled {...{ at, guide, part, mayWrite }} />}
      <Steps here={guide} />
    </article>
  );
}

function Filled({
  at,
  guide,
  part,
  mayWrite,
}: {
  at: PlaceAt;
  guide: PartGuide;
  part: Part | null;
  mayWrite: boolean;
}) {
  const again = useMutation({
    mutationFn: () => fillAgain(at, [guide.code]),
    onSuccess: (profile) => keep(at, profile),
  });
  const on = part?.filledAt ?? null;
  return (
    <section className="stack filled" aria-labelledby="filled-title">
      <header className="row row-end">
        <h3 id="filled-title">
          {on === null ? 'Not filled in yet' : `Filled in from your records on ${day(on)}`}
        </h3>
        {mayWrite && (
          <Button disabled={again.isPending} onClick={() => again.mutate()}>
            {on === null ? 'Fill it in' : 'Fill in again'}
          </Button>
        )}
      </header>
      <p className="small soft">
        It stands below what people write. Filling in again changes no word of theirs.
      </p>
      <Problems error={again.error} />
      {part !== null && <Blocks blocks={part.filled} />}
    </section>
  );
}

/** The parts before and after, for reading and writing through from the top. */
function Steps({ here }: { here: PartGuide }) {
  const navigate = useNavigate({ from: '/p/$partnership/plan/problem-profile' });
  const place = profileParts.indexOf(here);
  const go = (to: PartGuide) =>
    void navigate({ search: (before) => ({ ...before, part: to.code }) });
  const [before, after] = [profileParts[place - 1], profileParts[place + 1]];
  return (
    <div className="row row-end">
      {before === undefined ? (
        <span />
      ) : (
        <Button onClick={() => go(before)}>← {before.title}</Button>
      )}
      {after !== undefined && <Button onClick={() => go(after)}>{after.title} →</Button>}
    </div>
  );
}
