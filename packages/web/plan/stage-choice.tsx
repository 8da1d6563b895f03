import { Stage } from '@freehold/core/framework';
import { stageWords } from '../framework/axes.ts';
import { Choice } from '../parts/field.tsx';

/** In which stage of the cycle something came up; nobody has to say. */
export function StageChoice({
  stage,
  onChange,
}: {
  stage: Stage | null;
  onChange: (stage: Stage | null) => void;
}) {
  return (
    <Choice
      label="Stage of the cycle"
      value={stage ?? ''}
      options={[
        ['', 'Not said'],
        ...Stage.options.map((each) => [each, stageWords[each]] as const),
      ]}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}

/** "Round 2 · Challenge", whichever of them is known. */
export function turnOf(round: number | null, stage: Stage | null): string {
  return [round === null ? '' : `Round ${round}`, stage === null ? '' : stageWords[stage]]
    .filter((part) => part !== '')
    .join(' · ');
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
