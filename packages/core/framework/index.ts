export {
  Direction,
  FourP,
  Framework,
  FrameworkSource,
  Indicator,
  Kind,
  Level,
  Pathway,
  Profile,
  ResultType,
  ScalePoint,
  Stage,
  Topic,
} from './framework.ts';
export { checked } from './checked.ts';
export { indicatorsOf, viewOf, type Placed } from './view.ts';
export {
  columnsOf,
  sheetNames,
  toSheets,
  type Cell,
  type Column,
  type Form,
  type Sheet,
  type SheetName,
} from './exchange.ts';
export { cellOf, readCell } from './exchange-cell.ts';
export { fromSheets } from './exchange-read.ts';
export { fromJson, toJson } from './exchange-json.ts';
export { Defining, Mapping, MappingRow, Verdict, changes, proposedMapping } from './mapping.ts';
export {
  checkedMapping,
  mapAnswers,
  type LeftBecause,
  type MappedAnswers,
} from './mapping-answers.ts';
