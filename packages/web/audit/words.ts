/** What a route is for, in words; a route that is not named here is shown as it is written. */
export function actionWords(action: string): string {
  const [method = '', path = ''] = action.split(' ');
  const place = path.replace('/api/partnerships/{partnership}', '').replace('/api', '');
  const noun = nouns.find(([pattern]) => pattern.test(place))?.[1];
  return noun === undefined ? action : `${verbs[method] ?? method} ${noun}`;
}

export function outcomeWords(outcome: string): string {
  const [status = '', code = ''] = outcome.split(' ');
  if (status.startsWith('2')) return 'done';
  if (status.startsWith('5')) return 'fault on our side';
  return code === '' ? `refused (${status})` : `refused: ${code.replaceAll('-', ' ')}`;
}

const verbs: Readonly<Record<string, string>> = {
  GET: 'Read',
  POST: 'Did',
  PUT: 'Changed',
  PATCH: 'Changed',
  DELETE: 'Removed',
};

const nouns: readonly (readonly [RegExp, string])[] = [
  [/^\/places\/\{place\}\/home/, 'the place’s home'],
  [/^\/places\/\{place\}\/gaps|^\/gaps/, 'gaps'],
  [/^\/places\/\{place\}\/assets|^\/assets/, 'assets'],
  [/^\/places\/\{place\}\/(series|position|measures)/, 'measured data of a place'],
  [/^\/places|^\/boundaries|^\/home-place/, 'places'],
  [/^\/reviews\/\{review\}\/report/, 'a review’s report'],
  [/^\/reviews\/\{review\}\/agreeing|agreed/, 'the agreeing of a review'],
  [/^\/reviews\/\{review\}\/raters|^\/raters/, 'raters of a review'],
  [/^\/reviews\/\{review\}\/move/, 'a review’s step'],
  [/^\/reviews/, 'reviews'],
  [/^\/framework/, 'frameworks'],
  [/^\/audit/, 'the audit'],
  [/^\/people/, 'people'],
  [/^\/(data|files|jobs|mappings|measures|data-sets)/, 'data'],
  [/^\/rate/, 'a rater’s answers'],
  [/^\/session/, 'signing in or out'],
  [/^$/, 'the partnership'],
];
