import type {
  Confidence,
  DoneHere,
  GapFlag,
  MapCell,
  MapFinding,
  MapKind,
  Strength,
} from '@freehold/core/evidence';
import { count, list, percent } from '../words.ts';

// Words of the map, on our pages and on the page that it is saved as.

export const kindWords: Readonly<Record<MapKind, readonly [name: string, row: string]>> = {
  interventions: ['Types of intervention', 'Intervention'],
  pathways: ['Pathway by timing', 'Pathway and timing'],
};

/** A confidence in full and as it stands in a cell. */
export const confidenceWords: Readonly<Record<Confidence, readonly [full: string, short: string]>> =
  {
    untested: ['untested', ''],
    'very-low': ['very low', 'v. low'],
    low: ['low', 'low'],
    moderate: ['moderate', 'mod.'],
    high: ['high', 'high'],
  };

/** A gap by its letter in a cell, its name, and what it means. */
export const flagWords: Readonly<
  Record<GapFlag, readonly [letter: string, name: string, meaning: string]>
> = {
  absolute: ['–', 'No study', 'nobody has studied this, or no study of it is in the register'],
  quality: ['Q', 'Quality', 'no graded study compares with a group that went without'],
  synthesis: ['S', 'Synthesis', 'three studies or more, and no review that brings them together'],
  timing: ['T', 'Timing', 'nothing about before harm, early, or against re-trafficking'],
  inclusion: ['I', 'Inclusion', 'no survivor is known to have had a part in any of the studies'],
};

export const strengthWords: Readonly<Record<Strength, string>> = {
  strong: 'Strong: 3 to 5 on the Maryland scale',
  weak: 'Weak: 0 to 2',
  ungraded: 'Not graded',
};

/** "12 studies, low confidence; best 4 on the Maryland scale; gaps: quality; we run 2 of this type" */
export function cellWords(cell: MapCell, done: readonly DoneHere[]): string {
  const n = cell.studies.length;
  const gaps = cell.flags.filter((flag) => flag !== 'absolute').map((flag) => flagWords[flag][1]);
  return [
    n === 0
      ? 'no study'
      : `${count(n, 'study', 'studies')}, ${confidenceWords[cell.confidence][0]} confidence`,
    n === 0 ? '' : gradeWords(cell),
    gaps.length === 0 ? '' : `gaps: ${list(gaps).toLowerCase()}`,
    doneWords(done),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function gradeWords({ bestSms, graded }: MapCell): string {
  return bestSms === null
    ? 'none graded'
    : `best ${bestSms} on the Maryland scale of ${graded} graded`;
}

export function doneWords(done: readonly DoneHere[]): string {
  return done.length === 0
    ? 'we do nothing here'
    : `we do ${count(done.length, 'thing', 'things')} here`;
}

export function findingWords({ studies, cells, empty }: MapFinding): string {
  if (studies === 0) return 'No study lies on the map';
  return `${count(studies, 'study lies', 'studies lie')} on the map; ${percent(empty / cells)} of its cells have none`;
}

/** What the map says about what the partnership does; '' where it says nothing. */
export function actingWords(
  { actedUnknown, untried }: MapFinding,
  label: (row: string) => string,
): string {
  const first = (rows: readonly string[]) => list(rows.slice(0, 3).map(label));
  const more = (rows: readonly string[]) => (rows.length > 3 ? ' among others' : '');
  return [
    actedUnknown.length === 0
      ? ''
      : `We act in ${count(actedUnknown.length, 'row', 'rows')} of which the register knows no study: ${first(actedUnknown)}${more(actedUnknown)}.`,
    untried.length === 0
      ? ''
      : `${count(untried.length, 'row has', 'rows have')} moderate or high confidence somewhere, and we do nothing there: ${first(untried)}${more(untried)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
