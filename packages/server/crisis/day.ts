import type { KeptCrisis } from './store.ts';

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The day on which a crisis was activated; null before that. */
export function activationDay({ activatedAt }: Pick<KeptCrisis, 'activatedAt'>): string | null {
  return activatedAt === null ? null : dayOf(activatedAt);
}
