import { Confidence, type Verdict } from '@freehold/core/evidence';
import { confidenceWords, verdictWords } from './words.ts';

/** How sure one may be: four steps drawn, and the word beside them. */
export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  const step = Confidence.options.indexOf(confidence);
  return (
    <span className="confidence">
      <span className="steps" aria-hidden="true">
        {[1, 2, 3, 4].map((at) => (
          <i key={at} className={at <= step ? 'on' : undefined} />
        ))}
      </span>
      {confidenceWords[confidence]}
    </span>
  );
}

/** What the evidence says, apart from how sure one may be; a proposal says that it is one. */
export function VerdictMark({ verdict, proposed }: { verdict: Verdict; proposed: boolean }) {
  return (
    <span>
      <span className="strong">{verdictWords[verdict]}</span>
      {proposed && <span className="small soft"> (proposed)</span>}
    </span>
  );
}
