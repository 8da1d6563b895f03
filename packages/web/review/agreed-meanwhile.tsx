import { Answer } from '@freehold/core/review';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { problemsOf } from '../parts/problems.tsx';
import { answerWords, scaleLabels } from './words.ts';

export type AgreedDraft = {
  readonly answer: Answer | null;
  readonly rationale: string;
  readonly dissent: string;
};

type Theirs = AgreedDraft & { readonly by: string; readonly at: string };

/** What somebody else wrote down since this form was filled, as a refused save says it; null without one. */
export function writtenMeanwhile(error: unknown): Theirs | null {
  if (error === null) return null;
  const details = problemsOf(error).find(({ code }) => code === 'agreed-meanwhile')?.details;
  const answer = Answer.safeParse(details?.['answer']);
  if (details === undefined || !answer.success) return null;
  const said = (name: string) => String(details[name] ?? '');
  return {
    answer: answer.data,
    rationale: said('rationale'),
    dissent: said('dissent'),
    by: said('by'),
    at: said('at'),
  };
}

/** Two people wrote at once: theirs stands beside mine, and a person says which stays. `null` keeps mine. */
export function AgreedMeanwhile({
  theirs,
  onChosen,
}: {
  theirs: Theirs;
  onChosen: (chosen: AgreedDraft | null) => void;
}) {
  const { by, at: _at, ...draft } = theirs;
  return (
    <Notice tone="warn" title={`${by} wrote this down meanwhile`}>
      <p>Agreed: {theirs.answer !== null && answerWords(theirs.answer, scaleLabels)}.</p>
      {theirs.rationale !== '' && <p className="small">Why: {theirs.rationale}</p>}
      {theirs.dissent !== '' && <p className="small">Who sees it differently: {theirs.dissent}</p>}
      <div className="row">
        <Button onClick={() => onChosen(null)}>Keep mine</Button>
        <Button onClick={() => onChosen(draft)}>Take theirs</Button>
      </div>
    </Notice>
  );
}
