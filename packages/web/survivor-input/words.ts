import type { Identifying } from '@freehold/core/cycle';
import { sayProblems } from '../words.ts';

const details: Readonly<Record<Identifying, string>> = {
  'e-mail': 'an e-mail address',
  phone: 'what looks like a phone number',
  'full-date': 'a full date: a month and a year are enough',
  'national-insurance-number': 'what looks like a National Insurance number',
  postcode: 'a full postcode: the first half is enough',
};

sayProblems({
  'identifying-detail': ({ kind, found }) =>
    `“${String(found)}” is ${details[kind as Identifying] ?? 'a detail'}. It could lead to one person; take it out.`,
});
