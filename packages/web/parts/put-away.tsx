import { Button } from './button.tsx';
import { count } from '../words.ts';

/** What was put away, folded up at the end of a list, and how to take it out again; nothing where nothing was. */
export function PutAway({
  away,
  names: [one, many],
  onTakeOut,
}: {
  away: readonly { readonly id: string; readonly title: string }[];
  /** What they are called, one and several of them. */
  names: readonly [string, string];
  /** Null for who may not. */
  onTakeOut: ((id: string) => void) | null;
}) {
  if (away.length === 0) return null;
  return (
    <details className="put-away">
      <summary>{count(away.length, one, many)} put away</summary>
      <ul>
        {away.map(({ id, title }) => (
          <li key={id}>
            {title}{' '}
            {onTakeOut !== null && (
              <Button tone="quiet" onClick={() => onTakeOut(id)}>
                Take out again<span className="unseen">: {title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
