import { shippedSetting } from '@freehold/core/diligence';
import { asInstallation } from '../database/within.ts';
import type { TestHouse } from './house.ts';

type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Something in every table of due diligence, and the ids by the names that routes give them. */
export async function fillDiligence(
  house: Pick<TestHouse, 'database'>,
  send: Send,
  { id, marker }: { readonly id: string; readonly marker: string },
) {
  const [supplier, twin] = [
    await send('/suppliers', named(marker)),
    await send('/suppliers', named(marker)),
  ];
  const site = await send(`/suppliers/${supplier}/sites`, {
    ...{ name: `${marker} site`, country: 'GB', postcode: marker, placeCode: `${marker}district` },
    ...{ longitude: null, latitude: null, workers: 11 },
  });
  const setting = { ...shippedSetting, referral: `${marker} route` };
  await send('/diligence/setting', { setting, version: 0 }, 'PUT');
  const risk = await send('/diligence/risks', {
    ...{ supplier, site, title: `${marker} risk`, description: `${marker} description` },
    ...{ clause: 'ilo-7', scale: 4, scope: 4, remediability: 3, likelihood: 3 },
    ...{ involvement: 'linked', salient: true, severe: true, tractable: true },
    ...{ evidence: `${marker} evidence`, notedOn: '2026-02-01' },
  });
  const incident = await send('/incidents', {
    ...{ supplier, site, title: `${marker} incident`, facts: `${marker} facts` },
    ...{ clauses: ['ilo-7'], affected: 3, foundOn: '2026-02-01', channel: 'audit' },
  });
  const action = await send('/diligence/actions', {
    ...{ supplier, risk, incident, title: `${marker} action`, step: 3, stage: 'mitigate' },
    ...{ leverage: `${marker} leverage`, ownerOrganisation: `${marker} owner` },
    ...{ ownerRole: `${marker} role`, dueOn: '2026-05-01', cost: 10, currency: 'GBP' },
    ...{ engaged: `${marker} engaged`, indicator: `${marker} indicator` },
    ...{ indicatorAim: `${marker} aim`, result: `${marker} result`, status: 'planned' },
  });
  const remedy = await send(`/incidents/${incident}/remedies`, {
    ...{ kind: 'back-pay', description: `${marker} remedy`, amount: 10, currency: 'GBP' },
    ...{ workers: 3, givenOn: '2026-02-02', agreement: 'agreed', checkDueOn: null },
    ...{ checkedOn: null, works: null, checkNote: `${marker} note` },
  });
  const assessment = await send('/forced-labour-assessments', {
    ...{ title: `${marker} place of work`, supplier, site, incident, madeOn: '2026-02-01' },
    answers: { 'ilo-7': { answer: 'yes', evidence: `${marker} evidence` } },
  });
  const rows = await asInstallation(house.database, async (tx) => {
    const own = { partnership_id: id };
    const counts = { suppliers: 1, same: 0, sites: 1, unplaced: 0, alike: 1 };
    const brought = await tx
      .insertInto('supplier_import')
      .values({ ...own, title: `${marker} list`, counts: JSON.stringify(counts) })
      .returning('id')
      .executeTakeFirstOrThrow();
    const pair = await tx
      .insertInto('supplier_duplicate')
      .values({ ...own, supplier_id: twin, of_id: supplier, score: 1, reason: 'same-name' })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { brought: brought.id, pair: pair.id };
  });
  return {
    ...{ supplier: [supplier, twin], site: [site], diligenceRisk: [risk], incident: [incident] },
    ...{ diligenceAction: [action], incidentRemedy: [remedy], assessment: [assessment] },
    ...{ supplierImport: [rows.brought], supplierDuplicate: [rows.pair] },
  };
}

function named(marker: string) {
  return {
    ...{ name: `${marker} supplier`, own: false, companyNumber: `${marker}1`, country: 'GB' },
    ...{ tier: 1, workers: 11, turnover: 1, currency: 'GBP', products: ['01'] },
    note: `${marker} note`,
  };
}
