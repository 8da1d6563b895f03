import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { ComparisonChoice, type Comparison } from './comparison-choice.tsx';
import { frameworksQuery, newestPublished, versionQuery } from './frameworks.ts';
import { PlaceChoice, placeQuery, type FoundPlace } from './place-choice.tsx';
import { QuestionsChoice } from './questions-choice.tsx';
import { reviewsQuery } from './review.ts';
import './words.ts';
import '../look/review.css';

/** Sets a review up. Everything can be left as it stands but the place. */
export function NewReview() {
  const { partnership } = useParams({ from: '/p/$partnership/reviews/new' });
  const frameworks = useQuery(frameworksQuery(partnership));
  const asked = useSearch({ from: '/p/$partnership/reviews/new' }).place;
  const mine = usePartnership(partnership);
  const home = asked ?? mine?.homePlace ?? null;
  const homePlace = useQuery({ ...placeQuery(partnership, home ?? ''), enabled: home !== null });
  useCrumbs({ words: 'Review', to: `/p/${partnership}/reviews` }, { words: 'Start a review' });
  if (frameworks.isPending || (home !== null && homePlace.isPending)) {
    return <Loading what="the sets of questions" />;
  }
  if (mine !== null && !mayCoordinate(mine.role)) {
    return (
      <Page title="The co-ordinator starts a review">
        <p>Your role reads reviews and takes part in them. Ask the co-ordinator to start one.</p>
      </Page>
    );
  }
  const newest = newestPublished(frameworks.data?.frameworks ?? []);
  return (
    <Page
      title="Start a review of a place"
      lede="Choose the place and the questions. You invite the raters in the next step; nothing is sent yet."
    >
      <Problems error={frameworks.error} />
      {newest === null ? (
        <Empty title="There are no questions to ask yet">
          <p>A framework has to be published first. You find them under Frameworks.</p>
        </Empty>
      ) : (
        <ReviewForm
          partnership={partnership}
          first={{ version: newest.id, place: homePlace.data ?? null }}
        />
      )}
    </Page>
  );
}

function ReviewForm({
  partnership,
  first,
}: {
  partnership: string;
  first: { version: string; place: FoundPlace | null };
}) {
  const navigate = useNavigate();
  const [place, setPlace] = useState<FoundPlace | null>(first.place);
  const [version, setVersion] = useState(first.version);
  const [profile, setProfile] = useState('starter');
  const [title, setTitle] = useState<string | null>(null);
  const [closesOn, setClosesOn] = useState('');
  const [comparison, setComparison] = useState<Comparison>({ kind: 'same-type' });
  const { data } = useQuery(versionQuery(partnership, version));
  const profiles = data?.framework.profiles ?? [];
  // A framework without the chosen profile offers its own first one.
  const asked = profiles.find(({ code }) => code === profile) ?? profiles[0];
  const suggested = place === null ? '' : `${place.name}, ${asked?.title ?? ''}`;
  const make = useMutation({
    mutationFn: (chosen: { place: string; profile: string }) =>
      got(
        api.partnerships[':partnership'].reviews.$post({
          param: { partnership },
          json: {
            place: chosen.place,
            frameworkVersion: version,
            profile: chosen.profile,
            title: title ?? suggested,
            closesOn: closesOn === '' ? null : closesOn,
            comparison,
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries(reviewsQuery(partnership));
      await navigate({
        to: '/p/$partnership/reviews/$review',
        params: { partnership, review: id },
      });
    },
  });
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (place !== null && asked !== undefined) {
          make.mutate({ place: place.id, profile: asked.code });
        }
      }}
    >
      <PlaceChoice
        partnership={partnership}
        title="Which place?"
        chosen={place}
        onChoose={(next) => {
          setPlace(next);
          setComparison({ kind: 'same-type' });
        }}
      />
      <QuestionsChoice
        partnership={partnership}
        version={version}
        profile={asked?.code ?? ''}
        onVersion={setVersion}
        onProfile={setProfile}
      />
      <section className="stack">
        <h2>What is it called, and until when?</h2>
        <TextField
          label="Title"
          hint="How people will find it again."
          required
          maxLength={200}
          value={title ?? suggested}
          onChange={setTitle}
        />
        <TextField
          label="Closing date"
          type="date"
          hint="Shown to the raters. Rating does not close by itself: you close it. May be left empty."
          value={closesOn}
          onChange={setClosesOn}
        />
      </section>
      <ComparisonChoice
        partnership={partnership}
        place={place}
        comparison={comparison}
        onChange={setComparison}
      />
      <Problems error={make.error} />
      <div className="row">
        <Button
          tone="primary"
          type="submit"
          disabled={make.isPending || place === null || asked === undefined}
        >
          Set the review up
        </Button>
        {place === null && <span className="soft">Choose a place first.</span>}
      </div>
    </form>
  );
}
