export { Agreed, Answer, Confidence, Grade, Rating } from './rating.ts';
export type {
  Basis,
  GradeCounts,
  IndicatorScore,
  LevelScore,
  NoInterval,
  NoScore,
  ReviewProfile,
  ReviewRecipe,
  TopicScore,
} from './profile.ts';
