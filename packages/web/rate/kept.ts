import { z } from 'zod';
import { Answer, Confidence, Grade } from '@freehold/core/review';
import { device as deviceFor, type Device as DeviceOf } from '../parts/device.ts';
import type { Entry } from './queue.ts';

const Stored = z.object({
  indicator: z.string(),
  answer: Answer.nullable(),
  grade: Grade.nullable(),
  confidence: Confidence.nullable(),
  comment: z.string(),
  link: z.string(),
  typedAt: z.iso.datetime(),
});

export type Device = DeviceOf<Entry>;

/** Keeps one rater's unsent answers on the device, one item an indicator. */
export function device(storage: Storage, token: string): Device {
  return deviceFor(storage, `freehold-rate:${token}:`, {
    schema: Stored,
    keyOf: ({ indicator }) => indicator,
  });
}
