import { queryOptions } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';

const ours = api.partnerships[':partnership'];

export const instrumentsQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['survey-instruments', partnership],
    queryFn: () => loadInstruments(partnership),
  });

export const instrumentQuery = (partnership: string, instrument: string) =>
  queryOptions({
    queryKey: ['survey-instruments', partnership, instrument],
    queryFn: () => loadInstrument(partnership, instrument),
  });

export const wavesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['survey-waves', partnership],
    queryFn: () => loadWaves(partnership),
  });

export const waveQuery = (at: WaveAt) =>
  queryOptions({
    queryKey: ['survey-waves', at.partnership, at.wave],
    queryFn: () => loadWave(at),
  });

export const resultsQuery = (at: WaveAt) =>
  queryOptions({
    queryKey: ['survey-waves', at.partnership, at.wave, 'results'],
    queryFn: () => loadResults(at),
  });

export const cleanUpQuery = (at: WaveAt) =>
  queryOptions({
    queryKey: ['survey-waves', at.partnership, at.wave, 'clean-up'],
    queryFn: () => loadCleanUp(at),
  });

export const comparisonQuery = (at: WaveAt, earlier: string) =>
  queryOptions({
    queryKey: ['survey-waves', at.partnership, at.wave, 'comparison', earlier],
    queryFn: () => loadComparison(at, earlier),
  });

/** What a personal link opens. Read again only when the tab comes back: answers are kept here meanwhile. */
export const surveyQuery = (token: string) =>
  queryOptions({
    queryKey: ['survey', token],
    queryFn: () => loadSurvey(token),
    staleTime: Infinity,
  });

export const backQuery = (token: string) =>
  queryOptions({
    queryKey: ['survey', token, 'back'],
    queryFn: () => loadBack(token),
  });

export type WaveAt = { readonly partnership: string; readonly wave: string };
export type InstrumentLine = Awaited<ReturnType<typeof loadInstruments>>['instruments'][number];
export type InstrumentPage = Awaited<ReturnType<typeof loadInstrument>>;
export type WaveLine = Awaited<ReturnType<typeof loadWaves>>['waves'][number];
export type WavePage = Awaited<ReturnType<typeof loadWave>>;
export type Target = WavePage['people'][number];
export type SurveyPage = Awaited<ReturnType<typeof loadSurvey>>;
export type SurveyFile = SurveyPage['files'][number];
export type PageBack = Awaited<ReturnType<typeof loadBack>>;
export type Results = Awaited<ReturnType<typeof loadResults>>;
export type Result = Results['results'][number];
export type CleanUpSet = Awaited<ReturnType<typeof loadCleanUp>>['sets'][number];
export type Comparison = Awaited<ReturnType<typeof loadComparison>>;

/** Everything that shows a wave is read anew. */
export function wavesChanged(partnership: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['survey-waves', partnership] });
}

function loadInstruments(partnership: string) {
  return got(ours['survey-instruments'].$get({ param: { partnership } }));
}

function loadInstrument(partnership: string, instrument: string) {
  return got(
    ours['survey-instruments'][':instrument'].$get({ param: { partnership, instrument } }),
  );
}

function loadWaves(partnership: string) {
  return got(ours['survey-waves'].$get({ param: { partnership } }));
}

function loadWave(at: WaveAt) {
  return got(ours['survey-waves'][':wave'].$get({ param: at }));
}

function loadResults(at: WaveAt) {
  return got(ours['survey-waves'][':wave'].results.$get({ param: at }));
}

function loadCleanUp(at: WaveAt) {
  return got(ours['survey-waves'][':wave']['clean-up'].$get({ param: at }));
}

function loadComparison(at: WaveAt, earlier: string) {
  return got(
    ours['survey-waves'][':wave'].comparison.$get({ param: at, query: { with: earlier } }),
  );
}

function loadSurvey(token: string) {
  return got(api.survey[':token'].$get({ param: { token } }));
}

function loadBack(token: string) {
  return got(api.survey[':token'].back.$get({ param: { token } }));
}
