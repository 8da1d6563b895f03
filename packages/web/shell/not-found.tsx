import { Link } from '@tanstack/react-router';
import { Page } from '../parts/page.tsx';

export function NotFound() {
  return (
    <main className="shell-main">
      <Page title="There is nothing at this address">
        <p>
          It may have moved, or it is not yours to see. <Link to="/">Go to the start</Link>.
        </p>
      </Page>
    </main>
  );
}
