import { useQuery } from '@tanstack/react-query';
import { Choice } from '../parts/field.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { count } from '../words.ts';
import { frameworksQuery, publishedVersions, versionQuery } from './frameworks.ts';
import { RadioCards } from './radio-cards.tsx';

/** Which version of which framework, and how much of it: the profiles with what each is for. */
export function QuestionsChoice({
  partnership,
  version,
  profile,
  onVersion,
  onProfile,
}: {
  partnership: string;
  version: string;
  profile: string;
  onVersion: (version: string) => void;
  onProfile: (profile: string) => void;
}) {
  const { data: listed } = useQuery(frameworksQuery(partnership));
  const { data, error, isPending } = useQuery(versionQuery(partnership, version));
  const versions = publishedVersions(listed?.frameworks ?? []);
  const framework = data?.framework;
  const all = framework?.levels.flatMap(({ topics }) =>
    topics.flatMap((topic) => topic.indicators),
  );
  return (
    <section className="stack">
      <h2>Which questions?</h2>
      {versions.length > 1 && (
        <Choice
          label="Framework"
          hint="A published version never changes, so reviews stay comparable."
          value={version}
          options={versions.map(({ id, title }) => [id, title])}
          onChange={onVersion}
        />
      )}
      <Problems error={error} />
      {isPending && <Loading what="the questions" />}
      {framework !== undefined && (
        <RadioCards
          legend="How much of it to ask"
          name="profile"
          chosen={profile}
          onChange={onProfile}
          options={framework.profiles.map(({ code, title, help, items }) => ({
            value: code,
            title,
            says: help,
            aside: count(
              items.length === 0 ? (all?.length ?? 0) : items.length,
              'indicator',
              'indicators',
            ),
          }))}
        />
      )}
      {framework !== undefined && <p className="small soft">{framework.statement}</p>}
    </section>
  );
}
