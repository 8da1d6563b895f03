import { identifying } from '@freehold/core/cycle';
import { nameLike } from '@freehold/core/diligence';
import { list } from '../words.ts';

/** Says, while somebody types, what in a text looks as if it led to a person; it keeps nobody from writing. */
export function PersonWarning({ text }: { text: string }) {
  const found = [
    ...nameLike(text).map((each) => `“${each}” (a name?)`),
    ...identifying(text).map(({ found: each, kind }) => `“${each}” (${kindWords[kind]})`),
  ];
  return (
    <p role="status" className={found.length === 0 ? 'unseen' : 'wrong'}>
      {found.length > 0 &&
        `This may lead to a person: ${list(found)}. Counts are enough here; leave people out.`}
    </p>
  );
}

const kindWords = {
  'e-mail': 'an e-mail address',
  phone: 'a telephone number',
  'full-date': 'a full date',
  'national-insurance-number': 'a National Insurance number',
  postcode: 'a full postcode',
} as const;
