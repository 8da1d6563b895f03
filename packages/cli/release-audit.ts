import {
  audited,
  auditPairs,
  flaws,
  histogram,
  privateRelease,
  type AuditReport,
  type Finding,
  type Mechanism,
  type Pair,
  type Sight,
} from '@freehold/core/release/audit';
import { PrivateSettings } from '@freehold/core/release';
import { fine, parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { writeWhole } from './files.ts';
import { systemWords } from './release-chance.ts';
import { report } from './report.ts';
import { textTable } from './text-table.ts';

const known = {
  mechanism: { type: 'string' },
  pair: { type: 'string', multiple: true },
  runs: { type: 'string' },
  epsilon: { type: 'string' },
  delta: { type: 'string' },
  length: { type: 'string' },
  'public-total': { type: 'boolean' },
  'false-alarm': { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Asked = {
  readonly mechanism: Mechanism;
  readonly pairs: readonly Pair[];
  readonly runs: number;
  readonly falseAlarm: number;
  readonly out: string | undefined;
};

/** Subjects of the pair on which the peer's choice of a bound was refuted. */
const tied = 12_000;

/**
 * Tries to refute what a mechanism claims, with fresh chance from the system: many runs on each of two tables that differ
 * in one subject, pair by pair; with --public-total the subject is blanked in one of them. Status 1 where a claim is refuted. Among the mechanisms are some that are broken on
 * purpose, to see that the audit catches them with so many runs.
 */
export const releaseAudit: Command = async (words) => {
  const asked = askedAudit(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { mechanism, pairs, runs, falseAlarm, out } = asked.value;
  const now = () => performance.now();
  const seen = progress();
  const done = audited(mechanism, pairs, systemWords(), { runs, falseAlarm, now, seen });
  if (done === null) return report([problem('stopped')], words, 1);
  if (out !== undefined) {
    const kept = await writeWhole(out, `${JSON.stringify(done, null, 2)}\n`);
    if (!kept.ok) return report(kept.problems, words, 2);
  }
  process.stdout.write(words.includes('--json') ? `${JSON.stringify(done)}\n` : inWords(done));
  return done.refuted ? 1 : 0;
};

function askedAudit(words: readonly string[]): Outcome<Asked> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { mechanism = 'private-counts', pair: names = [], out, ...given } = read.value;
  const settings = parsed(PrivateSettings, {
    epsilon: Number(given.epsilon ?? '1'),
    delta: Number(given.delta ?? '1e-6'),
    length: Number(given.length ?? '2'),
    publicTotal: given['public-total'] === true,
  });
  if (!settings.ok) return settings;
  const all = mechanisms(settings.value);
  const chosen = all.find(({ name }) => name === mechanism);
  const pairs = auditPairs(tied, settings.value.publicTotal === true ? 'blanked' : 'added');
  const strangers = names.filter((name) => !pairs.some((each) => each.name === name));
  const [runs, falseAlarm] = [
    Number(given.runs ?? '2000'),
    Number(given['false-alarm'] ?? '0.001'),
  ];
  const problems = [
    ...(chosen === undefined ? [unknown('--mechanism', mechanism, all)] : []),
    ...strangers.map((name) => unknown('--pair', name, pairs)),
    ...(Number.isInteger(runs) && runs >= 80 && runs <= 1e7
      ? []
      : [problem('option-not-whole', { option: '--runs', least: 80, most: 1e7 })]),
    ...(falseAlarm > 0 && falseAlarm <= 0.1
      ? []
      : [problem('option-out-of-range', { option: '--false-alarm', limit: 0.1 })]),
  ];
  if (chosen === undefined || problems.length > 0) return refused(...problems);
  const wanted = pairs.filter(({ name }) => names.length === 0 || names.includes(name));
  return fine({ mechanism: chosen, pairs: wanted, runs, falseAlarm, out });
}

function mechanisms(settings: PrivateSettings): readonly Mechanism[] {
  return [
    privateRelease(settings),
    histogram(settings, null),
    ...flaws.map((flaw) => histogram(settings, flaw)),
  ];
}

function unknown(option: string, asked: string, of: readonly { readonly name: string }[]) {
  return problem('option-unknown', { option, asked, known: of.map(({ name }) => name) });
}

/** Says on a terminal how far it is and how long it will take. */
function progress(): (done: number, total: number) => void {
  const begun = performance.now();
  return (done, total) => {
    if (!process.stderr.isTTY) return;
    const left = ((performance.now() - begun) / done) * (total - done);
    const share = `${Math.floor((100 * done) / total)} %, ${Math.ceil(left / 1000)} s left`;
    process.stderr.write(done === total ? '\r\u001b[K' : `\r\u001b[K${share}`);
  };
}

function inWords(done: AuditReport): string {
  const { mechanism, claim, runs, falseAlarm, reach, findings } = done;
  const head = ['pair', 'ε is at least', 'ρ is at least', 'seen by', 'ms a run', 'claim'];
  return [
    `${mechanism}, which claims ε ${claim.epsilon} at δ ${claim.delta} (ρ ${figure(claim.rho)} apart from a chance of ${claim.rhoDelta}); ${runs} runs on each side of each pair.`,
    ...textTable([head, ...findings.map(lineOf)]),
    `A mechanism that keeps its claim is refuted in at most ${falseAlarm * 100} of 100 audits. So many runs can show an ε of up to ${reach.toFixed(1)}.`,
    ...findings.filter(({ refuted }) => refuted).map(({ pair, why }) => `${pair}: ${why}`),
    `${verdict(done)}\n`,
  ].join('\n');
}

function lineOf({ pair, epsilon, rho, differences, milliseconds, refuted }: Finding) {
  const best = epsilon.bound > 0 || rho.bound === 0 ? epsilon : rho;
  const unlike = differences.map(({ code, where }) => `${code.replaceAll('-', ' ')}: ${where}`);
  return [
    ...[pair, figure(epsilon.bound), figure(rho.bound), [seenBy(best), ...unlike].join('; ')],
    ...[(milliseconds ?? []).map((each) => each.toFixed(2)).join(' and ')],
    refuted ? 'REFUTED' : 'stands',
  ];
}

function seenBy({ figure: name, event, hits, tries, bound }: Sight): string {
  if (bound === 0) return 'nothing';
  const sign = { 'at-least': '≥', 'at-most': '≤', equal: '=' }[event.kind];
  return `${name} ${sign} ${figure(event.value)}: ${hits[0]} and ${hits[1]} of ${tries[0]}`;
}

function verdict({ mechanism, refuted, findings }: AuditReport): string {
  const on = findings.filter((each) => each.refuted).length;
  if (mechanism.startsWith('broken-on-purpose'))
    return refuted
      ? 'It is broken on purpose, and the audit caught it.'
      : 'It is broken on purpose, and the audit did not catch it: more runs, or other pairs, would.';
  return refuted
    ? `The claim is refuted on ${on} of ${findings.length} pairs.`
    : 'The claim is not refuted. That is no proof: the proof stands beside the code.';
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
