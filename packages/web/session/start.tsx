import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Loading, Page } from '../parts/page.tsx';
import { sessionQuery } from './session.ts';

/** The first page after signing in: which partnership to work in, or how to begin. */
export function Start() {
  const { data, isPending } = useQuery(sessionQuery);
  if (isPending) return <Loading what="your partnerships" />;
  return (
    <main className="shell-main">
      {data === undefined ? (
        <Page title="Freehold">
          <p>
            Sign in with the link that was sent to you, or that the terminal printed when Freehold
            was started.
          </p>
        </Page>
      ) : (
        <Page title={`Welcome, ${data.person.name}`}>
          <ul>
            {data.partnerships.map((each) => (
              <li key={each.id}>
                <Link to="/p/$partnership" params={{ partnership: each.id }}>
                  {each.name}
                </Link>
              </li>
            ))}
          </ul>
        </Page>
      )}
    </main>
  );
}
