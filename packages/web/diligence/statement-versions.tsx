import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StatementArea } from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { moment } from '../words.ts';
import { versionsQuery, type StatementAt } from './statement-calls.ts';

/** What stood there before, by whom and when; any of it can be taken up again. Loaded when somebody asks. */
export function Versions({
  at,
  area,
  onChosen,
}: {
  at: StatementAt;
  area: StatementArea;
  /** Null for who may not write. */
  onChosen: ((text: string) => void) | null;
}) {
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ ...versionsQuery(at, area), enabled: open });
  return (
    <details className="method" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What stood here before</summary>
      <Problems error={error} />
      {data?.versions.length === 0 && <p className="soft">Nothing yet.</p>}
      <ol className="record-list">
        {data?.versions.map(({ version, written, byName, at: when }) => (
          <li key={version} className="stack-tight version">
            <p className="small soft">
              Version {version} · {byName} · {moment(when)}
            </p>
            <p className="small pre-line">{written === '' ? 'Empty.' : written}</p>
            {onChosen !== null && (
              <div>
                <Button tone="quiet" onClick={() => onChosen(written)}>
                  Take this text again<span className="unseen">: version {version}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
