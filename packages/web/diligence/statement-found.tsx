import { useMutation } from '@tanstack/react-query';
import { disclosurePrefix, disclosures, disclosureSource, foundOf } from '@freehold/core/diligence';
import { Problems } from '../parts/problems.tsx';
import { findItem, type Statement, type StatementAt } from './statement-calls.ts';
import { contentOf } from './statement-content.ts';
import { FoundChoice } from './statement-found-choice.tsx';

/** The disclosures that comparisons of statements count; three are read off the approval. */
export function Disclosures({
  at,
  statement,
  mayWrite,
}: {
  at: StatementAt;
  statement: Statement;
  mayWrite: boolean;
}) {
  const content = contentOf(statement);
  const find = useMutation({
    mutationFn: (change: Parameters<typeof findItem>[1]) => findItem(at, change),
  });
  return (
    <section className="stack" aria-labelledby="found-title">
      <header className="stack-tight">
        <h2 id="found-title">What it discloses</h2>
        <p className="soft">
          Anybody can compare statements by these. The first three follow from scope and approval.
        </p>
      </header>
      <Problems error={find.error} />
      <div className="two-columns">
        {disclosures.map(({ code, title, from }) => (
          <FoundChoice
            key={code}
            says={title}
            note={from === undefined ? '' : 'From scope and approval'}
            answer={foundOf(content, code)}
            mayWrite={mayWrite && from === undefined}
            onChange={(answer) =>
              find.mutate({ item: `${disclosurePrefix}${code}`, answer, note: '' })
            }
          />
        ))}
      </div>
      <p className="small soft">
        <a href={disclosureSource.url}>{disclosureSource.title}</a>. {disclosureSource.note}
      </p>
    </section>
  );
}
