import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { annualParts } from '@freehold/core/cycle';
import { Loading } from '../parts/page.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import { useAutosave } from '../review/autosave.ts';
import { count } from '../words.ts';
import { textsQuery, writeText, type AnnualText } from './calls.ts';

/** What people write for a year’s report, heading by heading; it is kept as it is typed. */
export function AnnualTexts({ at, year }: { at: PlaceAt; year: number }) {
  const { data, error } = useQuery({ ...textsQuery(at, year), staleTime: Infinity, gcTime: 0 });
  if (data === undefined && error === null) return <Loading what="what is written" />;
  const texts = data?.texts ?? [];
  const done = texts.filter(({ written }) => written.trim() !== '').length;
  return (
    <details className="method" open={done === 0}>
      <summary>
        What people write: {done} of {count(annualParts.length, 'part', 'parts')}
      </summary>
      <Problems error={error} />
      <div className="stack">
        {annualParts.map((part) => (
          <One
            key={part.code}
            {...{ at, year, part }}
            text={texts.find((each) => each.part === part.code) ?? null}
          />
        ))}
      </div>
    </details>
  );
}

function One({
  at,
  year,
  part: { code, title, help },
  text,
}: {
  at: PlaceAt;
  year: number;
  part: (typeof annualParts)[number];
  text: AnnualText | null;
}) {
  const version = useRef(text?.version ?? 0);
  const [written, setWritten] = useState(text?.written ?? '');
  const saver = useAutosave<string>(async (next) => {
    const change = { year, part: code, written: next, version: version.current };
    version.current = await writeText(at, change);
  });
  return (
    <div className="part-text stack-tight">
      <TextArea
        label={title}
        hint={help}
        maxLength={20_000}
        value={written}
        onChange={(next) => {
          setWritten(next);
          saver.put(next);
        }}
      />
      <Problems error={saver.error} />
    </div>
  );
}
