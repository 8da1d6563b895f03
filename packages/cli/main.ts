import type { Command } from './command.ts';
import { report } from './report.ts';
import { problem } from '@freehold/core/problem';

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  'audit verify': async () => (await import('./audit-verify.ts')).auditVerify,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  doctor: async () => (await import('./doctor.ts')).doctor,
  'data import': async () => (await import('./data-import.ts')).dataImport,
  'compare stats': async () => (await import('./compare-stats.ts')).compareStats,
  'review score': async () => (await import('./review-score.ts')).reviewScore,
  'network metrics': async () => (await import('./network-metrics.ts')).networkMetrics,
  'evidence import': async () => (await import('./evidence-import.ts')).evidenceImport,
  'evidence map': async () => (await import('./evidence-map.ts')).evidenceMap,
  'evidence grade': async () => (await import('./evidence-grade.ts')).evidenceGrade,
  'change check': async () => (await import('./change-check.ts')).changeCheck,
  'change convert': async () => (await import('./change-convert.ts')).changeConvert,
  'release plan': async () => (await import('./release-plan.ts')).releasePlan,
  'release count': async () => (await import('./release-count.ts')).releaseCount,
  'release synthesize': async () => (await import('./release-synthesize.ts')).releaseSynthesize,
  'release split': async () => (await import('./release-split.ts')).releaseSplit,
  'release evaluate': async () => (await import('./release-evaluate.ts')).releaseEvaluate,
  'release private': async () => (await import('./release-private.ts')).releasePrivate,
  'release publish': async () => (await import('./release-publish.ts')).releasePublish,
  'release try': async () => (await import('./release-try.ts')).releaseTry,
  'release audit': async () => (await import('./release-audit.ts')).releaseAudit,
  'release ledger': async () => (await import('./release-ledger.ts')).releaseLedger,
  'index compute': async () => (await import('./index-compute.ts')).indexCompute,
  'index sensitivity': async () => (await import('./index-sensitivity.ts')).indexSensitivity,
  'index analyse': async () => (await import('./index-analyse.ts')).indexAnalyse,
  'index panel': async () => (await import('./index-panel.ts')).indexPanel,
  'index bundle': async () => (await import('./index-bundle.ts')).indexBundle,
  'index recompute': async () => (await import('./index-recompute.ts')).indexRecompute,
  'index check': async () => (await import('./index-check.ts')).indexCheck,
  'framework export': async () => (await import('./framework-export.ts')).frameworkExport,
  'partnership import': async () => (await import('./partnership-import.ts')).partnershipImport,
  'partnership report': async () =>
    (await import('./partnership-report.ts')).partnershipReportCommand,
  'framework check': async () => (await import('./framework-check.ts')).frameworkCheck,
};

