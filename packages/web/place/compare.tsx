import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { CompareTabs } from '../comparison/frame.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import {
  measureListQuery,
  placeQuery,
  positionQuery,
  type Measure,
  type OnePlace,
} from './calls.ts';
import { CompareChoices } from './compare-choices.tsx';
import { GroupFigure } from './group-figure.tsx';
import { compareSearch, groupOf, type CompareSearch } from './search.ts';
import { SeriesRow } from './series-row.tsx';
import { positionTitle } from './words.ts';
import '../look/place.css';

/** One measure of one place beside those of a group: where it stands, over time, and on the map. */
export function Compare() {
  const { partnership } = useParams({ from: '/p/$partnership/compare' });
  const search = useSearch({ from: '/p/$partnership/compare' });
  const mine = usePartnership(partnership);
  const measures = useQuery(measureListQuery(partnership));
  const place = search.place ?? mine?.homePlace ?? '';
  const about = useQuery({ ...placeQuery(partnership, place), enabled: place !== '' });
  useCrumbs({ words: 'Compare' });
  const error = measures.error ?? about.error;
  if (error) return <Problems error={error} />;
  if (measures.data === undefined || mine === null) return <Loading what="the measures" />;
  if (place === '') return <NoPlace partnership={partnership} />;
  if (about.data === undefined) return <Loading what="the place" />;
  const usable = measures.data.measures.filter(({ observations }) => observations > 0);
  const measure = usable.find(({ code }) => code === search.measure) ?? usable[0];
  if (measure === undefined) return <NoMeasure partnership={partnership} />;
  return (
    <Comparison
      partnership={partnership}
      about={about.data}
      measures={usable}
      measure={measure}
      search={search}
    />
  );
}

function Comparison({
  partnership,
  about,
  measures,
  measure,
  search,
}: {
  partnership: string;
  about: OnePlace;
  measures: readonly Measure[];
  measure: Measure;
  search: CompareSearch;
}) {
  const navigate = useNavigate();
  const { place, parents } = about;
  const group = groupOf(search, parents);
  const {
    data: position,
    error,
    isFetching,
  } = useQuery({
    ...positionQuery(partnership, place.id, measure.code, group),
    placeholderData: keepPreviousData,
    enabled: group.kind !== 'chosen' || group.places.length > 0,
  });
  // Where the place has no data of its own, those of the area around it are compared.
  const shown = position?.place ?? place;
  return (
    <Page
      title={position === undefined ? `${place.name} compared` : positionTitle(position)}
      lede={`${measure.title}. ${measure.definition}`}
    >
      <p className="small">
        <Link to="/p/$partnership/compare/shared" params={{ partnership }}>
          What other partnerships share of their reviews
        </Link>
      </p>
      <CompareChoices
        partnership={partnership}
        place={shown}
        parents={shown.id === place.id ? parents : []}
        measures={measures}
        measure={measure}
        group={group}
        onChange={(change) =>
          void navigate({
            from: '/p/$partnership/compare',
            to: '.',
            search: compareSearch({ ...search, ...change }),
          })
        }
      />
      <Problems error={error} />
      {position === undefined ? (
        error === null &&
        (isFetching ? (
          <Loading what="the comparison" />
        ) : (
          <p className="soft">Add places to compare with.</p>
        ))
      ) : (
        <>
          {position.place.id !== place.id && (
            <Notice title={`These data are for ${position.place.name}`}>
              <p>
                {place.name} lies in it and has none of its own.{' '}
                <Link
                  to="/p/$partnership/compare"
                  params={{ partnership }}
                  search={{ measure: measure.code, place: position.place.id }}
                >
                  Compare {position.place.name}
                </Link>
              </p>
            </Notice>
          )}
          <GroupFigure
            partnership={partnership}
            measure={measure}
            group={group}
            position={position}
          />
          <SeriesRow
            partnership={partnership}
            place={position.place}
            measure={measure}
            members={position.members}
          />
        </>
      )}
    </Page>
  );
}

function NoPlace({ partnership }: { partnership: string }) {
  return (
    <Page title="Compare needs a place">
      <CompareTabs partnership={partnership} place={undefined} />
      <Empty title="Choose your place first">
        <p>Compare shows how one place stands beside others of its kind.</p>
        <div>
          <Link className={buttonClass('primary')} to="/p/$partnership" params={{ partnership }}>
            Choose your place
          </Link>
        </div>
      </Empty>
    </Page>
  );
}

function NoMeasure({ partnership }: { partnership: string }) {
  return (
    <Page title="Nothing to compare yet">
      <CompareTabs partnership={partnership} place={undefined} />
      <Empty title="Compare needs measured data">
        <p>
          Import a data set for several places, such as the indices of deprivation by district. Then
          choose a measure and a group here.
        </p>
        <div>
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/data/import"
            params={{ partnership }}
          >
            Import data
          </Link>
        </div>
      </Empty>
    </Page>
  );
}
