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
