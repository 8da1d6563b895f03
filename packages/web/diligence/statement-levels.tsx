import { Link } from '@tanstack/react-router';
import {
  disclosureOf,
  disclosures,
  levelOf,
  levelWords,
  lookedAt,
  missingOf,
  statementAreas,
} from '@freehold/core/diligence';
import { Table } from '../parts/table.tsx';
import { day } from '../words.ts';
import type { Statement, StatementAt } from './statement-calls.ts';
import { contentOf } from './statement-content.ts';

/** The levels of all areas beside the year before. */
export function LevelTable({ at, statement }: { at: StatementAt; statement: Statement }) {
  const content = contentOf(statement);
  const { before } = statement;
  const { made, lookedAt: seen } = disclosureOf(content);
  return (
    <section className="stack" aria-labelledby="levels-title">
      <h2 id="levels-title">How far each area is</h2>
      <Table
        caption={
          before === null
            ? 'Levels; there is no statement of an earlier year to set beside it'
            : `Levels, beside the year to ${day(before.yearEnd)}`
        }
        rows={statementAreas}
        rowKey={({ code }) => code}
        stacks
        columns={[
          {
            title: 'Area',
            heads: true,
            cell: ({ code, title }) => (
              <Link
                to="/p/$partnership/change/statements/$statement"
                params={at}
                search={{ part: code }}
              >
                {title}
              </Link>
            ),
          },
          { title: 'Level', cell: (guide) => levelWords[levelOf(guide, content.answers)] },
          {
            title: 'Year before',
            figure: true,
            cell: ({ code }) => before?.levels.find(({ area }) => area === code)?.level ?? '–',
          },
          {
            title: 'Looked at',
            figure: true,
            cell: (guide) => `${lookedAt(guide, content.answers)} of ${guide.items.length}`,
          },
          { title: 'Missing', figure: true, cell: ({ code }) => missingOf(content, code).length },
        ]}
      />
      <p className="figures">
        {made} of {disclosures.length} disclosures are made ({seen} looked at)
        {before !== null && `; ${before.disclosed.made} the year before`}.
      </p>
    </section>
  );
}
