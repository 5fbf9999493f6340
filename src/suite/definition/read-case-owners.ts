import type { CaseOwnerRule } from './app-document.ts';
import type { JsonReader } from './json-reader.ts';

/** What `case_owners` says by a word. */
const WORDS: Readonly<Record<string, CaseOwnerRule>> = {
  me: { kind: 'user' },
  my_only_group: { kind: 'shared', policy: 'strict' },
  ask: { kind: 'shared', policy: 'ask' },
  primary: { kind: 'shared', policy: 'primary' },
  same_as_parent: { kind: 'parent' },
  unowned: { kind: 'unowned' },
};

/** Reads who owns new cases, by case type. */
export function readCaseOwners(reader: JsonReader): ReadonlyMap<string, CaseOwnerRule> {
  const rules = new Map<string, CaseOwnerRule>();
  for (const [caseType, value] of reader.members()) rules.set(caseType, readRule(value));
  return rules;
}

function readRule(reader: JsonReader): CaseOwnerRule {
  const { value } = reader;
  if (typeof value === 'string') return WORDS[reader.oneOf(Object.keys(WORDS))] ?? { kind: 'user' };
  const members = reader.object(['location', 'xpath']);
  const level = members.get('location');
  const xpath = members.get('xpath');
  if ((level === undefined) === (xpath === undefined)) {
    reader.report(
      'An owner comes from one place.',
      `Give it a “location” or an “xpath”, or write ${Object.keys(WORDS).join(' or ')}.`,
    );
  }
  return level === undefined
    ? { kind: 'expression', xpath: xpath?.string() ?? '' }
    : { kind: 'location', level: readLevel(level) };
}

/** Levels stand in attributes of the locations fixture, as `clinic_id`. */
function readLevel(reader: JsonReader): string {
  const level = reader.string();
  if (level !== '' && !/^[a-zA-Z_][\w.-]*$/.test(level)) {
    const remedy = 'Write the code of an organization level, such as clinic.';
    reader.report(`“${level}” cannot be an organization level.`, remedy);
  }
  return level;
}
