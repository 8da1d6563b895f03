import { percent, type Table } from '../document/index.ts';
import { titleOf, type CodeList } from './code-list.ts';
import { distribution, type Distribution } from './distribution.ts';
import type { MappingInput } from './mapping-input.ts';
import { listOf, type MappedQuestion } from './report.ts';

/** A distribution as a table whose last row is the non-answers. [DR-13] */
export function distributionTable(
  caption: string,
  question: MappedQuestion | 'sector',
  { answered, unanswered, lines }: Distribution,
  lists: readonly CodeList[],
): Table {
  const code = question === 'sector' ? 'sector' : listOf[question];
  return {
    kind: 'table',
    caption: `${caption} (${answered} answered)`,
    columns: [
      { title: 'Answer', width: 60 },
      { title: 'n', width: 15, figures: true },
      { title: 'Share', width: 25, figures: true },
    ],
    rows: [
      ...lines.map(({ value, n, share }) => [
        titleOf(lists, code, value),
        String(n),
        percent(share),
      ]),
      ['No answer', String(unanswered), '–'],
    ],
  };
}

/** In how many partnerships each sector has a member; one without listed members has not answered. */
export function sectorsOf({ partnerships, lists }: MappingInput): Distribution {
  const order = (lists.find(({ code }) => code === 'sector')?.items ?? []).map(({ code }) => code);
  return distribution(
    partnerships.map(({ sectors }) => (sectors.length === 0 ? null : sectors)),
    order,
  );
}
