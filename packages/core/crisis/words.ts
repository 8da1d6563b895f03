import type { CrisisState, CrisisType, Phase, Span } from './crisis.ts';
import type { CannotTell, Control } from './control.ts';
import type {
  Finding,
  Group,
  LineCode,
  LineStatus,
  PlanAction,
  Service,
  ServiceKind,
} from './item.ts';
import type { Actor } from './library.ts';

// What codes are called, in reports and on screen.

type Words<Code extends string> = Readonly<Record<Code, string>>;

export const typeWords: Words<CrisisType> = {
  'armed-conflict': 'Armed conflict',
  'sudden-disaster': 'Sudden disaster',
  'slow-climate': 'Slow climate change',
  displacement: 'Displacement',
  epidemic: 'Epidemic',
  economic: 'Economic shock',
  other: 'Other',
};

export const phaseWords: Words<Phase> = {
  preparedness: 'Preparedness',
  acute: 'Acute',
  protracted: 'Protracted',
  stabilisation: 'Stabilisation',
  recovery: 'Recovery',
};

export const spanWords: Words<Span> = { before: 'before', during: 'during', after: 'after' };

export const stateWords: Words<CrisisState> = {
  prepared: 'Prepared',
  active: 'Active',
  ended: 'Ended, not reviewed yet',
  reviewed: 'Reviewed',
};

export const actorWords: Words<Actor> = {
  state: 'State and council',
  humanitarian: 'Humanitarian organisations',
  un: 'United Nations',
  donor: 'Donors',
  partnership: 'A partnership like this',
};

export const lineWords: Words<LineCode> = {
  safety: 'Safety of people and staff',
  movement: 'People on the move',
  identification: 'Noticing exploitation',
  referral: 'Referral route',
  services: 'Services',
  recruiters: 'Recruiters and offers of work',
  information: 'Information for people',
  staff: 'Our own staff',
};

export const lineStatusWords: Words<LineStatus> = {
  working: 'Working',
  strained: 'Strained',
  broken: 'Broken down',
  'not-known': 'Not known',
};

export const serviceWords: Words<ServiceKind> = {
  mhpss: 'Mental health and psychosocial support',
  health: 'Health',
  food: 'Food',
  shelter: 'Shelter',
  legal: 'Legal help',
  'child-protection': 'Child protection',
  'case-management': 'Casework',
};

export const serviceStateWords: Words<Service['state']> = {
  working: 'Working',
  strained: 'Strained',
  closed: 'Closed',
  'not-known': 'Not known',
};

export const statusAskedWords: Words<Service['asksStatus']> = {
  yes: 'asks for status',
  no: 'does not ask for status',
  'not-known': 'not known whether it asks for status',
};

export const irregularWords: Words<Group['irregular']> = {
  most: 'Most may have no regular status',
  some: 'Some may have no regular status',
  few: 'Few or none without regular status',
  'not-known': 'Status not known',
};

export const actionWords: Words<PlanAction['status']> = {
  planned: 'Planned',
  'under-way': 'Under way',
  done: 'Done',
  dropped: 'Dropped',
};

export const helpedWords: Words<Finding['helped']> = {
  helped: 'Helped',
  'did-not': 'Did not help',
  mixed: 'Helped some, not others',
  'not-known': 'Not known',
};

export const controlWords: Words<Control['answer']> = {
  higher: 'Higher than before',
  'may-be-higher': 'May be higher',
  within: 'Within what was usual',
  'may-be-lower': 'May be lower',
  lower: 'Lower than before',
  'cannot-tell': 'Cannot tell',
};

export const cannotWords: Words<CannotTell> = {
  'few-periods': 'the baseline has fewer than 8 periods',
  'small-baseline': 'fewer than 20 were counted in the baseline',
  'hidden-periods': 'a period of the baseline is missing or too small to show',
  unsteady: 'the baseline itself went up and down more than chance would make it',
  'nothing-counted': 'nothing has been counted since',
};

/** "30 min", "5 h", "3 days": rounded down, for a clock that is read in passing. */
export function timeWords(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}
