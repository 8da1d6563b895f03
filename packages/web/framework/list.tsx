import { Page } from '../parts/page.tsx';
export function FrameworkList() {
  return (
    <Page title="Frameworks">
      <p>…</p>
    </Page>
  );
}
