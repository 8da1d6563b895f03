import { current } from '@freehold/core/prevention';
import { FigureLink } from '../figure/link.tsx';
import { Table } from '../parts/table.tsx';
import type { InterventionType, Portfolio } from './calls.ts';
import type { Here } from './frame.tsx';
import { TypeStatus } from './type-tag.tsx';
import { confidenceWords } from './words.ts';

type Line = {
  readonly type: InterventionType;
  readonly n: number;
  readonly best: Portfolio['known'][number] | null;
};

/** What is best known of each type in use; a type nobody wrote a claim about is untested here. */
export function Confidence({ data, here }: { data: Portfolio; here: Here }) {
  const counted = current(data.interventions);
  const rows: readonly Line[] = data.list.types.flatMap((type) => {
    const n = counted.filter((each) => each.type === type.code).length;
    const best = data.known.find((known) => known.type === type.code) ?? null;
    return n === 0 ? [] : [{ type, n, best }];
  });
  const untested = rows.filter(({ best }) => best === null || best.confidence === 'untested');
  return (
    <section className="stack" aria-labelledby="confidence">
      <h2 id="confidence">
        {untested.length === 0
          ? 'There is a claim about every type in use'
          : `${untested.length} of ${rows.length} types in use are untested in your register`}
      </h2>
      <Table<Line>
        caption="The surest claim of your evidence register about each type in use"
        stacks
        rows={rows}
        rowKey={({ type }) => type.code}
        columns={[
          {
            title: 'Type',
            heads: true,
            cell: ({ type }) => (
              <>
                {type.label} <TypeStatus type={type} />
              </>
            ),
          },
          { title: 'In use', figure: true, cell: ({ n }) => n },
          {
            title: 'Confidence',
            cell: ({ best }) => confidenceWords[best?.confidence ?? 'untested'],
          },
          {
            title: 'The claim it rests on',
            cell: ({ best }) =>
              best === null ? (
                <span className="soft">– no claim in the register yet</span>
              ) : (
                <FigureLink href={`/p/${here.partnership}/evidence/claims/${best.claim.id}`}>
                  {best.claim.statement}
                </FigureLink>
              ),
          },
        ]}
      />
    </section>
  );
}
