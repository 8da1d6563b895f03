import { useState } from 'react';
import { Timing, timingSaid, type Identified } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Ticks } from '../parts/tick.tsx';
import type { Portfolio } from './calls.ts';
import { emptyFields, ofType } from './fields.ts';
import { NumberField } from './form-section.tsx';
import { originWords, typeOf } from './words.ts';

/** Something that is not done yet, to be tried: a type, when it acts, and what it would cost. */
export function TryNew({
  data: { list },
  tried,
  placeId,
  onTry,
}: {
  data: Portfolio;
  tried: readonly Identified[];
  placeId: string | null;
  onTry: (one: Identified) => void;
}) {
  const [code, setCode] = useState(list.types[0]?.code ?? '');
  const [timing, setTiming] = useState<readonly Timing[]>(list.types[0]?.timing ?? []);
  const [budget, setBudget] = useState<number | null>(null);
  const [name, setName] = useState('');
  const type = typeOf(list, code);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (type === null || timing.length === 0) return;
        const fields = emptyFields(list, {
          ...ofType(type),
          ...{ timing: [...timing], budget, name: name.trim() === '' ? type.label : name.trim() },
          places: placeId === null ? [] : [placeId],
        });
        onTry({ ...fields, id: `tried ${tried.length + 1} ${code}` });
        setName('');
        setBudget(null);
      }}
    >
      <Choice
        label="Type"
        {...(type !== null && { hint: `The name is ${originWords(type)}.` })}
        value={code}
        options={list.types.map((each) => [each.code, each.label] as const)}
        onChange={(next) => {
          setCode(next);
          setTiming(typeOf(list, next)?.timing ?? []);
        }}
      />
      <Ticks
        legend="When would it act? At least one"
        options={Timing.options.map((when) => [when, timingSaid[when]])}
        chosen={timing}
        onChange={(chosen) => setTiming(Timing.options.filter((when) => chosen.includes(when)))}
      />
      <NumberField
        label="What would it cost?"
        hint="Empty where nobody knows; it then changes the work but not the spend."
        step="any"
        value={budget}
        onChange={setBudget}
      />
      <TextField
        label="What would it be called?"
        hint="Empty takes the name of its type."
        maxLength={300}
        value={name}
        onChange={setName}
      />
      <div>
        <Button type="submit" disabled={timing.length === 0}>
          Try it
        </Button>
      </div>
    </form>
  );
}
