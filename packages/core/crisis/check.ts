import { z } from 'zod';

/** A check's answer: `yes` it holds, `no` it does not, with what is done about it; open where nobody has looked. [CR-4] */
export const Check = z.strictObject({
  check: z.string().min(1).max(60),
  answer: z.enum(['yes', 'no', 'open']),
  note: z.string().trim().max(500),
});
export type Check = z.infer<typeof Check>;

/** The checks that an action has not been held to yet, and those that it fails. [CR-4] */
export function checkStanding(
  asked: readonly { readonly code: string }[],
  answers: readonly Check[],
): { readonly open: readonly string[]; readonly failed: readonly string[] } {
  const answerOf = (code: string) => answers.find(({ check }) => check === code)?.answer ?? 'open';
  const codes = asked.map(({ code }) => code);
  return {
    open: codes.filter((code) => answerOf(code) === 'open'),
    failed: codes.filter((code) => answerOf(code) === 'no'),
  };
}
