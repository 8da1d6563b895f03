import { PrivateSettings } from '@freehold/core/release';

/** How many values a release with noise may count together, as choices. */
export const lengthOptions = Array.from(
  { length: PrivateSettings.shape.length.maxValue ?? 1 },
  (_, at) => [String(at + 1), `up to ${at + 1}`] as const,
);
