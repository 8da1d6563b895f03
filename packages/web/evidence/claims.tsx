import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { claimsQuery, type ShownClaim } from './calls.ts';
import { ClaimForm } from './claim-form.tsx';
import { EvidenceFrame } from './frame.tsx';
import { ConfidenceMark, VerdictMark } from './marks.tsx';
import { NothingKnown } from './nothing-known.tsx';
import { freshnessWords, statusWords } from './words.ts';

/** The register of claims, by theme: what is said, what the evidence says of it, and how sure one may be. */
export function Claims() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence' });
  const { theme = '' } = useSearch({ from: '/p/$partnership/evidence' });
  const navigate = useNavigate();
  const { data, error } = useQuery(claimsQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [adding, setAdding] = useState(false);
  const all = data?.claims ?? [];
  const themes = [...new Set(all.map((claim) => claim.theme))];
  const shown = all.filter((claim) => theme === '' || claim.theme === theme);
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Claims"
      title={titleOf(all)}
      lede={data === undefined ? undefined : ledeOf(data.studies, data.sources)}
      ready={data !== undefined}
      action={
        may && all.length > 0 ? (
          <Button tone="primary" onClick={() => setAdding(true)}>
            Add a claim
          </Button>
        ) : undefined
      }
    >
      {all.length === 0 ? (
        <NothingKnown partnership={partnership} may={may} onAdd={() => setAdding(true)} />
      ) : (
        <>
          <Stale claims={all} partnership={partnership} />
          <div className="side-by-side">
            <Choice
              label="Theme"
              value={theme}
              options={[
                ['', 'All themes'],
                ...themes.map((each) => [each, each || 'No theme'] as const),
              ]}
              onChange={(next) =>
                void navigate({
                  to: '/p/$partnership/evidence',
                  params: { partnership },
                  search: next === '' ? {} : { theme: next },
                })
              }
            />
            <Link to="/p/$partnership/evidence/changes" params={{ partnership }}>
              What changed since …
            </Link>
            <Link to="/p/$partnership/evidence/rule" params={{ partnership }}>
              The rule of confidence
            </Link>
          </div>
          {themes
            .filter((each) => shown.some((claim) => claim.theme === each))
            .map((each) => (
              <section key={each}>
                <h2>{each || 'No theme'}</h2>
                {shown
                  .filter((claim) => claim.theme === each)
                  .map((claim) => (
                    <ClaimRow key={claim.id} partnership={partnership} claim={claim} />
                  ))}
              </section>
            ))}
          <HowJudged />
        </>
      )}
      {adding && (
        <ClaimForm partnership={partnership} claim={null} onClose={() => setAdding(false)} />
      )}
    </EvidenceFrame>
  );
}

function ClaimRow({ partnership, claim }: { partnership: string; claim: ShownClaim }) {
  const { found, freshness } = claim;
  const { supports, contradicts, qualifies } = found.stances;
  return (
    <article className="claim-row">
      <div className="stack-tight">
        <h3>
          <Link
            to="/p/$partnership/evidence/claims/$claim"
            params={{ partnership, claim: claim.id }}
          >
            {claim.statement}
          </Link>
        </h3>
        <p className="small soft">
          {statusWords[claim.status]} · version {claim.version}
          {claim.scope !== '' && ` · ${claim.scope}`}
        </p>
        <div className="row tags">
          {found.disagreement && <span className="tag warn">Strong studies disagree</span>}
          {found.overridden && <span className="tag">Overruled by a person</span>}
          {freshness !== 'current' && (
            <span className={freshness === 'stale' ? 'tag bad' : 'tag'}>
              {freshnessWords[freshness]}
            </span>
          )}
        </div>
      </div>
      <div>
        <p className="small soft">Confidence</p>
        <ConfidenceMark confidence={found.confidence} />
        <p className="small figures">
          {count(found.n, 'study', 'studies')}, {found.strong} strong
        </p>
      </div>
      <div>
        <p className="small soft">Verdict</p>
        <VerdictMark
          verdict={claim.verdict ?? found.proposedVerdict}
          proposed={claim.verdict === null}
        />
        <p className="small figures">
          {supports} for · {contradicts} against
          {qualifies > 0 && ` · ${qualifies} qualify`}
        </p>
      </div>
    </article>
  );
}

function titleOf(claims: readonly ShownClaim[]): string {
  if (claims.length === 0) return 'Nothing is claimed yet, so nothing is known yet';
  const sure = claims.filter(({ found }) => ['moderate', 'high'].includes(found.confidence)).length;
  return sure === 0
    ? `None of ${count(claims.length, 'claim', 'claims')} can be held with more than low confidence`
    : `${sure} of ${count(claims.length, 'claim', 'claims')} can be held with moderate confidence or more`;
}

function ledeOf(studies: number, sources: number): string {
  return `They rest on ${count(studies, 'study', 'studies')} from ${count(sources, 'source', 'sources')}.`;
}

function Stale({ claims, partnership }: { claims: readonly ShownClaim[]; partnership: string }) {
  const stale = claims.filter(({ freshness }) => freshness === 'stale');
  if (stale.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={`${count(stale.length, 'claim is', 'claims are')} due to be looked at again`}
    >
      <ul>
        {stale.slice(0, 3).map(({ id, statement }) => (
          <li key={id}>
            <Link to="/p/$partnership/evidence/claims/$claim" params={{ partnership, claim: id }}>
              {statement}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function HowJudged() {
  return (
    <Method>
      <p>
        Confidence says how sure one may be; the verdict says what of. They are kept apart: one may
        be quite sure that something does not work. Studies with the same sample count once. A
        person may overrule the rule, with a name and a reason, and then both words are shown. Few
        published evidence maps plan to be looked at again; here a claim is due a year after it was
        last looked at, unless it says otherwise.
      </p>
    </Method>
  );
}
