import type { Profile } from '@freehold/core/framework';
import { exportAddress } from './calls.ts';

/** Links that save a version as a file, or what the chosen profile asks of it. */
export function SaveLinks({
  partnership,
  version,
  profile,
}: {
  partnership: string;
  version: string;
  profile: Profile | null;
}) {
  const asked = profile === null || profile.items.length === 0 ? null : profile;
  const address = (format: 'xlsx' | 'json') =>
    exportAddress(partnership, version, format, asked?.code ?? null);
  return (
    <span className="save-links tools">
      Save {asked === null ? 'it' : asked.title} as{' '}
      <a href={address('xlsx')} download>
        XLSX
      </a>{' '}
      or{' '}
      <a href={address('json')} download>
        JSON
      </a>
    </span>
  );
}
