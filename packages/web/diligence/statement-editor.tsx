import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  levelOf,
  levelWords,
  missingOf,
  missingWords,
  statementItemSource,
  type AreaGuide,
  type StatementAnswer,
  type StatementContent,
  type StatementItem,
} from '@freehold/core/diligence';
import { Refusal } from '../api.ts';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { useAutosave } from '../review/autosave.ts';
import { findItem, writeArea, type Statement, type StatementAt } from './statement-calls.ts';
import { Clash } from './statement-clash.tsx';
import { contentOf } from './statement-content.ts';
import { FoundChoice } from './statement-found-choice.tsx';
import { Records } from './statement-records.tsx';
import { Versions } from './statement-versions.tsx';

/** An area's text beside its checklist: what is missing stands next to what is written, which is kept as it is typed. */
export function AreaEditor({
  at,
  guide,
  statement,
  mayWrite,
}: {
  at: StatementAt;
  guide: AreaGuide;
  statement: Statement;
  mayWrite: boolean;
}) {
  return (
    <article className="stack" aria-labelledby="area-title">
      <header className="stack-tight">
        <h2 id="area-title">{guide.title}</h2>
        <p className="soft">{guide.help}</p>
      </header>
      <div className="beside">
        <Written {...{ at, guide, statement, mayWrite }} />
        <Checklist {...{ at, guide, statement, mayWrite }} />
      </div>
    </article>
  );
}

function Written({
  at,
  guide,
  statement,
  mayWrite,
}: {
  at: StatementAt;
  guide: AreaGuide;
  statement: Statement;
  mayWrite: boolean;
}) {
  const kept = statement.texts.find(({ area }) => area === guide.code);
  const version = useRef(kept?.version ?? 0);
  const [text, setText] = useState(kept?.written ?? '');
  const saver = useAutosave<string>(async (written) => {
    version.current = await writeArea(at, { area: guide.code, written, version: version.current });
  });
  const set = (written: string) => {
    setText(written);
    saver.put(written);
  };
  const clash =
    saver.error instanceof Refusal &&
    saver.error.problems.some(({ code }) => code === 'changed-by-another');
  return (
    <section className="stack" aria-label="What the statement says">
      <Problems error={saver.error} />
      {clash && (
        <Clash
          at={at}
          area={guide.code}
          mine={text}
          onChosen={(theirs, chosen) => {
            version.current = theirs;
            set(chosen);
          }}
        />
      )}
      {mayWrite ? (
        <TextArea
          label="What the statement says"
          hint="An empty line begins a paragraph; lines that begin with “- ” make a list. It is kept as you type."
          maxLength={50_000}
          value={text}
          onChange={set}
        />
      ) : (
        <p className={text === '' ? 'soft' : 'pre-line'}>
          {text === '' ? 'Nothing is written yet.' : text}
        </p>
      )}
      <Records area={guide.code} records={statement.records} />
      <Versions at={at} area={guide.code} onChosen={mayWrite ? set : null} />
    </section>
  );
}

function Checklist({
  at,
  guide,
  statement,
  mayWrite,
}: {
  at: StatementAt;
  guide: AreaGuide;
  statement: Statement;
  mayWrite: boolean;
}) {
  const content = contentOf(statement);
  const missing = missingOf(content, guide.code);
  const find = useMutation({
    mutationFn: (change: Parameters<typeof findItem>[1]) => findItem(at, change),
  });
  return (
    <section className="stack checklist" aria-label="What is asked">
      <p className="strong" role="status">
        Now: {levelWords[levelOf(guide, content.answers)].toLowerCase()}
      </p>
      {missing.length > 0 && (
        <ul className="small missing" aria-label="What is missing">
          {missing.map((each) => (
            <li key={`${each.kind} ${each.about}`}>{missingWords(each)}</li>
          ))}
        </ul>
      )}
      <Problems error={find.error} />
      {([1, 2, 3] as const).map((level) => (
        <Asked
          key={level}
          {...{ level, content, mayWrite }}
          items={guide.items.filter((item) => item.level === level)}
          onFound={(item, answer) => find.mutate({ item, answer, note: '' })}
        />
      ))}
      <p className="small soft">
        <a href={statementItemSource.url}>{statementItemSource.title}</a>.{' '}
        {statementItemSource.note}
      </p>
    </section>
  );
}

/** What one level asks; where nobody has read the framework's own words, it says so once. */
function Asked({
  level,
  items,
  content,
  mayWrite,
  onFound,
}: {
  level: 1 | 2 | 3;
  items: readonly StatementItem[];
  content: Pick<StatementContent, 'answers'>;
  mayWrite: boolean;
  onFound: (item: string, answer: StatementAnswer | null) => void;
}) {
  return (
    <fieldset className="asked">
      <legend>{levelWords[level]}</legend>
      {items.some(({ proposed }) => proposed) && (
        <p className="small soft">Our proposal; UNVERIFIED in the framework.</p>
      )}
      {items.map(({ code, says }) => (
        <FoundChoice
          key={code}
          says={says}
          note=""
          answer={content.answers[code] ?? null}
          mayWrite={mayWrite}
          onChange={(answer) => onFound(code, answer)}
        />
      ))}
    </fieldset>
  );
}
