export {
  groupFigures,
  leastForFifths,
  leastGroup,
  quintile,
  standing,
  type Fifth,
  type GroupFigures,
} from './group.ts';
export { byar, countInterval, wilson, type Interval } from './interval.ts';
