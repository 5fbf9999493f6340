import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { orphanCount, projectCounts } from '../server/sql/health.ts';
import { migrations } from '../server/migrations/migrations.ts';
import type { Database } from '../server/sql/database.ts';
import { MigrationError, schemaStep } from '../server/sql/migrate.ts';
import { openUnmigrated } from '../server/sql/open-database.ts';
import { CommandError } from './command-error.ts';
import type { DatabaseOptions } from './database-options.ts';
import { DATABASE_HELP, readCommandWords, withDatabase } from './database-options.ts';
import { packageFolder } from './package-folder.ts';

const HELP = `caseload doctor: whether this program and its database are well. It looks, and changes nothing.

Usage: caseload doctor [options]

The exit code is 1 when something has to be put right.

${DATABASE_HELP}`;

interface Finding {
  readonly isWell: boolean;
  readonly text: string;
}

/** `caseload doctor`. */
export async function doctor(args: readonly string[]): Promise<void> {
  const { database: options, help } = readCommandWords('doctor', args);
  if (help) return void process.stdout.write(HELP);
  const findings = [programFinding(), ...(await placeFindings(options))];
  for (const { isWell, text } of findings)
    process.stdout.write(`${isWell ? 'well ' : 'WRONG'}  ${text}\n`);
  const wrong = findings.filter(({ isWell }) => !isWell).length;
  if (wrong > 0)
    throw new CommandError(`${wrong} of ${findings.length} things have to be put right.`, 1);
}

function programFinding(): Finding {
  const isBuilt = packageFolder('dist/web') !== undefined;
  return {
    isWell: isBuilt,
    text: isBuilt ? 'the web app is built' : 'the web app is not built: run “npm run build”',
  };
}

/** What there is to be said about where the data lies. Nothing is made there: looking must not change what is looked at. */
async function placeFindings(options: DatabaseOptions): Promise<Finding[]> {
  const { data, databaseUrl } = options;
  if (databaseUrl === undefined && !existsSync(join(data, 'database')))
    return [
      { isWell: false, text: `there is no database in ${data}: name its folder with --data` },
    ];
  const open = () => openUnmigrated(databaseUrl, data);
  return [
    ...(await withDatabase(options, databaseFindings, open)),
    ...(databaseUrl === undefined ? [await diskFinding(data)] : []),
  ];
}

async function databaseFindings(database: Database): Promise<Finding[]> {
  const step = await schemaOf(database);
  return step < migrations.length ? [oldSchema(step)] : contentFindings(database);
}

async function schemaOf(database: Database): Promise<number> {
  try {
    return await schemaStep(database, migrations);
  } catch (error) {
    if (error instanceof MigrationError) throw new CommandError(error.message, 1);
    throw error;
  }
}

function oldSchema(step: number): Finding {
  const text = `the schema is at step ${step} of ${migrations.length}: make a backup, then run “caseload migrate”`;
  return { isWell: false, text };
}

async function contentFindings(database: Database): Promise<Finding[]> {
  const counts = await projectCounts(database);
  const broken = await orphanCount(database);
  return [
    { isWell: true, text: `the schema is at step ${migrations.length}` },
    ...counts.map(({ domain, users, admins, forms, cases }) => ({
      isWell: admins > 0,
      text: `project ${domain}: ${users} active users, ${forms} forms, ${cases} cases${
        admins > 0 ? '' : '; it has no active administrator: caseload user add NAME --admin'
      }`,
    })),
    {
      isWell: counts.length > 0,
      text:
        counts.length > 0
          ? 'there is a project'
          : 'there is no project: start once with “caseload serve --project FILE”',
    },
    {
      isWell: broken === 0,
      text:
        broken === 0
          ? 'every case knows the form that changed it last'
          : `${broken} cases were changed after the last form of their project: restore a backup`,
    },
  ];
}

const LEAST_BYTES = 500 * 2 ** 20;

async function diskFinding(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return {
    isWell: free > LEAST_BYTES,
    text: `${Math.round(free / 2 ** 20)} MB are free in ${folder}${free > LEAST_BYTES ? '' : ': make room'}`,
  };
}
