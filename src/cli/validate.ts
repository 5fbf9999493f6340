import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { directoryOfDefinition } from '../server/directory/directory-of-definition.ts';
import { parseProjectDefinition } from '../server/directory/project-definition.ts';
import type { AppDefinition } from '../suite/app-definition.ts';
import { AppLoadError } from '../suite/app-load-error.ts';
import { AppDefinitionError } from '../suite/definition/app-definition-error.ts';
import { lintDirectory } from '../suite/lint-directory.ts';
import type { LintedProject } from '../suite/lint-directory.ts';
import { lintOwners } from '../suite/lint-owners.ts';
import { FormParseError } from '../xforms/definition/form-parse-error.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import { CommandError } from './command-error.ts';
import { openApp } from './open-app.ts';

export const VALIDATE_HELP = `caseload validate: what is wrong in an app, and what will surprise somebody about the owners of its cases.

Usage: caseload validate APP [--project FILE] [--json]

APP              a folder with app.json or profile.ccpr, a CommCare app (.ccz), or a single form (.xml)
--project FILE   the people of a project, as for “caseload serve”: who would be blocked, and owners that nobody has;
                 usernames, group names and site codes stand for ids
--json           one JSON array instead of text; each finding has level, kind, file, line, place, message, why, remedy

The exit code is 1 when the app cannot be opened, 0 otherwise: a warning is not an error.
`;

/** One finding, as it is printed. */
interface Finding {
  readonly level: 'error' | 'warning';
  readonly kind: string;
  readonly file: string;
  /** 1-based; 0 when it is not known. */
  readonly line: number;
  readonly place: string;
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
}

/** `caseload validate`. */
export async function validate(args: readonly string[]): Promise<void> {
  const { app, project, json, help } = readOptions(args);
  if (help) {
    process.stdout.write(VALIDATE_HELP);
    return;
  }
  const findings = await findingsOf(app, project);
  process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : asText(app, findings));
  if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        project: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [app, ...others] = positionals;
    if (!values.help && (app === undefined || others.length > 0)) throw new Error('Name one app.');
    const { project, json, help = false } = values;
    return { app: app ?? '', project, json, help };
  } catch (error) {
    throw new CommandError(`${(error as Error).message} See: caseload validate --help`, 2);
  }
}

async function findingsOf(path: string, project: string | undefined): Promise<Finding[]> {
  const people = project === undefined ? undefined : await readProject(project);
  try {
    const app = await openApp(path);
    const lints = [...lintOwners(app), ...(people === undefined ? [] : lintDirectory(app, people))];
    return [...loadFindings(app), ...lints.map((lint): Finding => ({ level: 'warning', ...lint }))];
  } catch (error) {
    if (error instanceof AppDefinitionError) return error.problems.map(definitionFinding);
    if (error instanceof AppLoadError) return [loadFinding(path, error)];
    if (error instanceof XmlParseError || error instanceof FormParseError) {
      return [loadFinding(path, { message: error.message, remedy: 'Mend that place.' })];
    }
    throw error;
  }
}

async function readProject(file: string): Promise<LintedProject> {
  try {
    return directoryOfDefinition(parseProjectDefinition(await readFile(file, 'utf8'), file));
  } catch (error) {
    throw new CommandError((error as Error).message, 1);
  }
}

/** What was found while the app was opened; the lints of an app definition are among it and come by themselves. */
function loadFindings(app: AppDefinition): Finding[] {
  return app.problems
    .filter((problem) => !('kind' in problem))
    .map((problem) => ({ level: 'warning', kind: 'app', place: '', why: '', ...problem }));
}

function definitionFinding({
  place,
  message,
  remedy,
  kind = 'definition',
}: AppDefinitionError['problems'][number]): Finding {
  const rest = { place, message, why: 'The app cannot be opened.', remedy };
  return { level: 'error', kind, file: 'app.json', line: 0, ...rest };
}

function loadFinding(
  file: string,
  { message, remedy }: Pick<AppLoadError, 'message' | 'remedy'>,
): Finding {
  const rest = { place: '', message, why: 'The app cannot be opened.', remedy };
  return { level: 'error', kind: 'app', file, line: 0, ...rest };
}

function asText(app: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `${app}: nothing found.\n`;
  return findings.map((finding) => `${textOf(finding)}\n`).join('\n');
}

function textOf({ level, file, line, place, message, why, remedy }: Finding): string {
  const where = [line === 0 ? file : `${file}:${line}`, place].filter((part) => part !== '');
  return [`${where.join(' ')}: ${level}: ${message}`, why, remedy]
    .filter((part) => part !== '')
    .join('\n  ');
}
