import { checked } from './checked.ts';
import type { Instrument } from './instrument.ts';

/** An instrument for tests from what it asks; texts are given in English alone. */
export function instrumentOf(
  questions: readonly object[],
  change: {
    readonly lists?: readonly object[];
    readonly confidential?: boolean;
    readonly sections?: readonly object[];
  } = {},
): Instrument {
  const made = checked({
    code: 'test',
    title: { en: 'Test' },
    languages: [{ code: 'en', name: 'English' }],
    lists: [
      { code: 'yes-no', choices: ['yes', 'no'].map((code) => ({ code, label: { en: code } })) },
      {
        code: 'four',
        choices: ['1', '2', '3', '4'].map((code) => ({ code, label: { en: code } })),
      },
    ],
    sections: [{ code: 'one', title: { en: 'One' }, questions }],
    ...change,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

/** A question with its code as its label. */
export function ask(kind: string, code: string, more: object = {}) {
  return { kind, code, label: { en: code }, ...more };
}
