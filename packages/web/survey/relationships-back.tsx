import { Figure } from '../parts/number.tsx';
import { Table } from '../parts/table.tsx';
import { count, day } from '../words.ts';
import type { PageBack } from './calls.ts';

type Relationships = NonNullable<PageBack['relationships']>;

const tieWords = ['no working contact', 'awareness', 'cooperation', 'co-ordination', 'integration'];

/** An organisation's ties by both words, and its scores beside the average of all. */
export function RelationshipsBack({ back, closedOn }: { back: Relationships; closedOn: string }) {
  const score = ({ value, hidden, n }: Relationships['scores']['trust']['own']) => (
    <Figure
      value={value}
      n={n}
      nOf={['organisation', 'organisations']}
      date={day(closedOn)}
      suppressed={hidden === 'too-few' || hidden === 'protects-others'}
      missingBecause="nobody said"
    />
  );
  return (
    <section className="stack-wide">
      <Table
        caption={`How the others see working with ${back.name}: 1 to 4, 4 best. Nothing is shown under five organisations.`}
        rows={[
          { what: 'Trust', ...back.scores.trust },
          { what: 'Value', ...back.scores.value },
        ]}
        rowKey={({ what }) => what}
        stacks
        columns={[
          { title: 'Score', heads: true, cell: ({ what }) => what },
          { title: 'Yours', cell: ({ own }) => score(own) },
          { title: 'Average of all', cell: ({ all }) => score(all) },
        ]}
      />
      <Table
        caption={`Working relationships, by both sides; ${count(back.answered, 'organisation', 'organisations')} of ${back.asked} answered`}
        rows={back.ties}
        rowKey={({ organisation }) => organisation}
        stacks
        columns={[
          { title: 'Organisation', heads: true, cell: ({ name }) => name },
          { title: 'You said', cell: ({ own }) => words(own) },
          { title: 'They said', cell: ({ theirs }) => words(theirs) },
        ]}
      />
    </section>
  );
}

function words(tie: number | null): string {
  return tie === null ? '– not answered' : `${tie}, ${tieWords[tie] ?? ''}`;
}
