import { z } from 'zod';
import { Layer, MechanismCode, SixC, Timing } from './pathway.ts';

/** CONFIRMED: a source names it as a type; EXAMPLE: of a pathway; PRACTICE: as promising; PROPOSED: ours. */
export const NameStatus = z.enum(['CONFIRMED', 'EXAMPLE', 'PRACTICE', 'PROPOSED']);
export type NameStatus = z.infer<typeof NameStatus>;

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

/** A type of intervention: data, so that a licensed user can put the published list in its place. */
export const InterventionType = z.strictObject({
  code,
  label: z.string().trim().min(1).max(200),
  class: z.enum(['programme', 'law-policy']),
  status: NameStatus,
  source: z.string().trim().max(200),
  pathways: z.array(MechanismCode).min(1),
  pathwaysStatus: NameStatus,
  timing: z.array(Timing).min(1),
  levels: z.array(z.string().trim().min(1).max(80)),
  /** Codes of the framework's topics that it addresses; empty where nobody has said. */
  topics: z.array(z.string().trim().min(1).max(40)).max(100).default([]),
});
export type InterventionType = z.infer<typeof InterventionType>;

/** A version of the list; a version in use never changes. */
export const TypeList = z
  .strictObject({
    code,
    version: z.int().min(1),
    title: z.string().trim().min(1).max(300),
    statement: z.string().trim().max(2000),
    types: z.array(InterventionType).min(1).max(500),
  })
  .refine(({ types }) => new Set(types.map((each) => each.code)).size === types.length, {
    path: ['types'],
    message: 'repeated-code',
  });
export type TypeList = z.infer<typeof TypeList>;

const words = (most: number) => z.string().trim().max(most);
const amount = z.number().min(0).max(1e12).nullable();
const people = z.int().min(0).max(1e9).nullable();
const ids = z.array(z.string().max(80)).max(200);

/** One item of the checklist of principles; unanswered is null. */
export const Principle = z.strictObject({
  title: z.string().trim().min(1).max(300),
  met: z.boolean().nullable(),
  note: words(2000).default(''),
});
export type Principle = z.infer<typeof Principle>;

/** Those found in a source; further ones of the report were not readable, so people may add rows. Source: BASNET 2022. */
export const principles: readonly string[] = [
  'Avoiding harm comes first',
  'It is culturally competent',
  'People with lived experience helped to make it',
];

export const InterventionStatus = z.enum(['idea', 'planned', 'running', 'ended']);
export type InterventionStatus = z.infer<typeof InterventionStatus>;

/** What may be said of an intervention, field by field, as a change names it. `endedWhy`: why it was stopped. */
export const interventionFields = {
  name: z.string().trim().min(1).max(300),
  type: code,
  pathways: z.array(MechanismCode).min(1),
  timing: z.array(Timing).min(1),
  level: words(80),
  layer: Layer.nullable(),
  sixCs: z.array(SixC),
  lead: words(200),
  partners: z.array(z.string().trim().min(1).max(200)).max(100),
  places: ids,
  exploitation: words(200),
  people: words(500),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  budget: amount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  funder: words(200),
  reachTarget: people,
  reachActual: people,
  principles: z.array(Principle).max(30),
  risksOfHarm: words(4000),
  evaluation: words(2000),
  evaluationSms: z.int().min(0).max(5).nullable(),
  status: InterventionStatus,
  endedWhy: words(1000),
  gaps: ids,
  claims: ids,
  theoryNodes: ids,
  actions: ids,
  indicators: ids,
  note: words(4000),
};

const may = interventionFields;

/** Something that is, was or will be done. A pathway is stated, because studies that leave it implied cannot be used. */
export const Intervention = z
  .strictObject({
    ...may,
    ...{ level: may.level.default(''), layer: may.layer.default(null) },
    ...{ sixCs: may.sixCs.default([]), lead: may.lead.default('') },
    ...{ partners: may.partners.default([]), places: may.places.default([]) },
    ...{ exploitation: may.exploitation.default(''), people: may.people.default('') },
    ...{ startsOn: may.startsOn.default(null), endsOn: may.endsOn.default(null) },
    ...{ budget: may.budget.default(null), currency: may.currency.default('GBP') },
    ...{ funder: may.funder.default(''), principles: may.principles.default([]) },
    ...{ reachTarget: may.reachTarget.default(null), reachActual: may.reachActual.default(null) },
    ...{ risksOfHarm: may.risksOfHarm.default(''), evaluation: may.evaluation.default('') },
    ...{ evaluationSms: may.evaluationSms.default(null), status: may.status.default('planned') },
    ...{ endedWhy: may.endedWhy.default(''), note: may.note.default('') },
    ...{ gaps: may.gaps.default([]), claims: may.claims.default([]) },
    ...{ theoryNodes: may.theoryNodes.default([]), actions: may.actions.default([]) },
    indicators: may.indicators.default([]),
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'ends-before-start',
  });
export type Intervention = z.infer<typeof Intervention>;
