import type { Framework } from '@freehold/core/framework';
import { proposedGaps, type ProposedGap, type ReviewProfile } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import type { ExampleGap } from './content.ts';
import type { Setting } from './review.ts';

/**
 * Writes the gap register: what the scores propose, with what people decided about it, and what people named
 * themselves. A proposal that nobody decided about stays proposed. Then the order of work.
 */
export async function addPlan(
  tx: Work,
  setting: Setting,
  { review, profile, view }: { review: string; profile: ReviewProfile; view: Framework },
): Promise<void> {
  const { gaps, story } = setting.content;
  const proposals = proposedGaps(profile, view);
  const made = setting.calendar.at(story.first.gapsDay);
  const decided = setting.calendar.at(story.first.gapsDay + 2);
  const own = {
    partnership_id: setting.partnership,
    place_id: setting.place,
    review_id: review,
    made_at: made,
  };
  const rows = [
    ...proposals.map((proposal) => {
      const decision = gaps.find((gap) => sameGap(gap, proposal));
      return {
        ...own,
        ...(decision === undefined ? undecided(proposal) : written(decision)),
        proposed_because: JSON.stringify(proposal.because),
        changed_at: decision === undefined ? made : decided,
      };
    }),
    ...gaps
      .filter((gap) => !proposals.some((proposal) => sameGap(gap, proposal)))
      .map((gap) => ({ ...own, ...written(gap), proposed_because: '', changed_at: decided })),
  ];
  const kept = await tx
    .insertInto('gap')
    .values(rows)
    .returning(['id', 'topic', 'indicator', 'kind'])
    .execute();
  const priorities = gaps.flatMap((gap) => {
    const { importance, reach, position, note } = gap;
    const found = kept.find((row) => sameGap(row, gap));
    if (found === undefined || importance === undefined || reach === undefined) return [];
    return [
      {
        partnership_id: setting.partnership,
        review_id: review,
        gap_id: found.id,
        importance,
        reach,
        position: position ?? null,
        note: note ?? '',
        changed_at: decided,
      },
    ];
  });
  await tx.insertInto('priority').values(priorities).execute();
}

type About = Pick<ExampleGap, 'topic' | 'indicator' | 'kind'>;

/** One gap of a kind for a topic or indicator: what the register itself goes by. */
export function sameGap(a: About, b: About): boolean {
  return a.topic === b.topic && a.indicator === b.indicator && a.kind === b.kind;
}

function undecided({ topic, indicator, kind, title, severity, locallySolvable }: ProposedGap) {
  return {
    ...{ topic, indicator, kind, title, severity },
    locally_solvable: locallySolvable,
    affected: '',
    escalate_to: '',
    status: 'proposed' as const,
    reason: '',
  };
}

function written({ topic, indicator, kind, title, severity, ...gap }: ExampleGap) {
  return {
    ...{ topic, indicator, kind, title, severity },
    locally_solvable: gap.escalateTo === '' && !topic.startsWith('T5.'),
    affected: gap.affected,
    escalate_to: gap.escalateTo,
    status: gap.status,
    reason: gap.reason,
  };
}

/** Writes the asset register. */
export async function addAssets(tx: Work, setting: Setting): Promise<void> {
  const { partnership, place, content, calendar } = setting;
  const at = calendar.at(content.story.first.gapsDay);
  const rows = content.assets.map((asset) => ({
    partnership_id: partnership,
    place_id: place,
    name: asset.name,
    kind: asset.kind,
    topics: JSON.stringify(asset.topics),
    capacity: asset.capacity,
    access_route: asset.accessRoute,
    owner: asset.owner,
    last_confirmed: asset.confirmedDay === null ? null : calendar.on(asset.confirmedDay),
    consent_to_list: asset.consentToList,
    used: asset.used,
    made_at: at,
    changed_at: at,
  }));
  await tx.insertInto('asset').values(rows).execute();
}
