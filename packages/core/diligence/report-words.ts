import type { ActionStatus } from './cycle-step.ts';
import type { Agreement, IncidentStatus, RemedyKind } from './incident.ts';
import type { Band, Involvement } from './risk.ts';

// Words of documents; the web has its own, which say more.

export const bandTitles: Readonly<Record<Band, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  'not-known': 'Not known',
};

export const involvementTitles: Readonly<Record<Involvement, string>> = {
  cause: 'Caused by us',
  contribute: 'Contributed to by us',
  linked: 'Linked to us',
  'not-known': 'Not known',
};

export const actionTitles: Readonly<Record<ActionStatus, string>> = {
  planned: 'Planned',
  'under-way': 'Under way',
  done: 'Done',
  stopped: 'Stopped',
};

export const incidentTitles: Readonly<Record<IncidentStatus, string>> = {
  open: 'Open',
  'looking-into': 'Being looked into',
  remedy: 'Remedy under way',
  closed: 'Closed',
};

export const remedyTitles: Readonly<Record<RemedyKind, string>> = {
  'back-pay': 'Back pay',
  'claim-support': 'Help with a claim',
  services: 'Services',
  reinstatement: 'Reinstatement',
  'corrective-plan': 'Corrective plan with the supplier',
  'contract-end': 'End of the contract',
  other: 'Other',
};

export const agreementTitles: Readonly<Record<Agreement, string>> = {
  agreed: 'Workers agreed',
  partly: 'Some workers agreed',
  'not-agreed': 'Workers did not agree',
  'not-asked': 'Workers were not asked',
};

export const worksTitles = { yes: 'works', partly: 'works in part', no: 'does not work' } as const;
