import { createReadStream, existsSync } from 'node:fs';
import { bernoulli } from '@freehold/core/privacy';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { csvText, named, type TableRow } from '@freehold/core/table';
import { walkTable } from '@freehold/server/data';
import { needed, options, type Command } from './command.ts';
import { stopped, writeWhole, type Step } from './files.ts';
import { undivided } from './interrupt.ts';
import { systemWords } from './release-chance.ts';
import { report } from './report.ts';

type Asked = {
  readonly file: string;
  readonly kept: string;
  readonly control: string;
  readonly percent: number;
  readonly subject: string | undefined;
};

/**
 * Divides a table of records by chance into one to make a trial release from and one that it is not made from, beside which
 * attacks on it can be judged. With --subject all rows of a subject go to the same side.
 */
export const releaseSplit: Command = async (words) => {
  const asked = askedSplit(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const sides = await divided(asked.value);
  if (!sides.ok) return report(sides.problems, words, sides.status);
  const { kept, control } = asked.value;
  const written = await undivided(async () => [
    await writeWhole(kept, sides.value.kept.text),
    await writeWhole(control, sides.value.control.text),
  ]);
  const faults = written.flatMap((each) => (each.ok ? [] : each.problems));
  if (faults.length > 0) return report(faults, words, 2);
  const rows = { kept: sides.value.kept.rows, control: sides.value.control.rows };
  process.stdout.write(
    words.includes('--json')
      ? `${JSON.stringify(rows)}\n`
      : `Wrote ${kept}: rows ${rows.kept}. Wrote ${control}: rows ${rows.control}. Both hold true records: keep them.\n`,
  );
  return 0;
};

function askedSplit(words: readonly string[]): Outcome<Asked> {
  const read = options(words, {
    in: { type: 'string' },
    kept: { type: 'string' },
    control: { type: 'string' },
    percent: { type: 'string' },
    subject: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (!read.ok) return read;
  const { in: file, kept, control, percent = '20', subject } = read.value;
  const missing = needed({ '--in': file, '--kept': kept, '--control': control });
  if (file === undefined || kept === undefined || control === undefined) return refused(...missing);
  if (!/^[1-9]\d?$/.test(percent))
    return refused(problem('option-not-whole', { option: '--percent', least: 1, most: 99 }));
  return fine({ file, kept, control, percent: Number(percent), subject });
}

type Side = { text: string; rows: number };

async function divided({ file, percent, subject }: Asked): Promise<Step<Sides>> {
  if (!existsSync(file))
    return stopped(refused(problem('file-unreadable', { file, because: 'ENOENT' })), 2);
  const words = systemWords();
  const sides: Sides = { kept: { text: '', rows: 0 }, control: { text: '', rows: 0 } };
  const ofSubject = new Map<string, boolean>();
  const faults: Problem[] = [];
  const begun = await walkTable(
    () => createReadStream(file),
    (header) => {
      const at = subject === undefined ? -1 : named(header).indexOf(subject);
      if (subject !== undefined && at < 0)
        return refused(problem('column-missing', {}, { row: 1, column: subject }));
      for (const side of Object.values(sides)) side.text = csvText([header], { guard: false });
      return fine(({ cells, problems }: TableRow) => {
        faults.push(...problems);
        const name = cells[at]?.trim() ?? '';
        const held = (at < 0 ? undefined : ofSubject.get(name)) ?? bernoulli(percent, 100, words);
        if (at >= 0) ofSubject.set(name, held);
        return { cells, side: held ? sides.control : sides.kept };
      });
    },
    async (batch) => {
      for (const { cells, side } of batch) {
        side.text += csvText([cells], { guard: false });
        side.rows += 1;
      }
    },
  );
  const all = [...begun, ...faults].map((each) => ({ ...each, where: { file, ...each.where } }));
  return all.length > 0 ? stopped(refused(...all), 1) : { ok: true, value: sides };
}

type Sides = { readonly kept: Side; readonly control: Side };
