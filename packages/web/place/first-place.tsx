import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayCoordinate } from '@freehold/core/access';
import { buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { sessionQuery, usePartnership } from '../session/session.ts';
import { useHomePlace } from './home-place.ts';
import { PlacePicker } from './place-picker.tsx';
import { Steps } from './steps.tsx';
import '../look/place.css';

/** The first screen of an empty partnership: what it needs, one step at a time, and the example. */
export function FirstPlace({ partnership }: { partnership: string }) {
  const mine = usePartnership(partnership);
  const { data: session } = useQuery(sessionQuery);
  const example = session?.partnerships.find(({ madeUp, id }) => madeUp && id !== partnership);
  const choose = useHomePlace(partnership);
  const may = mine !== null && mayCoordinate(mine.role);
  return (
    <Page
      title={`${mine?.name ?? 'Your partnership'} begins with a place`}
      lede="Three steps lead to a first picture of how your place keeps people free from slavery. About fifteen minutes of yours, then your agencies rate."
    >
      <Steps
        now={1}
        place={
          may ? (
            <div className="stack">
              <Problems error={choose.error} />
              <PlacePicker
                partnership={partnership}
                label="Find your place"
                hint="A district, a county, a police force area, or an area of your own."
                none={
                  <p>
                    Not in the list. Add it by hand, or import the official list of places first.
                  </p>
                }
                onPick={({ id }) => choose.mutate(id)}
              />
              <div className="row">
                <Link
                  className={buttonClass('primary')}
                  to="/p/$partnership/places/new"
                  params={{ partnership }}
                >
                  Add it by hand
                </Link>
                <Link
                  className={buttonClass()}
                  to="/p/$partnership/data/import"
                  params={{ partnership }}
                  search={{ kind: 'places' }}
                >
                  Import a list of places
                </Link>
              </div>
            </div>
          ) : (
            <p>The co-ordinator of your partnership does this.</p>
          )
        }
      />
      {example !== undefined && (
        <Notice title="Would you rather look around first?">
          <p>
            <Link to="/p/$partnership" params={{ partnership: example.id }}>
              {example.name}
            </Link>{' '}
            is a made-up example with a finished review and one under way.
          </p>
        </Notice>
      )}
    </Page>
  );
}
