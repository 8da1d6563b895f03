export { ageOf, type Age } from './age.ts';
export { statusOf } from './ask.ts';
export { type Status } from './control.ts';
export { backup, type Made, type Source } from './backup.ts';
export { keepSafe } from './keep-safe.ts';
export { restore, type Restored, type Target } from './restore.ts';
export { openSource, type OpenSource } from './source.ts';
