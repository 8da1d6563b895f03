import { organisationKey } from './name.ts';

/**
 * The sector that the words of a name tell; 'other' where they tell none. The first that fits: "Fire" before
 * "Council", since a county's fire service bears both.
 */
export function sectorOf(name: string): string {
  const key = ` ${organisationKey(name)} `;
  return told.find(([, words]) => words.some((word) => key.includes(` ${word} `)))?.[0] ?? 'other';
}

const told: readonly (readonly [string, readonly string[]])[] = [
  ['fire', ['fire', 'frs']],
  ['opcc', ['crime commissioner', 'crime commissioners', 'opcc']],
  ['rocu', ['rocu', 'organised crime unit', 'special operations unit']],
  ['probation-prison', ['probation', 'prison', 'rehabilitation']],
  [
    'partnership',
    ['partnership', 'network', 'safeguarding board', 'board', 'forum', 'csp', 'lscb'],
  ],
  ['immigration', ['immigration', 'border', 'visas']],
  ['health', ['nhs', 'health', 'healthcare', 'hospital', 'ccg', 'ambulance', 'clinical', 'mental']],
  ['university', ['university', 'students']],
  ['education', ['school', 'college', 'education']],
  ['police', ['police', 'policing']],
  ['council', ['council', 'councils', 'councillors', 'local authority', 'trading standards']],
  ['faith', ['church', 'churches', 'diocese', 'faith', 'faiths', 'chaplaincy', 'cathedral']],
  ['housing', ['homes', 'housing', 'homelessness', 'homeless']],
  ['government', ['government', 'department', 'ministry', 'hm']],
  [
    'business',
    ['ltd', 'plc', 'limited', 'foods', 'airport', 'business', 'consultancy', 'staffing'],
  ],
  ['ngo', ['trust', 'foundation', 'charity', 'aid', 'project', 'refugee', 'women', 'womens']],
];
