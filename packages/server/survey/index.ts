export { answersOf, type TargetAnswers } from './answers.ts';
export { rosterOf } from './targets.ts';
export { waveOf, wavesOf, type KeptWave } from './waves.ts';
