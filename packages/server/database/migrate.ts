import { Migrator, type MigrationProvider } from 'kysely/migration';
import type { Database } from './connect.ts';
import * as house from './migrations/0001-house.ts';
import * as data from './migrations/0002-data.ts';
import * as audit from './migrations/0003-audit.ts';
import * as accounts from './migrations/0004-accounts.ts';
import * as visibility from './migrations/0006-visibility.ts';
import * as cycle from './migrations/0007-cycle.ts';
import * as action from './migrations/0008-action.ts';
import * as comparison from './migrations/0009-comparison.ts';
import * as record from './migrations/0010-record.ts';
import * as survey from './migrations/0011-survey.ts';
import * as directory from './migrations/0012-directory.ts';
import * as network from './migrations/0013-network.ts';
import * as guards from './migrations/0014-guards.ts';
import * as claimedEmail from './migrations/0015-claimed-email.ts';
import * as evidence from './migrations/0016-evidence.ts';
import * as screening from './migrations/0017-screening.ts';
import * as prevention from './migrations/0018-prevention.ts';
import * as crisis from './migrations/0019-crisis.ts';
import * as change from './migrations/0020-change.ts';
import * as diligence from './migrations/0021-diligence.ts';
import * as recovery from './migrations/0022-recovery.ts';
import * as composite from './migrations/0023-composite.ts';
import * as release from './migrations/0024-release.ts';
import * as undoImport from './migrations/0025-undo-import.ts';

export const provider: MigrationProvider = {
  getMigrations: async () => ({
    '0001-house': house,
    '0002-data': data,
    '0003-audit': audit,
    '0004-accounts': accounts,
    '0006-visibility': visibility,
    '0007-cycle': cycle,
    '0008-action': action,
    '0009-comparison': comparison,
    '0010-record': record,
    '0011-survey': survey,
    '0012-directory': directory,
    '0013-network': network,
    '0014-guards': guards,
    '0015-claimed-email': claimedEmail,
    '0016-evidence': evidence,
    '0017-screening': screening,
    '0018-prevention': prevention,
    '0019-crisis': crisis,
    '0020-change': change,
    '0021-diligence': diligence,
    '0022-recovery': recovery,
    '0023-composite': composite,
    '0024-release': release,
    '0025-undo-import': undoImport,
  }),
};

/**
 * Brings a database to the newest form. Each migration runs in a transaction of its own making or not at all.
 *
 * @throws the first migration's error; nothing of that migration is kept.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const { error, results = [] } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map((result) => result.migrationName);
}
