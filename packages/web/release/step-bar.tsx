import { Link } from '@tanstack/react-router';
import { stays, type StudioState } from './desk.ts';
import { steps, type Step } from './search.ts';
import { stepWords } from './words.ts';

/** The five steps; those that something is missing for are not links yet. */
export function StepBar({
  partnership,
  studio,
  step,
}: {
  partnership: string;
  studio: StudioState;
  step: Step;
}) {
  return (
    <nav aria-label="Steps of a release">
      <ol className="studio-steps">
        {steps.map((each, at) => (
          <li key={each} data-here={each === step || undefined}>
            {reached(studio, each) ? (
              <Link
                to="/p/$partnership/release"
                params={{ partnership }}
                search={{ step: each }}
                activeOptions={{ exact: true, includeSearch: true }}
                {...(each === step && { 'aria-current': 'step' as const })}
              >
                <span aria-hidden="true">{at + 1}</span> {stepWords[each]}
              </Link>
            ) : (
              <span className="soft">
                <span aria-hidden="true">{at + 1}</span> {stepWords[each]}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Whether everything that a step needs is there. */
export function reached(studio: StudioState, step: Step): boolean {
  const { coded, runs, signed, chosen } = studio;
  switch (step) {
    case 'prepare':
      return true;
    case 'assess':
      return coded !== null;
    case 'release':
      return coded !== null || runs.length > 0;
    case 'check':
      return chosen !== null;
    case 'publish':
      return signed !== null && signed.run === chosen && !chosenStays(studio);
  }
}

/** Whether the chosen run stays in the house. */
function chosenStays(studio: StudioState): boolean {
  const run = studio.runs.find(({ number }) => number === studio.chosen);
  return run === undefined || stays(run, studio);
}
