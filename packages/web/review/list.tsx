import { Page } from '../parts/page.tsx';
export function ReviewList() {
  return (
    <Page title="Reviews">
      <p>…</p>
    </Page>
  );
}
