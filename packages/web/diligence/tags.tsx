import type { Band } from '@freehold/core/diligence';
import { bandTone, bandWords } from './words.ts';

/** A band in its colour and in words. */
export function BandTag({ band }: { band: Band }) {
  return <span className={bandTone(band)}>{bandWords[band]}</span>;
}
