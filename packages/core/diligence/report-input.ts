import type { ActionStatus, DiligenceActionFields } from './cycle-step.ts';
import type { IncidentFields, IncidentStatus, RemedyFields } from './incident.ts';
import type { Band, RiskFields, SeverityBy } from './risk.ts';

type Of = { readonly supplier: string };

/** What the due-diligence report of a year is made of; small counts are withheld by the report itself. */
export type DiligenceReportInput = {
  readonly partnership: { readonly name: string; readonly madeUp: boolean };
  readonly madeOn: string;
  readonly year: number;
  readonly severityBy: SeverityBy;
  /** The smallest number of workers that may be shown. */
  readonly least: number;
  readonly suppliers: number;
  readonly sites: number;
  readonly countries: number;
  readonly tiers: Readonly<Record<string, number>>;
  readonly suppliersByBand: Readonly<Record<Band, number>>;
  readonly risks: readonly (Omit<RiskFields, 'description' | 'evidence'> &
    Of & {
      readonly severity: number | null;
      readonly band: Band;
      readonly status: 'open' | 'closed';
    })[];
  readonly actions: readonly (Omit<DiligenceActionFields, 'status'> &
    Of & { readonly status: ActionStatus; readonly endedOn: string | null })[];
  /** Those found in the year, or closed in it. */
  readonly incidents: readonly (Pick<IncidentFields, 'title' | 'affected' | 'foundOn' | 'clauses'> &
    Of & {
      readonly status: IncidentStatus;
      readonly closedOn: string | null;
      readonly remedies: readonly Pick<
        RemedyFields,
        'kind' | 'amount' | 'currency' | 'workers' | 'givenOn' | 'agreement' | 'checkedOn' | 'works'
      >[];
    })[];
  readonly assessments: { readonly all: number; readonly refer: number; readonly referred: number };
};
