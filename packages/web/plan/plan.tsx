import { Page } from '../parts/page.tsx';
export function Plan() {
  return (
    <Page title="Plan">
      <p>…</p>
    </Page>
  );
}
