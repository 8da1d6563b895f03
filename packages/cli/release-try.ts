import { fine, parsed, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import {
  counted,
  inputOf,
  openColumns,
  PrivateSettings,
  standInBook,
  tried,
  unguardedTable,
  type StandInForm,
  type Tried,
} from '@freehold/core/release';
import type { Codebook, CodedTable } from '@freehold/core/table';
import { needed, options, whole, type Command } from './command.ts';
import { stopped, writeWhole, type Step } from './files.ts';
import { progress, type Progress } from './progress.ts';
import { systemWords } from './release-chance.ts';
import { compiledKernel } from './release-kernel.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { trialText, type Trial } from './release-try-text.ts';
import { report } from './report.ts';

const known = {
  'stand-in': { type: 'string' },
  released: { type: 'boolean' },
  codebook: { type: 'string' },
  epsilons: { type: 'string' },
  delta: { type: 'string' },
  length: { type: 'string' },
  'public-total': { type: 'boolean' },
  runs: { type: 'string' },
  k: { type: 'string' },
  'accept-rejected': { type: 'boolean' },
  out: { type: 'string' },
  progress: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Asked = {
  readonly standIn: string;
  readonly form: StandInForm;
  readonly codebook: string | undefined;
  readonly settings: readonly PrivateSettings[];
  readonly runs: number;
  readonly common: number;
  readonly acceptRejected: boolean;
  readonly out: string | undefined;
};

/**
 * Tries settings of a private release on a public stand-in, several runs each, and says how far off its counts were. The
 * records themselves are not looked at, so no ledger is charged; whoever calls it answers for the stand-in being public.
 */
export const releaseTry: Command = async (words) => {
  const read = askedTrial(words);
  if (!read.ok) return report(read.problems, words, 2);
  const asked = read.value;
  const watch = progress(words);
  const found = await trialOf(asked, watch, (problems) => void report(problems, words, 1));
  watch.end();
  if (!found.ok) return report(found.problems, words, found.status);
  const json = `${JSON.stringify(found.value, null, 2)}\n`;
  if (asked.out !== undefined) {
    const written = await writeWhole(asked.out, json);
    if (!written.ok) return report(written.problems, words, 2);
  }
  process.stdout.write(words.includes('--json') ? json : trialText(found.value));
  const faults = found.value.tried.flatMap(({ problems }) => problems);
  return faults.length === 0 ? 0 : report(faults, words, 1);
};

function askedTrial(words: readonly string[]): Outcome<Asked> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { 'stand-in': standIn, codebook, out, ...given } = read.value;
  const { epsilons, delta = '1e-6', length = '3', runs = '5', k = '10' } = given;
  const missing = needed({ '--stand-in': standIn, '--epsilons': epsilons });
  if (standIn === undefined || epsilons === undefined) return refused(...missing);
  const faults = [...whole('--runs', runs, 1, 100), ...whole('--k', k, 2, 1_000_000)];
  if (faults.length > 0) return refused(...faults);
  const settings = settingsIn(epsilons, length, {
    delta: Number(delta),
    ...(given['public-total'] === true && { publicTotal: true }),
  });
  if (!settings.ok) return settings;
  return fine({
    ...{ standIn, codebook, out, settings: settings.value },
    ...{ runs: Number(runs), common: Number(k) },
    form: given.released === true ? 'released' : 'records',
    acceptRejected: given['accept-rejected'] === true,
  });
}

/** Every ε with every length, in the order in which they were given. */
function settingsIn(
  epsilons: string,
  lengths: string,
  shared: Pick<PrivateSettings, 'delta' | 'publicTotal'>,
): Outcome<readonly PrivateSettings[]> {
  const each = lengths
    .split(',')
    .flatMap((length) =>
      epsilons
        .split(',')
        .map((epsilon) =>
          parsed(PrivateSettings, { ...shared, epsilon: Number(epsilon), length: Number(length) }),
        ),
    );
  const faults = each.flatMap((one) => (one.ok ? [] : one.problems));
  return faults.length > 0
    ? refused(...faults)
    : fine(each.flatMap((one) => (one.ok ? [one.value] : [])));
}

async function trialOf(
  asked: Asked,
  watch: Progress,
  say: (problems: readonly Problem[]) => void,
): Promise<Step<Trial>> {
  const codebook = await readCodebook(asked.codebook);
  if (!codebook.ok) return codebook;
  const open = openColumns(codebook.value);
  if (open.length > 0) return stopped(refused(...open), 1);
  const read = await readStandIn(asked, codebook.value, say);
  if (!read.ok) return read;
  const { settings, runs, common } = asked;
  const found = triedOn(read.value, asked, watch);
  if (found === null) return stopped(refused(problem('stopped')), 1);
  const [delta] = settings.map((each) => each.delta);
  return {
    ok: true,
    value: {
      ...{ standIn: asked.standIn, records: read.value.rows, delta: delta ?? 0 },
      ...{ runs, common, tried: found },
    },
  };
}

async function readStandIn(
  { standIn, form, acceptRejected }: Asked,
  codebook: Codebook | null,
  say: (problems: readonly Problem[]) => void,
): Promise<Step<CodedTable>> {
  const book =
    codebook === null ? null : (header: readonly string[]) => standInBook(codebook, header, form);
  const read = await readRecords(standIn, book, { acceptRejected, say });
  return read.ok ? { ok: true, value: unguardedTable(read.value.table) } : read;
}

function triedOn(
  standIn: CodedTable,
  { settings, runs, common }: Asked,
  watch: Progress,
): readonly Tried[] | null {
  const length = Math.max(...settings.map((each) => each.length));
  const truth = counted(inputOf(standIn), { length, least: 1 }, compiledKernel());
  const step = watch.step('Trying settings');
  const seen = (share: number) => step(share, 1);
  return truth === null
    ? null
    : tried({ standIn, truth }, { settings, runs, common }, systemWords(), { seen });
}
