export {
  boundariesOf,
  type Boundary,
  type PlaceBoundary,
  type ReadBoundaries,
  type Ring,
} from './boundary.ts';
export { cellReader, type ReadCell } from './cell.ts';
export type { Figures } from './figures.ts';
export { lookupReader, type LookupRow, type OfficialPlace, type PlaceLink } from './lookup.ts';
export {
  BoundariesMapping,
  Mapping,
  MeasureReading,
  ObservationMapping,
  PlaceReading,
  PlacesMapping,
  PopulationsMapping,
  RowFilter,
} from './mapping.ts';
export { DataCode, DataSet, Measure, SeriesBreak, ValueKind } from './measure.ts';
export { isSummed, observationReader, type ObservationRow, type ReadRow } from './observation.ts';
export { populationReader, type PopulationRow, type ReadPopulation } from './population.ts';
export { leastShown, shownFigures } from './suppression.ts';
export { Tally, type Observation } from './tally.ts';
export { asGeoJson } from './topology.ts';
