import type { Role } from '@freehold/core/access';
import { count, sayProblems } from '../words.ts';

/** A role by name, and what it is in plain words. */
export const roleWords: Readonly<Record<Role, readonly [name: string, what: string]>> = {
  'co-ordinator': [
    'co-ordinator',
    'runs the partnership: sets up reviews, invites people, changes everything',
  ],
  chair: ['chair', 'moves a review to its next step and reads everything'],
  analyst: ['analyst', 'adds places and data, gaps and assets'],
  member: ['member', 'reads everything and takes part in reviews'],
  'survivor-adviser': [
    'survivor adviser',
    'advises from lived experience; reads everything and takes part in reviews',
  ],
  'policy-reader': ['policy reader', 'reads, to learn from what the partnership finds'],
  researcher: ['researcher', 'reads, for research that the partnership agreed to'],
};

export function peopleTitle(people: number, organisations: number): string {
  if (people <= 1) return 'You are the only one here so far';
  const who = count(people, 'person', 'people');
  return organisations < 2
    ? `${who} belong to this partnership`
    : `${who} from ${organisations} organisations belong to this partnership`;
}

sayProblems({
  'already-member': () => 'This person belongs to the partnership already.',
  'last-co-ordinator': () =>
    'Nobody else here is a co-ordinator. Invite another one first, or nobody could invite people.',
  'member-without-email': () => 'There is no e-mail to send a link to.',
});
