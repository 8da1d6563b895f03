export { backup, type Made, type Source } from './backup.ts';
export { restore, type Restored, type Target } from './restore.ts';