const usage = `freehold: the workbench for anti-slavery partnerships

  freehold serve      open the database and serve the web application
  freehold audit verify   follow the audit's chain and say where it breaks
  freehold backup FILE [--passphrase-file P]
                      write everything into one encrypted file, also while it runs
  freehold restore FILE [--passphrase-file P]
                      fill an empty place from such a file
  freehold doctor     look the installation over and say what to mend

  freehold data import --mapping M.json --in FILE --dry-run
                      check every row of a file against a mapping, offline
  freehold data import --mapping M.json --in FILE --partnership NAME [--accept-rejected]
                      bring the file into the database
  freehold review score --framework F.json --ratings R.csv [--profile CODE]
      [--observations O.csv] [--place PLACE] [--seed N] [--out profile.json]
                      work out a review's profile from files, offline
  freehold compare stats --method wilson|byar|dsr|funnel|trend --in X.csv [--out Y.csv]
      [--multiplier N] [--confidence 0.95] [--statistic proportion|rate|value]
      [--by COLUMN,…] [--standard european-2013]
                      work out intervals, standardised rates, funnels and trends over a table
  freehold network metrics --edges E.csv [--nodes N.csv] [--directed] [--group-by COLUMN]
      [--seed N] [--graph graph.json] [--out metrics.csv]
                      work out who stands how in a network, offline
  freehold partnership import --in P.csv [--members M.csv] [--areas A.json]
      [--mapping M.json] [--out directory.json]
                      read partnerships and their members as a directory, offline
  freehold partnership report --in directory.json [--out report.json]
                      count who leads, what is done, and which areas have nobody
  freehold framework export [--profile full|starter|council|community]
      [--in F.json] [--format json|xlsx] [--out FILE]
                      write the framework that Freehold ships, or a part of it
  freehold framework check --in FILE
                      look a framework's file over and say every fault
  freehold evidence import --in refs.ris [--in more.csv …] [--register R.json] [--out register.json]
                      bring references into a register: new, duplicate of, or rejected
      --mapping M.json  bring studies in, a row a study, from tables such as a systematic map's
  freehold evidence map --in register.json [--rows interventions|pathways] [--out map.csv|map.html]
                      the evidence and gap map of a register's studies
  freehold evidence grade --in claims.json [--out grades.json]
                      how sure one may be of each claim, by the rule
  freehold change check --in theory.json
                      look a theory of change over and say every rule that it breaks
  freehold change convert --in a.kumu.json --out b.mmd
                      write a theory as JSON, Kumu, indented text (.txt), Mermaid or DOT, and say what is lost
  freehold release plan --in records.csv [--codebook C.json] [--length 3] [--k 10] [--propose C.json] [--out plan.json]
                      say what each column holds, what is rare in it, and what a count will take
  freehold release count --in records.csv --length 3 [--codebook C.json] [--k N] [--threads N]
      [--memory MIB] [--engine local|clickhouse://…] [--accept-rejected] [--out counts.csv]
                      count every combination of up to four values, exactly
  freehold release synthesize --in records.csv --out FOLDER [--codebook C.json] [--k 10] [--length 3]
      [--method best|totals|aggregate|row|value|unseeded] [--title TEXT] [--earlier FOLDER]
      [--places FILE --places-source TEXT [--places-name FIELD]]
                      make records, protected counts and a manifest that may leave the house; --places adds public
                      geography (GeoJSON, or CSV with name, latitude, longitude) to the map of its page
  freehold release split --in records.csv --kept A.csv --control B.csv [--percent 20] [--subject COLUMN]
                      divide records by chance, to try attacks on a release of A beside B
  freehold release evaluate --sensitive A.csv --synthetic B.csv [--codebook C.json] [--length 3] [--k 10]
      [--control C.csv] [--attacks N] [--secret COLUMN …] [--earlier FOLDER] [--out evaluation.json]
                      say how near released records are to the true ones, what groups give away, what attacks
                      find beside records they were not made from, and what an earlier release adds;
                      not for publication
  freehold release private --in records.csv --epsilon 1 --out FOLDER [--codebook C.json] [--delta 1e-6] [--length 3]
      [--public-total] [--title TEXT] [--places FILE --places-source TEXT [--places-name FIELD]]
      [--ledger L.json --purpose TEXT --approved-by NAME … [--budget E,D] [--approvals 1|2] [--updated-data]
      [--kind release|preview|tuning]]
                      make records and counts with differential privacy, charged to a ledger; --public-total where everybody
                      knows how many subjects there are; a preview and a tuning run cost as much and stay in the house
  freehold release publish --in FOLDER --ledger L.json --purpose TEXT --approved-by NAME … [--title TEXT]
      [--places FILE --places-source TEXT [--places-name FIELD]]
                      let what a preview drew leave, by a further line of the ledger that costs nothing
  freehold release try --stand-in PUBLIC.csv --epsilons 0.5,1,2 [--length 2,3] [--runs 5] [--codebook C.json] [--released]
      [--delta 1e-6] [--public-total] [--k 10] [--out trial.json]
                      try settings of a private release on records that are public, and say how far off its counts were;
                      nothing is charged, because the records that you protect are not looked at
  freehold release audit [--mechanism NAME] [--pair NAME]… [--runs 2000] [--epsilon 1] [--delta 1e-6]
      [--length 2] [--public-total] [--false-alarm 0.001] [--out report.json]
                      try to refute what a private release claims, on pairs of tables that differ in one subject
  freehold release ledger show|verify L.json [--line HASH]
                      what of a data set's privacy budget is spent and left; whether its lines are untouched
  freehold index compute --data D.csv --meta M.csv [--method method.json] [--out scores.csv]
      [--denominate] [--impute mean|median|group-mean:COLUMN] [--treat] [--normalise minmax|zscore|rank|prank|dist2max]
      [--range 0,100] [--aggregate arithmetic|geometric|harmonic] [--recipe recipe.json]
                      work out a composite index at every level
  freehold index sensitivity --data D.csv --meta M.csv --uncertainty U.json [--method method.json]
      [--draws N] [--base N] [--seed N] [--out result.json]
                      say how sure an index is: rank intervals, who cannot be told apart, what matters
  freehold index analyse --data D.csv --meta M.csv [--method method.json] [--node CODE] [--out analysis.json]
                      look an index over: how values lie, what goes with what, what weighs what, who moves without what
  freehold index panel --data D.csv --meta M.csv --time COLUMN [--base PERIOD|all] [--method method.json] [--out scores.csv]
                      work out an index for several periods on one scale
  freehold index bundle --data D.csv --meta M.csv [--method method.json] [--uncertainty U.json]
      [--draws N] [--base N] [--seed N] [--title TEXT] [--out bundle.json]
                      put data, method and results of an index into one file that can be worked out again
  freehold index recompute bundle.json
                      work such a file out again, and say whether the same bytes come out
  freehold index check --meta M.csv
                      look an index's metadata over and say every fault by row

Every command takes --json. Exit status: 0 fine, 1 problems in the data, 2 wrong use.`;

/** Runs one command line (without "freehold") and answers with the exit status. */
export async function run(words: readonly string[]): Promise<number> {
  if (words.includes('--help') || words.length === 0) {
    process.stdout.write(`${usage}\n`);
    return words.length === 0 ? 2 : 0;
  }
  const asked = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  const name = [asked.join(' '), asked[0] ?? ''].find((each) => each in commands) ?? '';
  const load = commands[name];
  if (load === undefined)
    return report([problem('unknown-command', { asked: words.join(' ') })], words, 2);
  const command = await load();
  return command(without(words, name.split(' ')));
}

// The command's own words may stand after an option such as --json.
function without(words: readonly string[], names: readonly string[]): readonly string[] {
  return names.reduce((left, name) => left.toSpliced(left.indexOf(name), 1), words);
}

if (process.argv[2] === '--as-program') {
  process.exitCode = await run(process.argv.slice(3));
}
