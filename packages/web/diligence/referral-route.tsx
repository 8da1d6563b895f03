import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { settingQuery } from './calls.ts';

/** Whom to turn to here, as the partnership has written it down. */
export function ReferralRoute({ partnership }: { partnership: string }) {
  const { data } = useQuery(settingQuery(partnership));
  if (data === undefined) return null;
  const { referral } = data.setting;
  return (
    <div className="prompt stack-tight">
      <p className="strong">The local referral route</p>
      {referral === '' ? (
        <p>
          Nobody has written it down yet. Write it{' '}
          <Link to="/p/$partnership/change/diligence/rules" params={{ partnership }}>
            among the rules
          </Link>
          , or look for a first responder in{' '}
          <Link to="/p/$partnership/partners/organisations" params={{ partnership }}>
            your directory
          </Link>
          .
        </p>
      ) : (
        <p className="prose">{referral}</p>
      )}
    </div>
  );
}
