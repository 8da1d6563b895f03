import type { Run } from './engine/work.ts';

/** The guarantee in words, what it does not cover, and what to know before publishing. */
export function Promised({ manifest }: { manifest: Run['manifest'] }) {
  const { guarantee, counts, neighbours, notCovered, warnings } = manifest;
  return (
    <section className="stack">
      <h2>What is promised</h2>
      <p>{guarantee}</p>
      <p>{counts}</p>
      <p>
        <span className="strong">Between which tables it holds:</span> {neighbours}
      </p>
      <h3>What is not</h3>
      <ul>
        {notCovered.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <>
          <h3>To know before publishing</h3>
          <ul>
            {warnings.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
