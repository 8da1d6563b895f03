import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { list } from '../words.ts';
import type { Clash } from './versioned.ts';

/** What somebody else wrote meanwhile, field by field, to take or to leave. */
export function Clashes({
  clashes,
  labels,
  theirs,
  onTake,
}: {
  clashes: readonly Clash[];
  labels: Readonly<Record<string, string>>;
  /** What the other wrote, in words. */
  theirs: (field: string) => string;
  onTake: (field: string) => void;
}) {
  if (clashes.length === 0) return null;
  const by = list([...new Set(clashes.map((each) => each.by))]);
  return (
    <Notice tone="warn" title={`${by} changed this while you wrote`}>
      <p>Nothing you typed is lost. Save again to put yours in its place, or take theirs:</p>
      <ul className="clashes">
        {clashes.map(({ field }) => (
          <li key={field}>
            <span>
              <span className="strong">{labels[field] ?? field}:</span> {theirs(field)}
            </span>
            <Button onClick={() => onTake(field)}>
              Take theirs<span className="unseen">: {labels[field] ?? field}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
