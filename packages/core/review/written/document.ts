import type { ReviewReport } from '../report.ts';
import { closing } from './closing.ts';
import type { Paper, Section } from '../../document/index.ts';
import { levels } from './levels.ts';
import { plan } from './plan.ts';
import { scores } from './scores.ts';
import { summary } from './summary.ts';
import { day, list, number } from '../../document/index.ts';
import { said } from './words.ts';

/** The report as a plain document: what it says, in order, before anybody draws it. */
export function reportDocument(report: ReviewReport): Paper {
  const { place, review, partnership } = report;
  return {
    title: review.title,
    subtitle: `${place.name} · round ${review.round} · ${said(review.state)} · ${days(review)}`,
    running: `${place.name}: ${review.title}`,
    partnership: partnership.name,
    place: place.name,
    madeUp: partnership.madeUp,
    madeOn: report.madeOn,
    marking: '',
    sections: [
      { title: 'In short', blocks: [{ kind: 'list', items: summary(report) }] },
      { title: 'The place and the review', blocks: [about(report)] },
      scores(report),
      ...levels(report),
      ...plan(report),
      ...closing(report),
    ],
  };
}

function about({
  place,
  partnership,
  framework,
  takenPart,
}: ReviewReport): Section['blocks'][number] {
  const code = place.code === null ? '' : `, code ${place.code}`;
  const year = place.codeYear === null ? '' : ` (${place.codeYear})`;
  return {
    kind: 'facts',
    facts: [
      ['Place', `${place.name}, ${said(place.type)}${code}${year}`],
      ...(place.parents.length > 0 ? [['Within', list(place.parents)] as const] : []),
      ...(place.population === null
        ? []
        : [
            [
              'People',
              `${number(place.population.value)} in ${place.population.year}${place.population.source === '' ? '' : ` (${place.population.source})`}`,
            ] as const,
          ]),
      ['Partnership', partnership.name],
      ['Agencies', list([...new Set(takenPart.map(({ agency }) => agency))])],
      ['Framework', framework.statement],
    ],
  };
}

function days({ startedOn, agreedOn }: ReviewReport['review']): string {
  const began = `begun ${day(startedOn)}`;
  return agreedOn === null ? began : `${began}, validated ${day(agreedOn)}`;
}
