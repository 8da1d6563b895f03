import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clauseTitle } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { today } from '../plan/stage-choice.tsx';
import { day, list } from '../words.ts';
import { assessmentsQuery, diligenceChanged, partner, type Assessment } from './calls.ts';
import { ReferralRoute } from './referral-route.tsx';
import { promptWords } from './words.ts';

/** Assessments of places of work with their prompts, and where they were referred to. */
export function AssessmentList({ partnership, may }: { partnership: string; may: boolean }) {
  const { data, error } = useQuery(assessmentsQuery(partnership));
  if (error) return <Problems error={error} />;
  if (data?.assessments.length === 0)
    return (
      <p className="soft">
        None yet. The ILO’s eleven indicators, answered for a place of work, say whether to refer.
      </p>
    );
  return (
    <ol className="record-list">
      {data?.assessments.map((each) => (
        <Line key={each.id} {...{ partnership, may }} assessment={each} />
      ))}
    </ol>
  );
}

function Line({
  partnership,
  assessment,
  may,
}: {
  partnership: string;
  assessment: Assessment;
  may: boolean;
}) {
  const { result, referredOn, referredTo } = assessment;
  const words = promptWords[result.prompt];
  const [to, setTo] = useState('');
  const refer = useMutation({
    mutationFn: (referral: { referredOn: string | null; referredTo: string }) =>
      got(
        partner['forced-labour-assessments'][':assessment'].referral.$put({
          param: { partnership, assessment: assessment.id },
          json: referral,
        }),
      ),
    onSuccess: () => diligenceChanged(partnership),
  });
  return (
    <li className="record">
      <div className="record-says">
        <h3>
          {assessment.title}: {words.title.toLowerCase()}
        </h3>
        <p className="small soft">
          {[assessment.supplier?.name, day(assessment.madeOn), assessment.byName]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </p>
        <p>
          There: {result.yes.length === 0 ? 'none' : list(result.yes.map(clauseTitle))}. Unknown:{' '}
          {result.unknown.length === 0 ? 'none' : list(result.unknown.map(clauseTitle))}.
        </p>
        {referredOn !== null ? (
          <p className="strong">
            Referred on {day(referredOn)} to {referredTo}.
          </p>
        ) : (
          result.prompt === 'refer' && (
            <>
              <p>{words.says}</p>
              <ReferralRoute partnership={partnership} />
              <Problems error={refer.error} />
              {may && (
                <div className="stack-tight">
                  <TextField
                    label="Referred to"
                    hint="An organisation or a desk."
                    maxLength={300}
                    value={to}
                    onChange={setTo}
                  />
                  <div>
                    <Button
                      disabled={refer.isPending || to.trim() === ''}
                      onClick={() => refer.mutate({ referredOn: today(), referredTo: to })}
                    >
                      It was referred today
                    </Button>
                  </div>
                </div>
              )}
            </>
          )
        )}
      </div>
      {may && referredOn !== null && (
        <div className="row">
          <Button
            tone="quiet"
            disabled={refer.isPending}
            onClick={() => refer.mutate({ referredOn: null, referredTo: '' })}
          >
            Take the referral back
          </Button>
        </div>
      )}
    </li>
  );
}
