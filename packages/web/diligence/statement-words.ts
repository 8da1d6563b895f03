import type { OrganisationKind } from '@freehold/core/diligence';
import { sayProblems } from '../words.ts';
import '../problem-profile/words.ts';

export const kindWords: Readonly<Record<OrganisationKind, string>> = {
  'not-known': 'Not said yet',
  company: 'A company',
  partnership: 'A business partnership',
  charity: 'A charity',
  'public-body': 'A council or another public body',
  other: 'Something else',
};

const fields: Readonly<Record<string, string>> = {
  approvedOn: 'Say on which day the board approved it.',
  signedByRole: 'Say in which role somebody signs it.',
};

sayProblems({
  'statement-there': () =>
    'This organisation has a statement for that year. Open it, or choose another year.',
  'statement-approved': () => 'It is approved. Take the approval back to change it.',
  'approval-field-needed': ({ field }) => fields[String(field)] ?? 'A field is still open.',
  'item-unknown': () => 'Nobody asks this item any more. Load the page again.',
});
