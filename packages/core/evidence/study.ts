import { z } from 'zod';
import { Amstar, Grade, Maryland, Nesta, Verdict, WeightOfEvidence } from './grade.ts';

const text = (most: number) => z.string().trim().max(most).default('');
const codes = z.array(z.string().trim().min(1).max(80)).max(100).default([]);
const maybe = z.boolean().nullable().default(null);

/** What a study found of one outcome. `effect` and its interval are in the study's own unit, named in `unit`. */
export const Finding = z.strictObject({
  outcome: z.string().trim().min(1).max(80),
  direction: z.enum(['positive', 'none', 'mixed', 'negative', 'unclear']).default('unclear'),
  effect: z.number().nullable().default(null),
  low: z.number().nullable().default(null),
  high: z.number().nullable().default(null),
  unit: text(200),
  /** What was measured, in the study's words. */
  measure: text(500),
  grade: Grade.nullable().default(null),
});
export type Finding = z.infer<typeof Finding>;

/**
 * One study: about twenty data points, so that it can be found, compared and counted. Only an id and a title are
 * needed; what is not known stays empty or null and is never taken for "no". [EV-4]
 *
 * `sample` names the data a study rests on: studies with one sample count once in a claim.
 */
export const Study = z.strictObject({
  id: z.string().trim().min(1).max(80),
  title: z.string().trim().min(1).max(2000),
  source: z.string().trim().max(80).nullable().default(null),
  year: z.int().min(1000).max(2999).nullable().default(null),
  countries: codes,
  region: text(200),
  setting: z.enum(['local', 'national', 'cross-border', 'unknown']).default('unknown'),
  exploitation: codes,
  sector: text(200),
  populations: codes,
  interventions: codes,
  pathways: codes,
  timing: z.array(z.enum(['before', 'early', 'treat', 're-trafficking'])).default([]),
  level: text(80),
  design: text(200),
  review: z.boolean().default(false),
  sample: text(200),
  sampleSize: z.int().min(0).nullable().default(null),
  comparison: text(500),
  findings: z.array(Finding).max(200).default([]),
  followUpInMonths: z.number().min(0).nullable().default(null),
  cost: text(500),
  limits: text(5000),
  conflict: text(2000),
  objectiveMet: maybe,
  survivorsInDesign: maybe,
  survivorsInImplementation: maybe,
  survivorsInEvaluation: maybe,
  read: z.enum(['full-text', 'part', 'abstract', 'title', 'second-hand']).default('title'),
  sms: Maryland.nullable().default(null),
  weight: WeightOfEvidence.nullable().default(null),
  nesta: Nesta.nullable().default(null),
  amstar: Amstar.nullable().default(null),
  verdict: Verdict.nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  note: text(5000),
  /** The collection it came in with and what tells it apart there; '' for one that a person added. */
  origin: text(600),
});
export type Study = z.infer<typeof Study>;
