import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepRecord } from '@freehold/core/access';
import { section54, section54Guidance, scopeWords, titleOfArea } from '@freehold/core/diligence';
import { ChangeFrame } from '../change/frame.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { beginStatement, statementsQuery, type StatementInBrief } from './statement-calls.ts';
import './statement-words.ts';

/** Every statement, how far each is, and what the law asks. */
export function Statements() {
  const { partnership } = useParams({ from: '/p/$partnership/change/statements' });
  const { data, error } = useQuery(statementsQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepRecord(mine.role);
  const [open, setOpen] = useState(false);
  const begin = may && (
    <Button tone="primary" onClick={() => setOpen(true)}>
      Begin a statement
    </Button>
  );
  const statements = data?.statements ?? [];
  return (
    <ChangeFrame
      partnership={partnership}
      here="Statements"
      title={title(statements)}
      error={error}
      ready={data !== undefined}
      action={statements.length > 0 ? begin : undefined}
    >
      {statements.length === 0 ? (
        <Empty title="A statement says each year what an organisation does against slavery">
          <p>
            You write it area by area beside a checklist, see what is missing, plan what will be
            better, and have it approved. Councils, companies and partners can each have theirs.
          </p>
          <div>{begin}</div>
        </Empty>
      ) : (
        <StatementTable {...{ partnership, statements }} />
      )}
      <Law />
      {open && <BeginForm partnership={partnership} onClose={() => setOpen(false)} />}
    </ChangeFrame>
  );
}

function title(statements: readonly StatementInBrief[]): string {
  if (statements.length === 0) return 'No statement is written yet';
  const approved = statements.filter(({ state }) => state === 'approved').length;
  return `${approved} of ${count(statements.length, 'statement', 'statements')} ${approved === 1 ? 'is' : 'are'} approved`;
}

function StatementTable({
  partnership,
  statements,
}: {
  partnership: string;
  statements: readonly StatementInBrief[];
}) {
  return (
    <Table
      caption="Statements, the newest year first"
      rows={statements}
      rowKey={({ id }) => id}
      stacks
      columns={[
        {
          title: 'Organisation',
          heads: true,
          cell: ({ id, organisation }) => (
            <Link
              to="/p/$partnership/change/statements/$statement"
              params={{ partnership, statement: id }}
            >
              {organisation}
            </Link>
          ),
        },
        { title: 'Financial year to', cell: ({ yearEnd }) => day(yearEnd) },
        {
          title: 'State',
          cell: ({ state }) => (
            <span className={state === 'approved' ? 'tag good' : 'tag'}>
              {state === 'approved' ? 'Approved' : 'Draft'}
            </span>
          ),
        },
        {
          title: 'Levels, 0 to 3',
          cell: ({ levels }) => (
            <>
              <span aria-hidden="true">{levels.map(({ level }) => level).join(' · ')}</span>
              <span className="unseen">
                {levels.map(({ area, level }) => `${titleOfArea(area)} ${level}`).join(', ')}
              </span>
            </>
          ),
        },
        {
          title: 'Disclosed',
          cell: ({ disclosed: { made, all, lookedAt } }) =>
            lookedAt === 0 ? '– not looked at' : `${made} of ${all} (${lookedAt} looked at)`,
        },
        { title: 'Missing', figure: true, cell: ({ missing }) => missing },
        { title: 'Section 54', cell: ({ scope }) => scopeShort[scope] },
      ]}
    />
  );
}

const scopeShort = { in: 'In scope', out: 'Not in scope', 'not-known': 'Not known' } as const;

function Law() {
  return (
    <Method>
      <p>
        {scopeWords.in} from an organisation that does business here, supplies goods or services and
        turns over £{(section54.threshold / 1e6).toFixed(0)} million or more a year, within{' '}
        {section54.publishWithinMonths} months of the year’s end. Others may publish one by choice.
      </p>
      <p>Guidance of {day(section54Guidance.published)}:</p>
      <ul>
        {section54Guidance.says.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="small soft">
        Read on {day(section54Guidance.readOn)}:{' '}
        <a href={section54.source.url}>{section54.source.title}</a>;{' '}
        <a href={section54Guidance.source.url}>{section54Guidance.source.title}</a>. The day on
        which the duty began is UNVERIFIED. This is a signpost and no legal advice.
      </p>
    </Method>
  );
}

function BeginForm({ partnership, onClose }: { partnership: string; onClose: () => void }) {
  const navigate = useNavigate();
  const [organisation, setOrganisation] = useState('');
  const [yearEnd, setYearEnd] = useState('');
  const begin = useMutation({
    mutationFn: () => beginStatement(partnership, { organisation, yearEnd }),
    onSuccess: ({ id }) =>
      navigate({
        to: '/p/$partnership/change/statements/$statement',
        params: { partnership, statement: id },
      }),
  });
  return (
    <Dialog title="Begin a statement" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <TextField
          label="Organisation"
          hint="Whose statement it is, written as it was last year."
          required
          maxLength={200}
          value={organisation}
          onChange={setOrganisation}
        />
        <TextField
          label="Last day of its financial year"
          type="date"
          required
          value={yearEnd}
          onChange={setYearEnd}
        />
        <Problems error={begin.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={begin.isPending}>
            Begin
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
