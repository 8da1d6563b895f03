import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Stance, Study } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { studiesQuery, type WrittenClaim } from './calls.ts';
import { stanceWords } from './words.ts';

type Links = WrittenClaim['links'];

/** The studies that a claim rests on: found by their title, each for, against or qualifying. */
export function StudyLinks({
  partnership,
  links,
  known,
  onChange,
}: {
  partnership: string;
  links: Links;
  /** Studies that are linked already, for their titles. */
  known: readonly Pick<Study, 'id' | 'title' | 'year'>[];
  onChange: (links: Links) => void;
}) {
  const [query, setQuery] = useState('');
  const [titles, setTitles] = useState(() => new Map(known.map((each) => [each.id, named(each)])));
  const found = useQuery({
    ...studiesQuery(partnership, { query, size: 8 }),
    enabled: query.trim().length > 1,
  });
  const linked = new Set(links.map(({ study }) => study));
  const offered = (found.data?.studies ?? []).filter(({ id }) => !linked.has(id));
  const change = (at: number, part: Partial<Links[number]>) =>
    onChange(links.map((link, place) => (place === at ? { ...link, ...part } : link)));
  return (
    <fieldset className="stack">
      <legend>Studies that bear on it</legend>
      {links.map((link, at) => (
        <div key={link.study} className="stack-tight">
          <p className="strong">{titles.get(link.study) ?? link.study}</p>
          <div className="side-by-side">
            <Choice
              label="It speaks"
              value={link.stance}
              options={stances}
              onChange={(stance) => change(at, { stance })}
            />
            <TextField
              label="Note"
              maxLength={2000}
              value={link.note}
              onChange={(note) => change(at, { note })}
            />
            <Button tone="quiet" onClick={() => onChange(links.filter((_, place) => place !== at))}>
              Unlink
            </Button>
          </div>
        </div>
      ))}
      <TextField
        label="Find a study to link"
        type="search"
        hint="Two letters of its title or more."
        value={query}
        onChange={setQuery}
      />
      {query.trim().length > 1 && (
        <ul className="record-list" aria-label="Studies found">
          {offered.map((study) => (
            <li key={study.id} className="row">
              <Button
                onClick={() => {
                  setTitles((before) => new Map([...before, [study.id, named(study)]]));
                  onChange([...links, { study: study.id, stance: 'supports', note: '' }]);
                }}
              >
                Link
              </Button>
              <span className="small">{named(study)}</span>
            </li>
          ))}
          {found.data !== undefined && offered.length === 0 && (
            <li className="small soft">No further study has this in its title.</li>
          )}
        </ul>
      )}
    </fieldset>
  );
}

const stances = (['supports', 'contradicts', 'qualifies'] as const satisfies readonly Stance[]).map(
  (each) => [each, stanceWords[each]] as const,
);

function named({ title, year }: Pick<Study, 'title' | 'year'>): string {
  return year === null ? title : `${title} (${year})`;
}
