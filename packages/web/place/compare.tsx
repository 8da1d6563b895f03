import { Page } from '../parts/page.tsx';
export function Compare() {
  return (
    <Page title="Compare">
      <p>…</p>
    </Page>
  );
}
