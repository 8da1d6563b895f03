import { Page } from '../parts/page.tsx';

/** The home of a partnership's place. */
export function PlaceHome() {
  return (
    <Page title="Your place">
      <p>…</p>
    </Page>
  );
}
