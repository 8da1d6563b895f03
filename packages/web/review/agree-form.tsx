import { useRef, useState } from 'react';
import type { Answer } from '@freehold/core/review';
import { api, got } from '../api.ts';
import { TextArea } from '../parts/field.tsx';
import { AgreedMeanwhile, writtenMeanwhile, type AgreedDraft } from './agreed-meanwhile.tsx';
import { useAutosave, useUnsaved } from './autosave.ts';
import { NotSaved } from './not-saved.tsx';
import { reviewChanged, type AgreeingIndicator, type ReviewAt } from './review.ts';
import { scaleLabels } from './words.ts';

/** What the agencies agree on, written down and saved as one goes. */
export function AgreeForm({ at, indicator }: { at: ReviewAt; indicator: AgreeingIndicator }) {
  const { agreed, code } = indicator;
  const [draft, setDraft] = useState<AgreedDraft>({
    answer: agreed?.answer ?? null,
    rationale: agreed?.rationale ?? '',
    dissent: agreed?.dissent ?? '',
  });
  // What is written down was last seen as of then: who wrote since is not written over.
  const since = useRef(agreed?.at ?? null);
  const { put, error } = useAutosave(async (next: AgreedDraft) => {
    since.current = await keep(at, code, next, since.current);
  });
  // Without an answer there is nothing to save the words to yet.
  useUnsaved(draft.answer === null && (draft.rationale !== '' || draft.dissent !== ''));
  const change = (next: AgreedDraft) => {
    setDraft(next);
    if (next.answer !== null || draft.answer !== null) put(next);
  };
  const theirs = writtenMeanwhile(error);
  return (
    <section className="stack agree-form">
      <h3>What the agencies agree on</h3>
      <AgreeChoices
        indicator={indicator}
        answer={draft.answer}
        onChange={(answer) => change({ ...draft, answer })}
      />
      {draft.answer !== null && (
        <button
          type="button"
          className="plain-link"
          onClick={() => change({ ...draft, answer: null })}
        >
          Not agreed after all
        </button>
      )}
      <TextArea
        label="Why this score"
        hint="What decided it; what you could point at."
        maxLength={4000}
        value={draft.rationale}
        onChange={(rationale) => change({ ...draft, rationale })}
      />
      <TextArea
        label="Who sees it differently"
        hint="A dissent note. It is printed in the report beside the score."
        maxLength={4000}
        value={draft.dissent}
        onChange={(dissent) => change({ ...draft, dissent })}
      />
      {draft.answer === null && (draft.rationale !== '' || draft.dissent !== '') && (
        <p className="small soft">Choose a score, and these words are saved with it.</p>
      )}
      {theirs === null ? (
        <NotSaved error={error} />
      ) : (
        <AgreedMeanwhile
          theirs={theirs}
          onChosen={(chosen) => {
            since.current = theirs.at;
            change(chosen ?? draft);
          }}
        />
      )}
    </section>
  );
}

/** The points of the scale with this question's anchors, and the two answers beside it. */
export function AgreeChoices({
  indicator: { code, anchors },
  answer,
  large = false,
  onChange,
}: {
  indicator: Pick<AgreeingIndicator, 'code' | 'anchors'>;
  answer: Answer | null;
  large?: boolean;
  onChange: (answer: Answer) => void;
}) {
  return (
    <fieldset className={large ? 'agree-choices large' : 'agree-choices'}>
      <legend>Agreed score</legend>
      {choices.map(({ value, mark, label }) => (
        <label key={value} className="agree-choice">
          <input
            type="radio"
            name={`agreed-${large ? 'wall-' : ''}${code}`}
            checked={answer === value}
            onChange={() => onChange(value)}
          />
          <span className="mark">{mark}</span>
          <span className="small">{anchors[Number(value)] ?? label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const choices: readonly {
  readonly value: Answer;
  readonly mark: string;
  readonly label: string;
}[] = [
  { value: '0', mark: '0', label: scaleLabels[0] },
  { value: '1', mark: '1', label: scaleLabels[1] },
  { value: '2', mark: '2', label: scaleLabels[2] },
  { value: '3', mark: '3', label: scaleLabels[3] },
  { value: '4', mark: '4', label: scaleLabels[4] },
  { value: 'na', mark: 'n/a', label: 'not applicable here' },
  { value: 'dk', mark: '?', label: 'not known' },
];

/**
 * Keeps what is agreed, or takes it back where no answer is left, and says as of when it now stands. Refused with
 * `agreed-meanwhile` where somebody else wrote after `since`.
 */
export async function keep(
  at: ReviewAt,
  indicator: string,
  { answer, ...words }: AgreedDraft,
  since: string | null,
): Promise<string | null> {
  const agreed = api.partnerships[':partnership'].reviews[':review'].agreed[':indicator'];
  const param = { ...at, indicator };
  const kept =
    answer === null
      ? await got(agreed.$delete({ param })).then(() => null)
      : await got(agreed.$put({ param, json: { answer, ...words, since } }));
  await reviewChanged(at);
  return kept?.at ?? null;
}
