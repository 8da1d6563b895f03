import { z } from 'zod';
import { fine, parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { releasedFrom, toldOf, type Bundle } from '@freehold/core/release/explorer';
import { plain } from '../http/plain.ts';
import type { NewRelease } from './shapes.ts';

/** What is written here about a release, out of what was checked. */
export type Told = Pick<Bundle, 'notice.md' | 'explorer.html'>;

/** Checks that a release can be kept and holds together, and writes its notice and its page. A second or more for a large one. */
export function checked({ title, purpose, files, ledger }: NewRelease): Outcome<Told> {
  const { 'manifest.json': manifest, 'codebook.json': codebook } = files;
  const { 'counts.csv': counts, 'synthetic.csv': synthetic, 'places.json': places } = files;
  const texts = { manifest, codebook, counts, synthetic, places, ledger };
  const kept = parsed(Keepable, { title, purpose, texts });
  if (!kept.ok) return kept;
  const released = releasedFrom(texts);
  if (!released.ok) return released;
  // Whoever knows a fixed seed can take the noise off, or make the records again.
  if (released.value.manifest.chance !== 'system entropy')
    return refused(problem('release-seeded'));
  return fine(toldOf(title, released.value));
}

const Keepable = plain(z.unknown());
