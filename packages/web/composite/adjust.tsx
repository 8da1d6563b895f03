import { useState } from 'react';
import { topOf, unitNames, type Adjustment } from '@freehold/core/composite';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Ticks } from '../parts/tick.tsx';
import { list } from '../words.ts';
import { NumberField } from './number-field.tsx';
import type { StepProps } from './pipeline.tsx';

type Kind = Adjustment['kind'];

/** Adjusted by hand: caps, floors and penalties, each with a reason that goes into the log. */
export function Adjust({ definition: { method }, structure, table, change }: StepProps) {
  const { adjust } = method;
  const [node, setNode] = useState(topOf(structure));
  const [kind, setKind] = useState<Kind>('cap');
  const [value, setValue] = useState(0);
  const [units, setUnits] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const names = unitNames(table);
  const set = (next: readonly Adjustment[]) => change({ method: { ...method, adjust: [...next] } });
  const add = () => {
    set([
      ...adjust,
      { node, kind, value, units: units.length === 0 ? null : [...units], reason: reason.trim() },
    ]);
    setReason('');
  };
  return (
    <div className="stack">
      <ul>
        {adjust.map((each, at) => (
          <li key={JSON.stringify(each)}>
            {kindWords[each.kind]} {each.value} on {each.node},{' '}
            {each.units === null ? 'all' : list(each.units.map((unit) => names.get(unit) ?? unit))}:{' '}
            {each.reason}{' '}
            <Button tone="quiet" onClick={() => set(adjust.filter((_, place) => place !== at))}>
              Remove<span className="unseen">: {each.reason}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="row end">
        <Choice
          label="What"
          value={kind}
          options={[
            ['cap', kindWords.cap],
            ['floor', kindWords.floor],
            ['penalty', kindWords.penalty],
          ]}
          onChange={setKind}
        />
        <Choice
          label="Of"
          value={node}
          options={structure.aggregates.map(({ code, name }) => [code, name || code] as const)}
          onChange={setNode}
        />
        <NumberField label="By or at" value={value} onChange={setValue} />
      </div>
      <details>
        <summary>For some only; none ticked means all</summary>
        <Ticks legend="For" options={[...names]} chosen={units} onChange={setUnits} />
      </details>
      <TextField label="Why" maxLength={1000} value={reason} onChange={setReason} />
      <div>
        <Button disabled={reason.trim() === ''} onClick={add}>
          Add this rule
        </Button>
      </div>
    </div>
  );
}

const kindWords: Readonly<Record<Kind, string>> = {
  cap: 'At most',
  floor: 'At least',
  penalty: 'Less by',
};
