import { freeTemplate, plainMethod, riskTemplate, type Template } from '@freehold/core/composite';

/** Where to begin with files of one's own: a method, and metadata to fill in. */
export const beginnings: readonly Pick<Template, 'title' | 'help' | 'method' | 'meta'>[] = [
  {
    title: 'From 1 to 100, and the mean',
    help: 'Every indicator from 1 for the least to 100 for the greatest, then weighted means. Easy to follow; a strength makes up for a weakness.',
    method: plainMethod,
    meta: freeTemplate.meta,
  },
  riskTemplate,
  freeTemplate,
];
