import type { Action, NewAction } from './calls.ts';

/** What a new action begins with; links that came along are in `given`. */
export function emptyAction(given: Partial<NewAction>): NewAction {
  return {
    ...{ round: null, title: '', objective: '', method: '' },
    ...{ ownerOrganisation: '', ownerRole: '', ownerMailbox: '', ownerMember: null, remind: true },
    ...{ doers: '', resources: '', resourceSource: '', startsOn: null, dueOn: null },
    ...{ status: 'planned', blocked: '', evidence: '', kind: 'output', stage: 'change' },
    ...{ pathway: null, fourP: null, gaps: [], assets: [], topics: [], indicators: [] },
    ...{ interventions: [], cost: null, currency: 'GBP' },
    ...given,
  };
}

/** An action as the form changes it. */
export function fieldsOf(action: Action): NewAction {
  const { round, title, objective, method, owner, remind, doers, resources } = action;
  const { resourceSource, startsOn, dueOn, status, blocked, evidence, kind, stage } = action;
  const { pathway, fourP, gaps, assets, topics, indicators, interventions } = action;
  const { cost, currency } = action;
  return {
    ...{ round, title, objective, method, remind, doers, resources, resourceSource },
    ownerOrganisation: owner.organisation,
    ownerRole: owner.role,
    ownerMailbox: owner.mailbox ?? '',
    ownerMember: owner.member,
    ...{ startsOn, dueOn, status, blocked, evidence, kind, stage, pathway, fourP },
    ...{ gaps, assets, topics, indicators, interventions, cost, currency },
  };
}

/** What each field is called, for whoever is told that somebody else changed it. */
export const actionLabels: Readonly<Record<keyof NewAction, string>> = {
  round: 'Round',
  title: 'Title',
  objective: 'Objective',
  method: 'Method',
  ownerOrganisation: 'Organisation',
  ownerRole: 'Role',
  ownerMailbox: 'Mailbox',
  ownerMember: 'Member',
  remind: 'Reminders',
  doers: 'Doers',
  resources: 'Resources',
  resourceSource: 'Source of the resources',
  startsOn: 'Start',
  dueOn: 'Due day',
  status: 'Status',
  blocked: 'What stands in the way',
  evidence: 'Evidence',
  kind: 'Kind',
  stage: 'Stage',
  pathway: 'Place on a person’s way',
  fourP: '4P',
  gaps: 'Gaps',
  assets: 'Assets',
  topics: 'Topics',
  indicators: 'Indicators',
  interventions: 'Interventions',
  cost: 'Cost',
  currency: 'Currency',
};
