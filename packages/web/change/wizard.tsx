import { useState } from 'react';
import { stagesDone, theoryStages, type Finding, type TheoryStage } from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { Checks } from './checks.tsx';
import type { Drawing } from './use-theory.ts';
import { AssumptionStage, GoalStage, MappingStage } from './wizard-first.tsx';
import { IndicatorStage, InterventionStage, NarrativeStage } from './wizard-last.tsx';
import { stageWords } from './words.ts';

/** A theory made in six stages. Each is a way into the same theory; one may go back and forth. */
export function Wizard({
  drawing,
  found,
  onShow,
}: {
  drawing: Drawing;
  found: readonly Finding[];
  onShow: (id: string) => void;
}) {
  const { now: theory } = drawing.history;
  const done = stagesDone(theory);
  const [stage, setStage] = useState<TheoryStage>(
    () => theoryStages.find((each) => !done[each]) ?? 'narrative',
  );
  const at = theoryStages.indexOf(stage);
  const Stage = stages[stage];
  const go = (to: TheoryStage | undefined) => {
    if (to === undefined) return;
    setStage(to);
    requestAnimationFrame(() => document.getElementById('wizard-stage')?.focus());
  };
  return (
    <div className="wizard">
      <ol className="wizard-stages" aria-label="Stages">
        {theoryStages.map((each, index) => (
          <li key={each} className={each === stage ? 'here' : ''}>
            <button
              type="button"
              aria-current={each === stage ? 'step' : undefined}
              onClick={() => go(each)}
            >
              <span className="wizard-number" aria-hidden="true">
                {done[each] ? '✓' : index + 1}
              </span>
              {stageWords[each].title}
              <span className="unseen">{done[each] ? ', done' : ''}</span>
            </button>
          </li>
        ))}
      </ol>
      <section className="stack" aria-labelledby="wizard-stage">
        <h2 id="wizard-stage" tabIndex={-1}>
          {at + 1}. {stageWords[stage].title}
        </h2>
        <p>{stageWords[stage].help}</p>
        <Stage drawing={drawing} />
        <div className="row">
          {at > 0 && <Button onClick={() => go(theoryStages[at - 1])}>Back</Button>}
          {at < theoryStages.length - 1 && (
            <Button tone="primary" onClick={() => go(theoryStages[at + 1])}>
              Next: {stageWords[theoryStages[at + 1] ?? 'narrative'].title.toLowerCase()}
            </Button>
          )}
        </div>
        {stage === 'narrative' && <Checks found={found} whole onShow={onShow} />}
      </section>
    </div>
  );
}

const stages = {
  goal: GoalStage,
  mapping: MappingStage,
  assumptions: AssumptionStage,
  interventions: InterventionStage,
  indicators: IndicatorStage,
  narrative: NarrativeStage,
} as const;
