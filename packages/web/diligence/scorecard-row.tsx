import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { scorecard, scorecardLevels, type ScorecardRow as Row } from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { RadioCards } from '../review/radio-cards.tsx';
import { keepScore } from './statement-calls.ts';

/** One section of a year: its level, what shows it, and the year before. */
export function ScorecardRow({
  partnership,
  year,
  row,
  version,
  may,
}: {
  partnership: string;
  year: number;
  row: Row;
  version: number;
  may: boolean;
}) {
  const [open, setOpen] = useState(false);
  const { section, now, before, change } = row;
  const guide = scorecard.find(({ code }) => code === section);
  const level = now?.level ?? null;
  return (
    <li className="record">
      <div className="record-says">
        <h3>{guide?.title}</h3>
        <p className="small soft">{guide?.help}</p>
        <p>
          <span className="strong">
            {level === null ? '– not answered' : `Level ${level}: ${scorecardLevels[level] ?? ''}`}
          </span>
          {level !== null && level > 0 && ` · ${guide?.levels[level - 1] ?? ''}`}
        </p>
        {now !== null && (
          <p className="small">
            <span className="strong">Evidence:</span>{' '}
            {now.evidence === '' ? 'none named yet' : now.evidence}
            {now.link !== '' && (
              <>
                {' '}
                <a href={now.link}>Read it</a>
              </>
            )}
          </p>
        )}
        {before !== null && (
          <p className="small soft">
            Level {before.level} in {before.year}
            {change !== null && change !== 0 && ` · ${change > 0 ? '+' : '−'}${Math.abs(change)}`}
            {change === 0 && ' · unchanged'}
          </p>
        )}
        {open && <Answer {...{ partnership, year, row, version }} onClose={() => setOpen(false)} />}
      </div>
      {may && !open && (
        <div className="row">
          <Button tone="quiet" onClick={() => setOpen(true)}>
            {level === null ? 'Answer' : 'Change'}
            <span className="unseen">: {guide?.title}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function Answer({
  partnership,
  year,
  row,
  version,
  onClose,
}: {
  partnership: string;
  year: number;
  row: Row;
  version: number;
  onClose: () => void;
}) {
  const guide = scorecard.find(({ code }) => code === row.section);
  const [level, setLevel] = useState(row.now?.level ?? null);
  const [evidence, setEvidence] = useState(row.now?.evidence ?? '');
  const [link, setLink] = useState(row.now?.link ?? '');
  const save = useMutation({
    mutationFn: () =>
      keepScore(partnership, { year, section: row.section, level, evidence, link, version }),
    onSuccess: onClose,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <RadioCards
        legend={`${guide?.title}: which level is it in ${year}?`}
        name={`level-${row.section}`}
        chosen={level === null ? null : String(level)}
        options={scorecardLevels.map((words, at) => ({
          ...{ value: String(at), title: `${at} · ${words}` },
          says: at === 0 ? '' : (guide?.levels[at - 1] ?? ''),
        }))}
        onChange={(chosen) => setLevel(Number(chosen))}
      />
      <TextArea label="What shows it" maxLength={4000} value={evidence} onChange={setEvidence} />
      <TextField label="Where it can be read" type="url" value={link} onChange={setLink} />
      <Problems error={save.error} />
      <div className="row">
        <Button type="submit" disabled={save.isPending}>
          Keep it
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </div>
    </form>
  );
}
