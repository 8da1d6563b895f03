import type { Finding } from '@freehold/core/crisis';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { addAction } from '../action/index.ts';
import type { Work } from '../database/within.ts';
import { draftClaim } from '../evidence/index.ts';
import { addGap } from '../gap/store.ts';
import type { Follow } from './shapes.ts';
import { addEvent, changeItem, crisisOf, itemToChange, type By, type KeptCrisis } from './store.ts';

/** Makes of a finding a draft claim of the register, a gap, or an action of the place; once each. The new one's id. */
export async function followUp(
  tx: Work,
  by: By,
  id: string,
  follow: Follow,
): Promise<Outcome<string>> {
  const item = await itemToChange(tx, id);
  const crisis = item === null ? null : await crisisOf(tx, item.crisis);
  if (item === null || crisis === null || item.removed) return refused(problem('not-found'));
  const { content } = item;
  if (content.kind !== 'finding') return refused(problem('not-a-finding'));
  if (content[follow.as] !== null) return refused(problem('finding-followed'));
  const made = await become(tx, by, { crisis, finding: content, follow });
  await changeItem(tx, by, { ...item, content: { ...content, [follow.as]: made } });
  const says = `A finding became ${words[follow.as]}: ${content.says}`;
  await addEvent(tx, by, crisis.id, { what: 'followed', says });
  return fine(made);
}

const words = { claim: 'a draft claim', gap: 'a gap', action: 'an action' } as const;

async function become(
  tx: Work,
  by: By,
  {
    crisis,
    finding,
    follow,
  }: { readonly crisis: KeptCrisis; readonly finding: Finding; readonly follow: Follow },
): Promise<string> {
  const about = { partnership: by.partnership, place: crisis.place.id };
  const title = finding.says.slice(0, 300);
  switch (follow.as) {
    case 'claim': {
      const note = `Found after “${crisis.title}” at ${crisis.place.name}. For whom: ${finding.forWhom === '' ? 'not said' : finding.forWhom}.`;
      return draftClaim(tx, { statement: finding.says, theme: follow.theme, note, by });
    }
    case 'gap': {
      const gap = await addGap(
        tx,
        { ...about, review: null },
        {
          ...{ topic: follow.topic, indicator: '', title, kind: follow.gapKind },
          ...{ severity: follow.severity, affected: finding.forWhom.slice(0, 500) },
          ...{ locallySolvable: true, escalateTo: '', pathway: null, fourP: null },
        },
      );
      return gap.id;
    }
    case 'action':
      return addAction(
        tx,
        { ...about, byName: by.name },
        actionFrom(title, crisis, follow),
        by.now,
      );
  }
}

function actionFrom(
  title: string,
  crisis: KeptCrisis,
  { ownerOrganisation, dueOn }: Extract<Follow, { as: 'action' }>,
): Parameters<typeof addAction>[2] {
  return {
    ...{ round: null, title, objective: `Learnt from “${crisis.title}”`, method: '' },
    ...{ ownerOrganisation, ownerRole: '', ownerMailbox: '', ownerMember: null, remind: false },
    ...{ doers: '', resources: '', resourceSource: '', startsOn: null, dueOn, status: 'planned' },
    ...{ blocked: '', evidence: '', kind: 'process', stage: null, pathway: null, fourP: null },
    ...{ gaps: [], assets: [], topics: [], indicators: [], interventions: [] },
    ...{ cost: null, currency: 'GBP' },
  };
}
