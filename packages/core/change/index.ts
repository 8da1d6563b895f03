export { checkCodes, findings, longestChain, type CheckCode, type Finding } from './checks.ts';
export { described, sayLink } from './describe.ts';
export { diffOf, type ItemChange, type TheoryDiff } from './diff.ts';
export { edited, type Edit } from './edit.ts';
export {
  Known,
  KnownClaim,
  KnownTarget,
  linkFacts,
  nodeReading,
  nothingKnown,
  Reading,
  type LinkFacts,
} from './facts.ts';
export { readTheoryFile, theoryJson, TheoryFile } from './file.ts';
export {
  endingOf,
  formatOf,
  formats,
  readTheory,
  writtenTheory,
  type Format,
  type Loss,
  type ReadTheory,
} from './formats.ts';
export { begun, done, redone, undone, type History } from './history.ts';
export { logframe, logframeCells, storeys, type LogframeRow } from './logframe.ts';
export { gradeOf, linkLook, type Grade, type LinkLook, type Tone } from './look.ts';
export { mergedTheory, type Clash, type Merge, type Side } from './merge.ts';
export {
  Assumption,
  blankLink,
  blankNode,
  checkedTheory,
  Indicator,
  Lanes,
  LinkedClaim,
  NodeType,
  ordered,
  Pathway,
  Strength,
  Tested,
  Theory,
  TheoryLink,
  TheoryNode,
} from './model.ts';
export { inOrder, laneOf, lanesOf } from './order.ts';
export { outlineText } from './outline-write.ts';
export { readOutline } from './outline-read.ts';
export { pathsOf, surenessOf, surestWays, type Path, type Sureness } from './paths.ts';
export { theoryReport } from './report.ts';
export { starters, type Starter } from './starters/starter.ts';
export { stagesDone, theoryStages, type TheoryStage } from './stages.ts';
export { linksAt, waysOf } from './walk.ts';
export {
  confidenceWords,
  mending,
  pathwayWords,
  readingWords,
  sayField,
  sayFinding,
  sayLoss,
  strengthWords,
  surenessWords,
  testedWords,
  toneWords,
  typeWords,
} from './words.ts';
export { theoryReports, type ReportInput, type TheoryReport } from './written/frame.ts';
