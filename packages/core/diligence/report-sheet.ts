import type { Sheet } from '../document/index.ts';
import type { DiligenceReportInput } from './report-input.ts';
import { shownCount } from './shown-count.ts';

/** Risks, actions, incidents and remedies of the report as one flat table; small numbers of workers stay out. */
export function reportSheet({ risks, actions, incidents, least }: DiligenceReportInput): Sheet {
  return {
    columns: [
      ...['record', 'title', 'supplier', 'step', 'clause', 'severity', 'likelihood', 'band'],
      ...['status', 'date', 'checked_on', 'works', 'amount', 'currency', 'workers', 'suppressed'],
    ],
    rows: [
      ...risks.map((risk) => [
        ...['risk', risk.title, risk.supplier, null, risk.clause],
        ...[risk.severity, risk.likelihood, risk.band, risk.status, risk.notedOn],
        ...[null, null, null, null, null, false],
      ]),
      ...actions.map((action) => [
        ...['action', action.title, action.supplier, action.step, null, null, null, null],
        ...[action.status, action.dueOn, null, null, action.cost, action.currency, null, false],
      ]),
      ...incidents.flatMap((incident) => [
        [
          ...['incident', incident.title, incident.supplier, null, incident.clauses.join('; ')],
          ...[null, null, null, incident.status, incident.foundOn, null, null, null, null],
          ...counted(incident.affected, least),
        ],
        ...incident.remedies.map((each) => [
          ...['remedy', `${incident.title}: ${each.kind}`, incident.supplier, 6, null, null, null],
          ...[null, each.agreement, each.givenOn, each.checkedOn, each.works],
          ...[each.amount, each.currency, ...counted(each.workers, least)],
        ]),
      ]),
    ],
  };
}

function counted(workers: number | null, least: number): readonly (number | boolean | null)[] {
  const { value, suppressed } = shownCount(workers, least);
  return [value, suppressed];
}
