import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  holdsWords,
  OrganisationKind,
  scopeOf,
  scopeReasonWords,
  scopeWords,
} from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { NumberField } from './inputs.tsx';
import { keepFacts, type Statement, type StatementAt } from './statement-calls.ts';
import { kindWords } from './statement-words.ts';

type Facts = Statement['facts'];

/** Whether the law asks for it and why, and who approved, signed and published it. */
export function FactsForm({
  at,
  statement,
  mayWrite,
}: {
  at: StatementAt;
  statement: Statement;
  mayWrite: boolean;
}) {
  const [facts, setFacts] = useState<Facts>(statement.facts);
  const [version, setVersion] = useState(statement.version);
  const save = useMutation({
    mutationFn: () => keepFacts(at, { facts, version }),
    onSuccess: () => setVersion(version + 1),
  });
  const scope = (change: Partial<Facts['scope']>) =>
    setFacts((before) => ({ ...before, scope: { ...before.scope, ...change } }));
  const approval = (change: Partial<Facts['approval']>) =>
    setFacts((before) => ({ ...before, approval: { ...before.approval, ...change } }));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset className="plain-fields" disabled={!mayWrite}>
        <div className="beside">
          <div className="stack">
            <h2>Must it be published?</h2>
            <Choice<OrganisationKind>
              label="What the organisation is"
              value={facts.scope.kind}
              options={OrganisationKind.options.map((each) => [each, kindWords[each]] as const)}
              onChange={(kind) => scope({ kind })}
            />
            <NumberField
              label="Turnover of the financial year, in pounds"
              hint="With its subsidiaries. Empty where it is not known."
              value={facts.scope.turnover}
              onChange={(turnover) => scope({ turnover })}
            />
            <YesNo
              label="Does it carry on business in the United Kingdom?"
              value={facts.scope.inUk}
              onChange={(inUk) => scope({ inUk })}
            />
            <YesNo
              label="Does it supply goods or services?"
              value={facts.scope.supplies}
              onChange={(supplies) => scope({ supplies })}
            />
            <ScopeAnswer facts={facts} />
          </div>
          <Approval facts={facts.approval} onChange={approval} />
        </div>
      </fieldset>
      <Problems error={save.error} />
      {mayWrite && (
        <div className="row">
          <Button type="submit" disabled={save.isPending}>
            Save scope and approval
          </Button>
          <span role="status" className="small soft">
            {save.isSuccess && 'Kept.'}
          </span>
        </div>
      )}
    </form>
  );
}

function ScopeAnswer({ facts }: { facts: Facts }) {
  const { answer, reasons } = scopeOf(facts.scope);
  return (
    <div className="stack-tight" role="status">
      <p className="strong">{scopeWords[answer]}.</p>
      <ul className="small">
        {reasons.map(({ reason, holds }) => (
          <li key={reason}>
            {scopeReasonWords[reason]}: <span className="strong">{holdsWords(holds)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Approval({
  facts,
  onChange,
}: {
  facts: Facts['approval'];
  onChange: (change: Partial<Facts['approval']>) => void;
}) {
  const date = (label: string, key: 'approvedOn' | 'signedOn' | 'publishedOn') => (
    <TextField
      label={label}
      type="date"
      value={facts[key] ?? ''}
      onChange={(value) => onChange({ [key]: value === '' ? null : value })}
    />
  );
  return (
    <div className="stack">
      <h2>Approval, signature, publication</h2>
      <TextField
        label="Who approved it"
        hint="The board, the cabinet, the members."
        maxLength={200}
        value={facts.board}
        onChange={(board) => onChange({ board })}
      />
      {date('Approved on', 'approvedOn')}
      <TextField
        label="Signed by, as a role"
        hint="“Director” or “Leader of the council”; the name stands in the published statement."
        maxLength={200}
        value={facts.signedByRole}
        onChange={(signedByRole) => onChange({ signedByRole })}
      />
      {date('Signed on', 'signedOn')}
      <TextField
        label="Address where it is published"
        type="url"
        value={facts.address}
        onChange={(address) => onChange({ address })}
      />
      {date('Published on', 'publishedOn')}
      <YesNo
        label="Is it linked from the home page?"
        value={facts.homeLink}
        onChange={(homeLink) => onChange({ homeLink })}
      />
      <TextField
        label="Address of the statement before"
        type="url"
        value={facts.previousAddress}
        onChange={(previousAddress) => onChange({ previousAddress })}
      />
    </div>
  );
}

const yesNo = [
  ['', 'Not known'],
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

function YesNo({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
}) {
  return (
    <Choice<(typeof yesNo)[number][0]>
      label={label}
      value={value === null ? '' : value ? 'yes' : 'no'}
      options={yesNo}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen === 'yes')}
    />
  );
}
