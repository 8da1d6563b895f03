import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';

/** Where a sign-in link leads. One press signs in, so that a mail scanner cannot use the link up. */
export function SignIn() {
  const { token } = useParams({ from: '/sign-in/$token' });
  const navigate = useNavigate();
  const signIn = useMutation({
    mutationFn: () => got(api.session.link.$post({ json: { token } })),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  return (
    <main className="shell-main">
      <Page
        title="Welcome to Freehold"
        lede="The workbench for anti-slavery partnerships: review your place, agree what to change, see whether it did."
      >
        <Problems error={signIn.error} />
        <div>
          <Button tone="primary" onClick={() => signIn.mutate()} disabled={signIn.isPending}>
            Sign in on this device
          </Button>
        </div>
        <p className="small soft">
          The link works once. Freehold holds no record of any survivor; it counts and it rates.
        </p>
      </Page>
    </main>
  );
}
