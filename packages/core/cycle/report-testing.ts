import type { ReportedAction, ReportedGap, ReportedRisk, ReportSetting } from './report-input.ts';

// Made-up records that tests of the reports begin with.

export const setting: ReportSetting = {
  today: '2026-03-02',
  partnership: { name: 'Harbourside Partnership', madeUp: true },
  place: { name: 'Harbourside', type: 'district' },
};

export function action(id: string, change: Partial<ReportedAction> = {}): ReportedAction {
  return {
    ...{ id, title: `Action ${id}`, objective: '', method: '', ownerOrganisation: 'Council' },
    ...{ ownerRole: 'Lead', doers: '', resources: '', resourceSource: '', evidence: '' },
    ...{ blocked: '', startsOn: null, dueOn: null, madeOn: '2026-01-01', endedOn: null },
    ...{ notedOn: null, decided: null, gaps: [], status: 'under-way', kind: 'process' },
    ...{ stage: null, pathway: null, fourP: null, cost: null, currency: 'GBP' },
    roundNumber: null,
    ...change,
  };
}

export function gap(id: string, change: Partial<ReportedGap> = {}): ReportedGap {
  return {
    ...{ id, topic: 'T1.1', title: `Gap ${id}`, kind: 'service', severity: 'high' },
    ...{ status: 'kept', affected: '', locallySolvable: true, escalateTo: '', reason: '' },
    changedOn: '2026-02-01',
    ...change,
  };
}

export function risk(id: string, change: Partial<ReportedRisk> = {}): ReportedRisk {
  return {
    ...{ id, title: `Risk ${id}`, description: '', likelihood: 4, impact: 4, status: 'open' },
    ...{ reviewOn: null, mitigation: '', ownerOrganisation: '', ownerRole: '' },
    ...change,
  };
}

/** Every text of a document, a line each, table rows with their cells apart. */
export function textOf(document: {
  readonly sections: readonly { readonly title: string; readonly blocks: readonly unknown[] }[];
}): string {
  return document.sections
    .flatMap(({ title, blocks }) => [title, ...blocks.map((block) => JSON.stringify(block))])
    .join('\n');
}
