import { Table } from '../parts/table.tsx';
import { day } from '../words.ts';
import type { WholeClaim } from './calls.ts';
import { confidenceWords, verdictWords } from './words.ts';

/** How a claim came to be as it is: what working groups decided, and its versions. */
export function ClaimHistory({ whole: { decisions, versions } }: { whole: WholeClaim }) {
  return (
    <>
      {decisions.length > 0 && (
        <section className="stack">
          <h2>What working groups decided</h2>
          <ul className="record-list">
            {decisions.map(({ id, groupName, decidedOn, decision, dissent, byName }) => (
              <li key={id} className="record-says">
                <p>
                  <span className="strong">{groupName}</span>, {day(decidedOn)}: {decision}
                </p>
                {dissent !== '' && <p className="small">Dissent: {dissent}</p>}
                <p className="small soft">Put down by {byName}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Table
        caption="Versions: the claim as it was, and what followed from its studies that day"
        rows={versions}
        rowKey={({ version }) => String(version)}
        stacks
        columns={[
          { title: 'Version', heads: true, figure: true, cell: ({ version }) => version },
          { title: 'When', cell: ({ at }) => day(at) },
          { title: 'By', cell: ({ byName }) => byName },
          { title: 'Confidence', cell: ({ confidence }) => confidenceWords[confidence] },
          { title: 'Verdict', cell: ({ verdict }) => verdictWords[verdict] },
          { title: 'Studies', figure: true, cell: ({ studies }) => studies },
          { title: 'Why', cell: ({ note }) => (note === '' ? '–' : note) },
        ]}
      />
    </>
  );
}
