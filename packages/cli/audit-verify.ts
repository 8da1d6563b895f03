import { config } from '@freehold/server/config';
import { verifyAudit } from '@freehold/server/audit';
import { openSource } from '@freehold/server/backup';
import { options, type Command } from './command.ts';
import { report } from './report.ts';

/** Follows the audit's hash chain from its first row to its last and says where it breaks. */
export const auditVerify: Command = async (words) => {
  const read = options(words, { json: { type: 'boolean' } });
  if (!read.ok) return report(read.problems, words, 2);
  const settings = config(process.env);
  if (!settings.ok) return report(settings.problems, words, 2);
  const opened = await openSource(settings.value);
  if (!opened.ok) return report(opened.problems, words, 1);
  try {
    const { rows, end, problems } = await verifyAudit(opened.value.database);
    const last = `last row ${end.seq}, hash ${end.hash}`;
    process.stdout.write(
      read.value.json
        ? `${JSON.stringify({ rows, end, problems })}\n`
        : `${rows} rows read, ${problems.length} breaks; ${last}\n`,
    );
    return problems.length === 0 ? 0 : report(problems, words, 1);
  } finally {
    await opened.value.close();
  }
};
