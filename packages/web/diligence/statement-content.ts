import type { StatementContent } from '@freehold/core/diligence';
import type { Statement } from './statement-calls.ts';

/** A loaded statement as core's questions take it. */
export function contentOf({ yearEnd, facts, texts, answers }: Statement): StatementContent {
  return {
    ...{ yearEnd, facts },
    texts: Object.fromEntries(texts.map(({ area, written }) => [area, written])),
    answers: Object.fromEntries(answers.map(({ item, answer }) => [item, answer])),
  };
}
