import type { Mapping } from '@freehold/core/data';
import { startJob, type JobWork, type OfPartnership, type Workshop } from '../job/run.ts';
import { importBoundaries } from './boundary-import.ts';
import { importObservations, type ImportAsked } from './import.ts';
import { importLookup } from './lookup-import.ts';
import { importPopulations } from './population-import.ts';
import type { Upload } from './upload.ts';

/** Starts reading a file as its mapping says; answers with the job. */
export function startReading(
  house: Workshop,
  actor: OfPartnership,
  upload: Upload,
  mapping: Mapping,
  asked: ImportAsked,
): Promise<string> {
  const kind = `${asked.dryRun ? 'check' : 'import'}-${mapping.kind}`;
  const title = `${mapping.title ?? mapping.kind}: ${upload.name}`;
  const about = { kind, title, upload: upload.id };
  return startJob(house, actor, about, workFor(house, upload, mapping, asked));
}

function workFor(house: Workshop, upload: Upload, mapping: Mapping, asked: ImportAsked): JobWork {
  switch (mapping.kind) {
    case 'observations':
      return importObservations(house, upload, mapping, asked);
    case 'places':
      return importLookup(house, upload, mapping, asked);
    case 'populations':
      return importPopulations(house, upload, mapping, asked);
    case 'boundaries':
      return importBoundaries(house, upload, mapping, asked);
  }
}
