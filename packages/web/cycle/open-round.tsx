import { useState } from 'react';
import { Button, type Tone } from '../parts/button.tsx';
import { today } from '../plan/stage-choice.tsx';
import { useOpenRound, type PlaceAt } from './calls.ts';
import { RoundForm } from './round-form.tsx';

/** Opens the next round of a place, with the goals that the last one left for it. */
export function OpenRound({
  at,
  number,
  goals,
  tone = 'plain',
}: {
  at: PlaceAt;
  number: number;
  goals: string;
  tone?: Tone;
}) {
  const [asked, setAsked] = useState(false);
  const open = useOpenRound(at);
  return (
    <>
      <Button tone={tone} onClick={() => setAsked(true)}>
        Open round {number}
      </Button>
      {asked && (
        <RoundForm
          title={`Open round ${number}`}
          intro={intro(number)}
          submit="Open it"
          begin={{ title: `Round ${number}`, startedOn: today(), goals }}
          busy={open.isPending}
          error={open.error}
          onSave={(fields) => open.mutate(fields, { onSuccess: () => setAsked(false) })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

function intro(number: number): string {
  return number === 1
    ? 'A round is one turn of the cycle: find out, talk it over, change something, make it last. It usually takes one to two years. Reviews made so far come into it.'
    : `What was carried over goes on in round ${number}, what was dropped is settled with its reason, and round ${number - 1} can no longer be reopened.`;
}
