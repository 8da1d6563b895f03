import { Intervention as Core, principles, type Timing } from '@freehold/core/prevention';
import type { Fields, Intervention, InterventionType, TypeList } from './calls.ts';

/** What a new intervention begins with: what its type says, the three principles unanswered, and what is given. */
export function emptyFields(list: TypeList, given: Partial<Fields>): Fields {
  const type = list.types.find(({ code }) => code === given.type) ?? list.types[0];
  const begun = {
    name: 'x',
    ...(type === undefined
      ? { type: 'none', pathways: ['ACCESS'], timing: ['before'] satisfies Timing[] }
      : ofType(type)),
    principles: principles.map((title) => ({ title, met: null, note: '' })),
    ...given,
  };
  return { ...Core.parse(begun), name: given.name ?? '' };
}

/** What a type says of its pathways, timings and level; people may say otherwise. */
export function ofType({
  code,
  pathways,
  timing,
  levels,
}: InterventionType): Pick<Fields, 'type' | 'pathways' | 'timing' | 'level'> {
  return { type: code, pathways, timing, level: levels[0] ?? '' };
}

/** What people write of an intervention, without what the house adds. */
export function fieldsOf(intervention: Intervention): Fields {
  const { id: _id, removed: _removed, version: _version, madeAt: _madeAt, ...rest } = intervention;
  const { changedAt: _changedAt, changedBy: _changedBy, ...fields } = rest;
  return fields;
}

export const labels: Readonly<Record<string, string>> = {
  ...{ name: 'Name', type: 'Type', pathways: 'Pathways', timing: 'Timing', level: 'Level' },
  ...{ layer: 'Layer', sixCs: 'Six Cs', lead: 'Lead', partners: 'Partners', places: 'Places' },
  ...{ exploitation: 'Form of exploitation', people: 'People meant', startsOn: 'First day' },
  ...{ endsOn: 'Last day', budget: 'Budget', currency: 'Currency', funder: 'Funder' },
  ...{ reachTarget: 'Reach: target', reachActual: 'Reach: so far', principles: 'Principles' },
  ...{ risksOfHarm: 'Risks of harm', evaluation: 'Evaluation plan' },
  ...{ evaluationSms: 'Planned strength of evaluation', status: 'Status' },
  ...{ endedWhy: 'Why it ended', gaps: 'Gaps', claims: 'Claims', theoryNodes: 'Theories' },
  ...{ actions: 'Actions', indicators: 'Indicators', note: 'Note' },
};
