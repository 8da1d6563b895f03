import { Page } from '../parts/page.tsx';
export function People() {
  return (
    <Page title="People">
      <p>…</p>
    </Page>
  );
}
