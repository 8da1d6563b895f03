import type { StatementAnswer } from './statement-area.ts';
import type { StatementFacts } from './statement.ts';

/** One thing a statement may tell. `from` reads it off the approval's fields; the rest is looked for in the text. */
export type Disclosure = {
  readonly code: string;
  readonly title: string;
  readonly from?: (facts: StatementFacts) => StatementAnswer | undefined;
};

/** The disclosures that a comparison of statements counts. [SM-5] */
export const disclosures: readonly Disclosure[] = [
  {
    code: 'signature',
    title: 'Signed by a director',
    from: ({ approval }) => found(approval.signedOn !== null && approval.signedByRole !== ''),
  },
  {
    code: 'approval',
    title: 'Approved by the board',
    from: ({ approval }) => found(approval.approvedOn !== null),
  },
  {
    code: 'publication',
    title: 'Published, and linked from the home page',
    from: ({ approval }) =>
      approval.homeLink === null ? undefined : found(approval.address !== '' && approval.homeLink),
  },
  { code: 'structure', title: 'Structure of the organisation' },
  { code: 'chain', title: 'Supply chain, by place or by site' },
  { code: 'policies', title: 'Policies in direct supply' },
  { code: 'policies-beyond', title: 'Policies beyond the first tier' },
  { code: 'risk-assessment', title: 'How risk is assessed' },
  { code: 'risks', title: 'Risks named: place, resource, workforce or industry' },
  { code: 'risk-management', title: 'What is done about risks' },
  { code: 'grievance', title: 'A way to complain' },
  { code: 'incidents', title: 'Incidents that were found' },
  { code: 'remediation', title: 'What was put right' },
  { code: 'training', title: 'Training' },
  { code: 'kpis', title: 'Indicators of whether it works' },
  { code: 'business-kpis', title: 'Business indicators that may cause harm' },
];

export const disclosureSource = {
  title: 'Walk Free, Beyond Compliance disclosure rate, as asked on Wikirate',
  url: 'https://wikirate.org/Walk_Free+MSA_Beyond_Compliance_Disclosure_Rate?layout=modal',
  note: 'What is asked is the metric’s; the words and the grouping into sixteen are ours.',
};

/** Codes under which answers are kept, apart from those of the areas' items. */
export const disclosurePrefix = 'disclosure.';

function found(is: boolean): StatementAnswer {
  return is ? 'yes' : 'no';
}
