import { Page } from '../parts/page.tsx';
export function Places() {
  return (
    <Page title="Places">
      <p>…</p>
    </Page>
  );
}
