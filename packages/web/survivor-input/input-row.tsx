import { channelWords, peopleWords } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { day } from '../words.ts';
import type { Input } from './calls.ts';

/** One theme: what was said in sum, from how many, and what came of it. */
export function InputRow({
  input,
  actions,
  onEdit,
  onRemove,
}: {
  input: Input;
  actions: readonly { readonly id: string; readonly title: string }[];
  /** Null for who may not. */
  onEdit: (() => void) | null;
  onRemove: () => void;
}) {
  const by = actions.filter(({ id }) => input.actions.includes(id));
  const of = <span className="unseen">: {input.theme}</span>;
  return (
    <li className="record">
      <div className="record-says">
        <span className="row tags">
          {input.changed === '' ? (
            <span className="tag warn">Nothing changed yet</span>
          ) : (
            <span className="tag good">Something changed</span>
          )}
        </span>
        <h3>{input.theme}</h3>
        <p>{input.summary}</p>
        {input.changed !== '' && (
          <p className="small">
            <span className="strong">What changed:</span> {input.changed}
          </p>
        )}
        {by.length > 0 && (
          <p className="small soft">By: {by.map(({ title }) => title).join('; ')}</p>
        )}
        <p className="small soft">
          {channelWords[input.channel]} · {peopleWords[input.people]} · {day(input.receivedOn)}
          {input.round !== null && ` · Round ${input.round}`}
        </p>
      </div>
      {onEdit !== null && (
        <div className="row">
          <Button tone="quiet" onClick={onEdit}>
            Edit{of}
          </Button>
          <Button tone="quiet" onClick={onRemove}>
            Take out{of}
          </Button>
        </div>
      )}
    </li>
  );
}
