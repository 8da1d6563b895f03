import { capital, count, list, number, type Block, type Section } from '../document/index.ts';
import type { Figures } from './figures.ts';
import { current } from './portfolio.ts';
import { labelOf, orNot, table, type PortfolioReview } from './review-parts.ts';
import { agencies, falls, typeCover } from './type-cover.ts';
import { moneySaid, nameStatusSaid, pathwaySaid, statusSaid, timingSaid } from './words.ts';

export function evidence({ list: types, interventions, known, claims }: PortfolioReview): Section {
  const doing = new Set(current(interventions).map(({ type }) => type));
  const rows = types.types.filter(({ code }) => doing.has(code));
  return {
    title: 'What is known of the types in use',
    newPage: true,
    blocks: [
      table(
        'Best available confidence by type',
        [
          { title: 'Type', width: 30 },
          { title: 'Name', width: 22 },
          { title: 'Confidence', width: 14 },
          { title: 'The claim it rests on', width: 34 },
        ],
        rows.map(({ code, label, status }) => {
          const best = known.get(code);
          return [
            label,
            nameStatusSaid[status],
            best?.confidence ?? 'untested',
            best === undefined
              ? 'no claim in the register yet'
              : (claims.get(best.claim)?.statement ?? best.claim),
          ];
        }),
      ),
      { kind: 'note', text: `${types.title}, version ${types.version}. ${types.statement}` },
    ],
  };
}

export function hangsOn({ list: types, interventions, spelling }: PortfolioReview): Section {
  const cover = typeCover(types.types, interventions, spelling);
  const states = (state: 'none' | 'one') => cover.filter((each) => each.state === state);
  const everybody = agencies(interventions, spelling);
  return {
    title: 'Who it hangs on',
    blocks: [
      {
        kind: 'text',
        text: `${capital(count(states('none').length, 'type is', 'types are'))} covered by nobody, ${count(states('one').length, 'type', 'types')} by one organisation alone.`,
      },
      table(
        'What falls if one leaves',
        [
          { title: 'Organisation', width: 30 },
          { title: 'Types that nobody would do', width: 50 },
          { title: 'Leads', width: 20, figures: true },
        ],
        everybody.map(({ key, name }) => {
          const { uncovered, leads } = falls(types.types, interventions, spelling, key);
          return [
            name,
            uncovered.length === 0 ? 'none' : list(uncovered.map(({ label }) => label)),
            number(leads.length),
          ];
        }),
      ),
    ],
  };
}

/** What a funder asks of each intervention: people, reach, harm, evaluation, and which gap it answers. */
export function annex(
  { interventions, gaps, list: types }: PortfolioReview,
  found: Figures,
): Section {
  const planned = current(interventions);
  return {
    title: 'Annex for a funding bid',
    newPage: true,
    blocks: [
      {
        kind: 'text',
        text:
          found.reachTarget === null
            ? 'No target of reach is set yet.'
            : `Together they mean to reach ${number(found.reachTarget)} people${found.reach === null ? '' : `, and have reached ${number(found.reach)} so far`}.`,
      },
      ...planned.flatMap((each): readonly Block[] => [
        { kind: 'heading', text: each.name, aside: statusSaid[each.status] },
        {
          kind: 'facts',
          facts: [
            ['Type', labelOf(types, each.type)],
            ['Pathways', list(each.pathways.map((code) => pathwaySaid(code)))],
            ['Timing', list(each.timing.map((when) => timingSaid[when]))],
            ['For whom', orNot(each.people)],
            ['Led by', orNot([each.lead, ...each.partners].filter(Boolean).join(', with '))],
            [
              'Money',
              each.budget === null
                ? 'not known'
                : `${moneySaid(each.budget, each.currency)} from ${orNot(each.funder)}`,
            ],
            [
              'Reach',
              `${each.reachActual === null ? 'not known' : number(each.reachActual)} so far; target ${each.reachTarget === null ? 'not set' : number(each.reachTarget)}`,
            ],
            [
              'Answers',
              orNot(
                each.gaps
                  .map((id) => gaps.get(id) ?? '')
                  .filter(Boolean)
                  .join('; '),
              ),
            ],
            ['Risks of harm', orNot(each.risksOfHarm)],
            [
              'Evaluation',
              `${orNot(each.evaluation)}${each.evaluationSms === null ? '' : ` (planned at ${each.evaluationSms} of 5 on the Maryland scale)`}`,
            ],
            [
              'Principles',
              each.principles.length === 0
                ? 'not looked at yet'
                : each.principles.map(principleSaid).join('; '),
            ],
          ],
        },
      ]),
    ],
  };
}

function principleSaid({
  title,
  met,
}: {
  readonly title: string;
  readonly met: boolean | null;
}): string {
  return `${title}: ${met === null ? 'not said' : met ? 'yes' : 'not yet'}`;
}
