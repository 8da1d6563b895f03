import * as z from 'zod';
import { Manifest } from '../manifest.ts';
import { PrivateManifest } from '../private/manifest.ts';

/** What stands beside a release, by k-anonymity or with differential privacy. */
export const AnyManifest = z.discriminatedUnion('method', [Manifest, PrivateManifest]);
export type AnyManifest = z.infer<typeof AnyManifest>;
