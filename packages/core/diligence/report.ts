import { count, day, number, type Block, type Document, type Section } from '../document/index.ts';
import { clauseTitle } from './clause.ts';
import { isLate, oecdSteps } from './cycle-step.ts';
import { bySeverity, Band, productOf } from './risk.ts';
import type { DiligenceReportInput } from './report-input.ts';
import { reportSheet } from './report-sheet.ts';
import {
  actionTitles,
  agreementTitles,
  bandTitles,
  incidentTitles,
  involvementTitles,
  remedyTitles,
  worksTitles,
} from './report-words.ts';
import { shownCount, shownSum } from './shown-count.ts';

/**
 * The due-diligence report of a year: who supplies, what could go wrong, what is done about it, what happened and
 * what made it good. Numbers of workers under the least are `[c]`, and no total gives them away. [DD-13]
 */
export function diligenceReport(input: DiligenceReportInput): Document {
  const { partnership, madeOn, year } = input;
  return {
    format: 'freehold-document/1',
    kind: 'due-diligence',
    title: `Due diligence in ${year}: from finding to remedy`,
    subtitle: `${partnership.name}, ${day(madeOn)}`,
    running: `Due diligence ${year} · ${partnership.name}`,
    partnership: partnership.name,
    place: '',
    ...{ madeUp: partnership.madeUp, madeOn, marking: '' },
    sections: [
      summary(input),
      suppliers(input),
      risks(input),
      actions(input),
      incidents(input),
      method(input),
    ],
    sheet: reportSheet(input),
  };
}

function summary(input: DiligenceReportInput): Section {
  const open = input.risks.filter(({ status }) => status === 'open');
  const high = open.filter(({ band }) => band === 'high').length;
  const checked = input.incidents.flatMap(({ remedies }) => remedies).filter(isChecked).length;
  const { atLeast, withheld } = shownSum(
    input.incidents.map(({ affected }) => affected),
    input.least,
  );
  return {
    title: 'In short',
    blocks: [
      {
        kind: 'lead',
        text: `${count(input.suppliers, 'supplier is', 'suppliers are')} known in ${count(input.countries, 'country', 'countries')}; ${count(high, 'open risk is', 'open risks are')} high. ${count(input.incidents.length, 'incident was', 'incidents were')} found or closed in ${input.year}, and ${count(checked, 'remedy was', 'remedies were')} checked.`,
      },
      {
        kind: 'facts',
        facts: [
          ['Suppliers', number(input.suppliers)],
          ['Sites', number(input.sites)],
          ['Open risks', number(open.length)],
          ['Actions', number(input.actions.length)],
          [
            'Workers that incidents concern',
            `at least ${number(atLeast)}${withheld === 0 ? '' : `; ${count(withheld, 'count is', 'counts are')} too small to show`}`,
          ],
          [
            'Assessments that asked for a referral',
            `${number(input.assessments.refer)} of ${number(input.assessments.all)}; ${number(input.assessments.referred)} referred`,
          ],
        ],
      },
    ],
  };
}

function suppliers({ tiers, suppliersByBand }: DiligenceReportInput): Section {
  const rows = Object.entries(tiers).toSorted(([a], [b]) => (a || '~').localeCompare(b || '~'));
  return {
    title: 'Suppliers',
    blocks: [
      table(
        'Suppliers by tier',
        ['Tier', 'Suppliers'],
        [...rows.map(([tier, n]) => [tier === '' ? 'Not known' : `Tier ${tier}`, number(n)])],
      ),
      table(
        'Suppliers by priority',
        ['Priority', 'Suppliers'],
        [...Band.options.map((band) => [bandTitles[band], number(suppliersByBand[band])])],
      ),
      {
        kind: 'note',
        text: 'Priority comes from rules about country, product and tier. A supplier that no rule speaks to is not known, which is not low. No rule is about a person.',
      },
    ],
  };
}

function risks({ risks: all, severityBy }: DiligenceReportInput): Section {
  const open = all.filter(({ status }) => status === 'open').toSorted(bySeverity);
  return {
    title: 'Risks, the most severe first',
    blocks: [
      open.length === 0
        ? { kind: 'text', text: 'No risk has been noted.' }
        : table(
            'Open risks',
            ['Risk', 'About', 'Severity', 'Likelihood', 'Product', 'Band', 'Our part'],
            open.map((risk) => [
              risk.supplier === '' ? risk.title : `${risk.title} (${risk.supplier})`,
              clauseTitle(risk.clause),
              said(risk.severity, severityBy === 'mean' ? 1 : 0),
              said(risk.likelihood),
              said(productOf(risk), severityBy === 'mean' ? 1 : 0),
              bandTitles[risk.band],
              involvementTitles[risk.involvement],
            ]),
          ),
    ],
  };
}

