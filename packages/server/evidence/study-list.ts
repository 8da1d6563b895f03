import { z } from '@hono/zod-openapi';
import { Study, survivorRole } from '@freehold/core/evidence';
import { Facets, facet, paging } from './page.ts';

export const StudyQuery = z.object({
  ...paging,
  query: z.string().max(200).default(''),
  country: z.string().max(80).default(''),
  intervention: z.string().max(80).default(''),
  outcome: z.string().max(80).default(''),
  /** "none" are those that nobody graded. */
  sms: z.enum(['', 'none', '0', '1', '2', '3', '4', '5']).default(''),
  source: z.string().max(80).default(''),
});
export type StudyQuery = z.infer<typeof StudyQuery>;

const BriefStudy = Study.pick({
  ...{ id: true, title: true, year: true, countries: true, interventions: true, design: true },
  ...{ sms: true, review: true, read: true, source: true },
}).extend({ outcomes: z.array(z.string()), survivors: z.boolean().nullable() });
type BriefStudy = z.infer<typeof BriefStudy>;

export const StudyPage = z.object({
  studies: z.array(BriefStudy),
  total: z.number(),
  all: z.number(),
  facets: Facets,
});

/** The studies that a question fits, one page of them, and what each further answer would leave. */
export function studyPage(studies: readonly Study[], asked: StudyQuery): z.infer<typeof StudyPage> {
  const brief = studies.map(briefOf);
  const found = brief.filter((study) => fits(study, asked));
  const from = (asked.page - 1) * asked.size;
  return {
    studies: found.slice(from, from + asked.size),
    ...{ total: found.length, all: brief.length },
    facets: {
      country: facet(found.flatMap(({ countries }) => countries)),
      intervention: facet(found.flatMap(({ interventions }) => interventions)),
      outcome: facet(found.flatMap(({ outcomes }) => outcomes)),
      sms: facet(found.map(({ sms }) => (sms === null ? 'none' : String(sms)))),
    },
  };
}

function briefOf(study: Study): BriefStudy {
  const { id, title, year, countries, interventions, design, sms, review, read, source } = study;
  return {
    ...{ id, title, year, countries, interventions, design, sms, review, read, source },
    outcomes: [...new Set(study.findings.map(({ outcome }) => outcome))],
    survivors: survivorRole(study),
  };
}

function fits(study: BriefStudy, asked: StudyQuery): boolean {
  const { country, intervention, outcome, sms, source } = asked;
  return (
    (asked.query === '' || study.title.toLowerCase().includes(asked.query.toLowerCase())) &&
    (country === '' || study.countries.includes(country)) &&
    (intervention === '' || study.interventions.includes(intervention)) &&
    (outcome === '' || study.outcomes.includes(outcome)) &&
    (sms === '' || (study.sms === null ? 'none' : String(study.sms)) === sms) &&
    (source === '' || study.source === source)
  );
}
