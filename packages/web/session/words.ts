import type { Role } from '@freehold/core/access';

/** What Freehold is, for somebody who sees it for the first time. */
export const whatFreeholdIs = [
  'Freehold helps a local anti-slavery partnership see how well its place keeps people free from slavery: agencies rate the same questions separately, talk about where they differ, and agree.',
  'Next to people’s ratings it shows what official data say, always with how sure one can be.',
  'What comes out is a picture of gaps and strengths, a short list of what to do first, and a report for the board.',
];

/** A role by its name: "survivor-adviser" is a survivor adviser; a co-ordinator keeps the hyphen. */
export function roleName(role: Role): string {
  return role === 'co-ordinator' ? role : role.replaceAll('-', ' ');
}
