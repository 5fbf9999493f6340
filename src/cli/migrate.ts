import { migrations } from '../server/migrations/migrations.ts';
import { migrate } from '../server/sql/migrate.ts';
import { openUnmigrated } from '../server/sql/open-database.ts';
import { DATABASE_HELP, readCommandWords, withDatabase } from './database-options.ts';

const HELP = `caseload migrate: brings the schema of the database up to date.

“caseload serve” does the same when it starts. Run this first where servers start that may not change the schema.

Usage: caseload migrate [options]

${DATABASE_HELP}`;

/** `caseload migrate`. */
export async function migrateCommand(args: readonly string[]): Promise<void> {
  const { database: options, help } = readCommandWords('migrate', args);
  if (help) return void process.stdout.write(HELP);
  const open = () => openUnmigrated(options.databaseUrl, options.data);
  const count = await withDatabase(options, (database) => migrate(database, migrations), open);
  const done = count === 0 ? 'Nothing had to be done' : `${count} steps were made`;
  process.stdout.write(`${done}: the schema is at step ${migrations.length}.\n`);
}
