import { useQuery } from '@tanstack/react-query';
import { Choice } from '../parts/field.tsx';
import { homeQuery, measuredQuery } from '../place/calls.ts';
import type { PlaceAt } from '../plan/plan.ts';
import type { NewTarget } from './calls.ts';

/** Something that a target can be about, with its newest value to begin from. */
export type Offered = {
  readonly about: NewTarget['about'];
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: '+' | '-' | 'o';
  readonly detection: boolean;
  readonly newest: { readonly value: number; readonly on: string; readonly source: string } | null;
};

/** Measures with values, and what the newest review scored: topics first, then single questions. */
export function useOffered(at: PlaceAt): readonly Offered[] {
  const measured = useQuery(measuredQuery(at.partnership, at.place));
  const home = useQuery(homeQuery(at.partnership, at.place));
  const { profile = null, review = null } = home.data ?? {};
  const on = review?.publishedAt?.slice(0, 10) ?? '';
  const scored =
    (kind: 'topic' | 'indicator') =>
    ({ code, title, score }: { code: string; title: string; score: number | null }): Offered => ({
      ...{ about: { kind, code }, title, unit: 'of 4', decimals: 1, direction: '+' },
      detection: false,
      newest: score === null ? null : { value: score, on, source: review?.title ?? '' },
    });
  return [
    ...(measured.data?.rows ?? []).map(({ measure, latest, source }): Offered => {
      const { code, title, unit, decimals, direction, detection } = measure;
      const newest =
        latest === null || latest.value === null || latest.suppressed
          ? null
          : { value: latest.value, on: latest.end, source: `${source.title}, ${latest.period}` };
      return {
        ...{ about: { kind: 'measure', code }, title, unit, decimals, direction, detection },
        newest,
      };
    }),
    ...(profile?.topics ?? []).map(scored('topic')),
    ...(profile?.indicators ?? [])
      .filter(({ direction }) => direction !== 'o')
      .map(scored('indicator')),
  ];
}

export function SubjectChoice({
  offered,
  chosen,
  onChoose,
}: {
  offered: readonly Offered[];
  chosen: NewTarget['about'];
  onChoose: (offered: Offered) => void;
}) {
  const key = ({ kind, code }: NewTarget['about']) => `${kind} ${code}`;
  return (
    <Choice
      label="What is it about?"
      hint="A measure of your data, a topic of your reviews, or one question of them."
      value={chosen.code === '' ? '' : key(chosen)}
      options={[
        ['', 'Choose'],
        ...offered.map(
          ({ about, title }) => [key(about), `${kindWords[about.kind]}: ${title}`] as const,
        ),
      ]}
      onChange={(next) => {
        const found = offered.find(({ about }) => key(about) === next);
        if (found !== undefined) onChoose(found);
      }}
    />
  );
}

const kindWords = { measure: 'Measure', topic: 'Topic', indicator: 'Question' } as const;
