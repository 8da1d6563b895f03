import { stages, type Next } from './stage.ts';

/** Where the place stands in the cycle, and what comes next. */
export function StageLine({ next }: { next: Next }) {
  return (
    <section className="stage" aria-label="Where you are in the cycle">
      <ol>
        {stages.map((stage) => (
          <li key={stage} aria-current={stage === next.stage ? 'step' : undefined}>
            {stage}
          </li>
        ))}
      </ol>
      <p>
        <span className="strong">Next:</span> {next.words}
      </p>
    </section>
  );
}
