import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import type { Because, Study } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { day, percent } from '../words.ts';
import { claimQuery, evidenceChanged, removeClaim, ruleQuery, type WholeClaim } from './calls.ts';
import { ClaimForm } from './claim-form.tsx';
import { ClaimHistory } from './claim-history.tsx';
import { EvidenceFrame } from './frame.tsx';
import { ConfidenceMark, VerdictMark } from './marks.tsx';
import { RuleSentences } from './rule-sentences.tsx';
import {
  becauseSentence,
  confidenceWords,
  freshnessWords,
  readWords,
  stanceWords,
  statusWords,
} from './words.ts';

/** One claim: how sure one may be and why, what speaks for and against it, and how it came to be as it is. */
export function ClaimPage() {
  const { partnership, claim: id } = useParams({ from: '/p/$partnership/evidence/claims/$claim' });
  const { data, error } = useQuery(claimQuery(partnership, id));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [changing, setChanging] = useState(false);
  const { offer, offerUndo } = useUndo();
  const remove = useMutation({
    mutationFn: (removed: boolean) => removeClaim(partnership, id, removed),
    onSuccess: async ({ removed }) => {
      if (removed)
        offerUndo({ says: 'The claim is taken away.', undo: () => remove.mutate(false) });
      else offerUndo({ says: 'The claim is back.', undo: () => remove.mutate(true) });
      if (!removed) await evidenceChanged(partnership);
    },
  });
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Claims"
      crumb="Claim"
      title={data?.claim.statement ?? ''}
      lede={data === undefined ? undefined : ledeOf(data)}
      ready={data !== undefined}
      action={
        may ? (
          <Button tone="primary" onClick={() => setChanging(true)}>
            Change the claim
          </Button>
        ) : undefined
      }
    >
      <Undo offer={offer} />
      <Problems error={remove.error} />
      {data !== undefined && (
        <>
          <Facts whole={data} />
          {data.claim.found.disagreement && (
            <Notice tone="warn" title="Strong studies disagree">
              <p>Both sides stand below. Read why before you lean on either.</p>
            </Notice>
          )}
          <ForAgainst partnership={partnership} whole={data} />
          <ClaimHistory whole={data} />
          <HowSure partnership={partnership} />
          {may && (
            <div>
              <Button tone="quiet" disabled={remove.isPending} onClick={() => remove.mutate(true)}>
                Take this claim away
              </Button>
            </div>
          )}
        </>
      )}
      {changing && data !== undefined && (
        <ClaimForm partnership={partnership} claim={data} onClose={() => setChanging(false)} />
      )}
    </EvidenceFrame>
  );
}

function ledeOf({ claim }: WholeClaim): string {
  const parts = [
    claim.theme,
    claim.scope,
    statusWords[claim.status],
    `version ${claim.version}, ${day(claim.changedAt)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function Facts({ whole: { claim } }: { whole: WholeClaim }) {
  const { found, override } = claim;
  return (
    <div className="claim-facts">
      <div>
        <span className="label">How sure one may be</span>
        <span className="says">
          <ConfidenceMark confidence={found.confidence} />
        </span>
        <span className="small">
          {becauseSentence(found.because as Because, found.n, found.strong)}
        </span>
        {override !== null && (
          <span className="small">
            The rule says {confidenceWords[found.ruled].toLowerCase()}; overruled by {override.by}
            {override.on !== null && ` on ${day(override.on)}`}: {override.reason}
          </span>
        )}
      </div>
      <div>
        <span className="label">What the evidence says</span>
        <span className="says">
          <VerdictMark
            verdict={claim.verdict ?? found.proposedVerdict}
            proposed={claim.verdict === null}
          />
        </span>
        <span className="small">
          {found.share === null
            ? 'No study yet.'
            : `${percent(found.share)} of the studies are of one mind.`}
        </span>
      </div>
      <div>
        <span className="label">Look at it again</span>
        <span className="says">{freshnessWords[claim.freshness]}</span>
        <span className="small">
          {claim.reviewBy === null
            ? 'A year after it was last looked at'
            : `By ${day(claim.reviewBy)}`}
          {claim.lastReviewOn !== null && `; last on ${day(claim.lastReviewOn)}`}
        </span>
      </div>
    </div>
  );
}

function ForAgainst({ partnership, whole }: { partnership: string; whole: WholeClaim }) {
  const { claim, studies } = whole;
  const sides = (['supports', 'contradicts', 'qualifies'] as const).map((stance) => ({
    stance,
    linked: claim.links.flatMap((link) => {
      const study = studies.find(({ id }) => id === link.study);
      return study === undefined || link.stance !== stance ? [] : [{ study, note: link.note }];
    }),
  }));
  const shown = sides.filter(({ stance, linked }) => stance !== 'qualifies' || linked.length > 0);
  return (
    <section className="stack">
      <h2>For and against</h2>
      <div className="for-against">
        {shown.map(({ stance, linked }) => (
          <section key={stance}>
            <h3>
              {stanceWords[stance]}: {linked.length}
            </h3>
            {linked.length === 0 ? (
              <p className="soft">
                No study of the register speaks {stance === 'supports' ? 'for' : 'against'} it.
              </p>
            ) : (
              <ul>
                {linked.map(({ study, note }) => (
                  <li key={study.id}>
                    <Linked {...{ partnership, study, note }} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}

function Linked({ partnership, study, note }: { partnership: string; study: Study; note: string }) {
  const facts = [
    study.sms === null ? 'not graded' : `Maryland ${study.sms} of 5`,
    study.countries.join(', '),
    study.design,
    readWords[study.read],
  ];
  return (
    <>
      <Link to="/p/$partnership/evidence/studies/$study" params={{ partnership, study: study.id }}>
        {study.title}
        {study.year !== null && ` (${study.year})`}
      </Link>
      <p className="small soft">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {note !== '' && <p className="small">{note}</p>}
    </>
  );
}

function HowSure({ partnership }: { partnership: string }) {
  const { data } = useQuery(ruleQuery(partnership));
  return (
    <Method>
      {data !== undefined && <RuleSentences rule={data.rule} />}
      <p>
        The numbers are a default of ours, made for small bodies of evidence.{' '}
        <Link to="/p/$partnership/evidence/rule" params={{ partnership }}>
          Your co-ordinator can change them
        </Link>
        .
      </p>
    </Method>
  );
}
