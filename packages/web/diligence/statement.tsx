import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { mayIssueProfile, mayKeepRecord } from '@freehold/core/access';
import { missingIn, statementAreas } from '@freehold/core/diligence';
import { ChangeFrame } from '../change/frame.tsx';
import { Downloads } from '../document/downloads.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import {
  moveStatement,
  statementQuery,
  type Statement,
  type StatementAt,
} from './statement-calls.ts';
import { contentOf } from './statement-content.ts';
import { AreaEditor } from './statement-editor.tsx';
import { FactsForm } from './statement-facts.tsx';
import { Disclosures } from './statement-found.tsx';
import { LevelTable } from './statement-levels.tsx';
import { statementParts, type StatementPart } from './statement-part.ts';
import { Plan } from './statement-plan.tsx';
import './statement-words.ts';
import '../look/record.css';
import '../look/recovery.css';

/** One statement: its parts side by side with what each is asked, its approval and its files. */
export function StatementPage() {
  const at = useParams({ from: '/p/$partnership/change/statements/$statement' });
  const { part = 'structure' } = useSearch({
    from: '/p/$partnership/change/statements/$statement',
  });
  const { data, error } = useQuery(statementQuery(at));
  const mine = usePartnership(at.partnership);
  const mayWrite = mine !== null && mayKeepRecord(mine.role) && data?.state === 'draft';
  const mayApprove = mine !== null && mayIssueProfile(mine.role);
  return (
    <ChangeFrame
      partnership={at.partnership}
      here="Statements"
      title={data === undefined ? '' : title(data)}
      lede={data && `Financial year to ${day(data.yearEnd)}`}
      error={error}
      ready={data !== undefined}
      action={data && mayApprove ? <Approve {...{ at, statement: data }} /> : undefined}
    >
      {data && (
        <>
          {data.state === 'approved' && (
            <p className="row tags">
              <span className="tag good">Approved</span>
              <span className="small soft">Texts and answers stay as they are.</span>
            </p>
          )}
          <Parts at={at} here={part} />
          <Part key={part} {...{ at, part, statement: data, mayWrite }} />
          <LevelTable at={at} statement={data} />
          <Files at={at} />
        </>
      )}
    </ChangeFrame>
  );
}

function title(statement: Statement): string {
  const { organisation } = statement;
  const missing = missingIn(contentOf(statement)).length;
  if (statement.state === 'approved') return `${organisation}: the statement is approved`;
  return missing === 0
    ? `${organisation}: nothing that is asked is missing`
    : `${organisation}: ${count(missing, 'thing is', 'things are')} missing from the statement`;
}

function Part({
  part,
  ...rest
}: {
  at: StatementAt;
  part: StatementPart;
  statement: Statement;
  mayWrite: boolean;
}) {
  const guide = statementAreas.find(({ code }) => code === part);
  if (guide !== undefined) return <AreaEditor guide={guide} {...rest} />;
  if (part === 'approval') return <FactsForm {...rest} />;
  return part === 'disclosures' ? <Disclosures {...rest} /> : <Plan {...rest} />;
}

function Parts({ at, here }: { at: StatementAt; here: StatementPart }) {
  const navigate = useNavigate();
  const to = '/p/$partnership/change/statements/$statement' as const;
  return (
    <>
      <nav className="tabs plan-tabs" aria-label="Parts of the statement">
        {statementParts.map(({ code, words }) => (
          <Link
            key={code}
            to={to}
            params={at}
            search={{ part: code }}
            resetScroll={false}
            aria-current={code === here ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {words}
          </Link>
        ))}
      </nav>
      <div className="plan-choice">
        <Choice
          label="Part of the statement"
          value={here}
          options={statementParts.map(({ code, words }) => [code, words] as const)}
          onChange={(part) => void navigate({ to, params: at, search: { part } })}
        />
      </div>
    </>
  );
}

function Approve({ at, statement }: { at: StatementAt; statement: Statement }) {
  const approved = statement.state === 'approved';
  const move = useMutation({
    mutationFn: () => moveStatement(at, approved ? 'draft' : 'approved'),
  });
  return (
    <div className="stack-tight">
      <Button
        tone={approved ? 'plain' : 'primary'}
        disabled={move.isPending}
        onClick={() => move.mutate()}
      >
        {approved ? 'Take the approval back' : 'Approve the statement'}
      </Button>
      <Problems error={move.error} />
    </div>
  );
}

function Files({ at }: { at: StatementAt }) {
  const address = `/api/partnerships/${at.partnership}/statements/${at.statement}/document`;
  return (
    <section className="stack" aria-labelledby="files-title">
      <h2 id="files-title">Take it with you</h2>
      <h3>The statement, as it is published</h3>
      <Downloads address={`${address}?what=statement`} />
      <h3>How it stands: scope, levels, what is missing, plan, disclosures</h3>
      <Downloads address={`${address}?what=review`} />
    </section>
  );
}
