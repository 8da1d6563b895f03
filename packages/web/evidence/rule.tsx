import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import type { ConfidenceRule } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { day } from '../words.ts';
import { evidenceChanged, ruleQuery, setRule, type ShownRule } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';
import { RuleSentences } from './rule-sentences.tsx';

/** The rule by which studies become confidence: shown in words, and changed with a reason. */
export function RulePage() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/rule' });
  const { data, error } = useQuery(ruleQuery(partnership));
  const mine = usePartnership(partnership);
  const own = data?.own ?? null;
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Claims"
      crumb="The rule of confidence"
      title={
        own === null ? 'Confidence follows the usual rule' : 'Confidence follows a rule of your own'
      }
      lede="The rule looks at how many independent studies bear on a claim, how strong they are, and how far they agree. It is a default of ours, and every number of it is yours to change."
      ready={data !== undefined}
    >
      {data !== undefined && (
        <>
          <RuleSentences rule={data.rule} />
          {own !== null && (
            <p>
              Set by {own.byName}, {day(own.at)}: {own.reason}
            </p>
          )}
          {mine !== null && mayCoordinate(mine.role) && (
            <RuleForm key={JSON.stringify(data)} partnership={partnership} shown={data} />
          )}
        </>
      )}
    </EvidenceFrame>
  );
}

function RuleForm({ partnership, shown }: { partnership: string; shown: ShownRule }) {
  const [rule, setNumbers] = useState<ConfidenceRule>(shown.rule);
  const [reason, setReason] = useState('');
  const keep = useMutation({
    mutationFn: (next: ConfidenceRule | null) => setRule(partnership, { rule: next, reason }),
    onSuccess: () => evidenceChanged(partnership),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(rule);
      }}
    >
      <h2>Change the numbers</h2>
      <div className="facet-bar">
        {numbers.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            type="number"
            value={String(rule[key])}
            onChange={(text) => setNumbers({ ...rule, [key]: Number(text) })}
          />
        ))}
        {shares.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            type="number"
            value={String(Math.round(rule[key] * 100))}
            onChange={(text) => setNumbers({ ...rule, [key]: Number(text) / 100 })}
          />
        ))}
      </div>
      <TextArea
        label="Why it is so here"
        hint="Every claim’s confidence follows at once; the reason stands beside the rule."
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <Problems error={keep.error} />
      <div className="row">
        <Button tone="primary" type="submit" disabled={keep.isPending}>
          Set this rule
        </Button>
        {shown.own !== null && (
          <Button disabled={keep.isPending} onClick={() => keep.mutate(null)}>
            Go back to the usual rule
          </Button>
        )}
      </div>
    </form>
  );
}

const numbers = [
  ['strongFrom', 'A study is strong from (Maryland 0 to 5)'],
  ['manyWeak', 'Weak studies for “low”'],
  ['moderateStudies', 'Strong studies for “moderate”'],
  ['highStudies', 'Strong studies for “high”'],
  ['highContexts', 'Contexts for “high”'],
] as const;
const shares = [
  ['moderateShare', 'Of one mind for “moderate”, per cent'],
  ['highShare', 'Of one mind for “high”, per cent'],
] as const;
