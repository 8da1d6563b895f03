import { Link } from '@tanstack/react-router';
import { FigureLink } from '../figure/link.tsx';
import { buttonClass } from '../parts/button.tsx';
import { list as joined } from '../words.ts';
import type { Suggested, TypeList } from './calls.ts';
import type { Here } from './frame.tsx';
import { TypeName } from './type-tag.tsx';
import { becauseWords, confidenceWords, typeWords, unknownWords } from './words.ts';

type Gap = Suggested['gaps'][number];

/** One type that could answer a gap: why, how sure one may be, and what is not known. */
export function SuggestionRow({
  gap,
  suggestion,
  list,
  here,
  context,
}: {
  gap: Gap;
  suggestion: Gap['suggestions'][number];
  list: TypeList;
  here: Here;
  context: string;
}) {
  const { type, because, confidence, claim, contexts, fitsContext, doneHere, unknown } = suggestion;
  return (
    <li className="record suggestion">
      <div className="record-says">
        <h3>
          <TypeName list={list} code={type} />
        </h3>
        <p className="small">
          <span className="strong">{confidenceWords[confidence]}.</span>{' '}
          {fitsContext === true && `Tried in ${context}. `}
          {fitsContext === false && `Tried in ${joined(contexts)}, not in ${context}. `}
          {doneHere && 'Your partnership does something of this type already. '}
        </p>
        <div className="side-lists">
          <div>
            <h4>Why</h4>
            <ul>
              {because.map((each) => (
                <li key={each}>{becauseWords[each]}</li>
              ))}
              {claim !== null && (
                <li>
                  <FigureLink href={`/p/${here.partnership}/evidence/claims/${claim.id}`}>
                    {claim.statement}
                  </FigureLink>
                </li>
              )}
            </ul>
          </div>
          <div>
            <h4>What is not known</h4>
            <ul>
              {unknown.length === 0 && <li>Nothing that this register could say.</li>}
              {unknown.map((each) => (
                <li key={each}>{unknownWords[each]}</li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      {here.plan.mayEdit && (
        <div className="row">
          <Link
            className={buttonClass()}
            to="/p/$partnership/plan/interventions/new"
            params={{ partnership: here.partnership }}
            search={{ ...here.search, type, gap: gap.id }}
          >
            Start one
            <span className="unseen">
              : {typeWords(list, type)} for {gap.title}
            </span>
          </Link>
        </div>
      )}
    </li>
  );
}
