import { useState, type ReactNode } from 'react';
import { sectorOf } from '@freehold/core/directory';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { percent } from '../words.ts';
import type { CleanUpItem } from './calls.ts';
import { cleanUpWords, codeChoices, codeWords, reasonWords } from './words.ts';

export type Settlement =
  | { what: 'organisation'; organisation: string }
  | { what: 'new-organisation'; name: string; sector: string }
  | { what: 'name'; name: string }
  | { what: 'answer'; question: 'chair' | 'coordinator' | 'scale'; code: string }
  | { what: 'keep' }
  | { what: 'dismiss'; reason: string };

/** One thing to clean up: what was written where, what it may mean, and what can be done. */
export function CleanUpCard({
  item,
  may,
  busy,
  onSettle,
  onRefuse,
}: {
  item: CleanUpItem;
  may: boolean;
  busy: boolean;
  onSettle: (said: Settlement) => void;
  onRefuse: (organisation: string) => void;
}) {
  const [title, next] = cleanUpWords[item.kind];
  return (
    <article className="clean-up-card stack-tight">
      <header>
        <h2>{item.text === '' ? title : `“${item.text}”`}</h2>
        <p className="small soft">
          {title} · {item.listed?.name ?? 'no partnership'} · {whereWords(item)}
        </p>
      </header>
      <p>
        {next} {detailWords(item)}
      </p>
      {item.suggestions.length > 0 && (
        <ul className="plain suggestions">
          {item.suggestions.map((each) => (
            <li key={each.organisation} className="row">
              <span>
                <span className="strong">{each.name}</span>{' '}
                <span className="small soft">
                  {percent(each.score)}, {reasonWords[each.reason]}
                </span>
              </span>
              {may && (
                <>
                  <Button
                    disabled={busy}
                    onClick={() =>
                      onSettle({ what: 'organisation', organisation: each.organisation })
                    }
                  >
                    That is it
                  </Button>
                  <Button tone="quiet" disabled={busy} onClick={() => onRefuse(each.organisation)}>
                    Not that one
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && <Ways item={item} busy={busy} onSettle={onSettle} />}
    </article>
  );
}

function whereWords({ file, row, column }: CleanUpItem): string {
  const parts = [`file of ${file}`, row !== null && `row ${row}`, column];
  return parts.filter((part) => part !== false && part !== '').join(', ');
}

function detailWords({ details, kind }: CleanUpItem): string {
  const { first = '', count = '', sector = '', codes = '' } = details;
  if (count !== '') return `Written ${count} times.`;
  if (sector !== '') return `Sector: ${codeWords('sector', sector)}.`;
  if (codes !== '')
    return `Apart: ${codes
      .split(' ')
      .map((code) => codeWords('activity', code))
      .join(', ')}.`;
  if (first === '') return '';
  return kind === 'answer-differs'
    ? `What stands: ${codeWords('lead', first)}.`
    : `What stands: “${first}”.`;
}

/** What a person can do about it besides accepting a suggestion. */
function Ways({
  item,
  busy,
  onSettle,
}: {
  item: CleanUpItem;
  busy: boolean;
  onSettle: (said: Settlement) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <details>
      <summary className="small">More ways</summary>
      <div className="stack">
        {item.kind.startsWith('member-') && item.listed !== null && (
          <NewOne text={item.text} busy={busy} onSettle={onSettle} />
        )}
        {item.kind.startsWith('name-') && item.listed !== null && (
          <Name
            text={item.kind === 'name-differs' ? item.text : ''}
            busy={busy}
            onSettle={onSettle}
          />
        )}
        {questionOf(item.column) !== null && item.listed !== null && (
          <Answer item={item} busy={busy} onSettle={onSettle} />
        )}
        <Line>
          <Button disabled={busy} onClick={() => onSettle({ what: 'keep' })}>
            What stands is right
          </Button>
        </Line>
        <Line>
          <TextField
            label="Why it can be left"
            value={reason}
            onChange={setReason}
            maxLength={500}
          />
          <Button
            disabled={busy || reason.trim() === ''}
            onClick={() => onSettle({ what: 'dismiss', reason })}
          >
            Leave it
          </Button>
        </Line>
      </div>
    </details>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <div className="row ways">{children}</div>;
}

type Part = { busy: boolean; onSettle: (said: Settlement) => void };

function NewOne({ text, busy, onSettle }: Part & { text: string }) {
  const [name, setName] = useState(text.slice(0, 200));
  const [sector, setSector] = useState(sectorOf(text));
  return (
    <Line>
      <TextField label="A new organisation" value={name} onChange={setName} maxLength={200} />
      <Choice
        label="Sector"
        value={sector}
        options={codeChoices('sector').slice(1)}
        onChange={setSector}
      />
      <Button
        disabled={busy || name.trim() === ''}
        onClick={() => onSettle({ what: 'new-organisation', name, sector })}
      >
        List it
      </Button>
    </Line>
  );
}

function Name({ text, busy, onSettle }: Part & { text: string }) {
  const [name, setName] = useState(text);
  return (
    <Line>
      <TextField label="Its name" value={name} onChange={setName} maxLength={300} />
      <Button
        disabled={busy || name.trim() === ''}
        onClick={() => onSettle({ what: 'name', name })}
      >
        Call it so
      </Button>
    </Line>
  );
}

function Answer({ item, busy, onSettle }: Part & { item: CleanUpItem }) {
  const [code, setCode] = useState('');
  const question = questionOf(item.column);
  if (question === null) return null;
  return (
    <Line>
      <Choice
        label={question === 'scale' ? 'Scale' : question === 'chair' ? 'Chair' : 'Co-ordinator'}
        value={code}
        options={codeChoices(question === 'scale' ? 'scale' : 'lead')}
        onChange={setCode}
      />
      <Button
        disabled={busy || code === ''}
        onClick={() => onSettle({ what: 'answer', question, code })}
      >
        That is the answer
      </Button>
    </Line>
  );
}

/** The question that a column of the files asks. */
function questionOf(column: string): 'chair' | 'coordinator' | 'scale' | null {
  if (column === 'chaired') return 'chair';
  if (column === 'coordinated') return 'coordinator';
  return column === 'area' ? 'scale' : null;
}