function actions({ actions: all, madeOn }: DiligenceReportInput): Section {
  return {
    title: 'What is done, by the six steps',
    blocks: oecdSteps.flatMap(({ step, title }): Block[] => {
      const here = all.filter((action) => action.step === step);
      const heading: Block = { kind: 'heading', text: `${step} ${title}` };
      if (here.length === 0) return [heading, { kind: 'text', text: 'Nothing is planned.' }];
      return [
        heading,
        table(
          `Step ${step}: ${title}`,
          ['Action', 'Leverage', 'Due', 'How it stands', 'What it should change'],
          here.map((action) => [
            action.title,
            action.leverage || '–',
            action.dueOn === null ? '–' : day(action.dueOn),
            `${actionTitles[action.status]}${isLate(action, madeOn) ? ', late' : ''}`,
            [action.indicator, action.indicatorAim].filter((part) => part !== '').join(': ') || '–',
          ]),
        ),
      ];
    }),
  };
}

function incidents({ incidents: all, least }: DiligenceReportInput): Section {
  if (all.length === 0)
    return {
      title: 'Incidents and remedy',
      blocks: [
        {
          kind: 'text',
          text: 'No incident was found or closed in the year. That nothing was found does not say that nothing happened.',
        },
      ],
    };
  return {
    title: 'Incidents and remedy',
    blocks: [
      table(
        'Incidents',
        ['Incident', 'Found', 'Workers', 'How it stands', 'Remedy'],
        all.map((incident) => [
          incident.supplier === '' ? incident.title : `${incident.title} (${incident.supplier})`,
          day(incident.foundOn),
          workers(incident.affected, least),
          incident.closedOn === null
            ? incidentTitles[incident.status]
            : `Closed on ${day(incident.closedOn)}`,
          incident.remedies.map((each) => remedyTitles[each.kind]).join('; ') || 'None yet',
        ]),
      ),
      {
        kind: 'list',
        items: all.flatMap(({ title, remedies }) =>
          remedies.map((each) => ({
            lead: `${title}: ${remedyTitles[each.kind].toLowerCase()}`,
            text: [
              each.amount === null ? '' : `${each.currency} ${number(each.amount)}`.trim(),
              `given on ${day(each.givenOn)} to ${workers(each.workers, least)} workers`,
              agreementTitles[each.agreement].toLowerCase(),
              each.checkedOn === null || each.works === null
                ? 'not checked yet'
                : `checked on ${day(each.checkedOn)}: ${worksTitles[each.works]}`,
            ]
              .filter((part) => part !== '')
              .join('; '),
          })),
        ),
      },
    ],
  };
}

function method({ severityBy, least }: DiligenceReportInput): Section {
  return {
    title: 'How this is worked out',
    blocks: [
      {
        kind: 'list',
        small: true,
        items: [
          {
            text: `Severity is the ${severityBy === 'max' ? 'greatest' : 'mean'} of scale, scope and remediability, each 1 to 5. Severity orders, then likelihood; their product is shown and orders nothing (PROPOSED).`,
          },
          {
            text: `Numbers of workers under ${Math.max(least, 5)} are [c]. Totals add what is shown, so that none gives a small one away.`,
          },
          {
            text: 'An incident is closed only with a remedy that was found on a later day to work, or with a stated reason.',
          },
          {
            text: 'The six steps are the OECD’s, the four stages ETI’s; which step goes with which stage is PROPOSED.',
          },
        ],
      },
    ],
  };
}

function isChecked({ checkedOn }: { readonly checkedOn: string | null }): boolean {
  return checkedOn !== null;
}

function workers(n: number | null, least: number): string {
  const { value, suppressed } = shownCount(n, least);
  return suppressed ? '[c]' : value === null ? '– (not known)' : number(value);
}

function said(value: number | null, decimals = 0): string {
  return value === null ? '– (not weighed)' : number(value, decimals);
}

/** A table whose first column is wide and whose others share the rest. */
function table(
  caption: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): Block {
  return {
    kind: 'table',
    caption,
    columns: titles.map((title, at) => ({ title, width: at === 0 ? 30 : 14 })),
    rows,
  };
}
