import { readdirSync, readFileSync } from 'node:fs';
import type { Archive } from './find-archives.ts';
import { zipFolder } from './find-archives.ts';

/** The sample apps of this project, each with a worker in one sharing group and a case of every type. */
export function sampleArchives(): readonly Archive[] {
  return readdirSync('forms', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      bytes: zipFolder(`forms/${name}`),
      restore: restoreWith(caseTypesOf(name)),
    }));
}

function caseTypesOf(name: string): ReadonlySet<string> {
  const app = JSON.parse(readFileSync(`forms/${name}/app.json`, 'utf8')) as {
    readonly modules: readonly { readonly case_type: string }[];
  };
  return new Set(app.modules.map((module) => module.case_type));
}

function restoreWith(caseTypes: Iterable<string>): string {
  const cases = [...caseTypes].map(
    (type) => `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${type}-1"
 date_modified="2026-05-01T08:00:00.000Z" user_id="w1"><create><case_type>${type}</case_type>
 <case_name>First ${type}</case_name><owner_id>g1</owner_id></create></case>`,
  );
  return `<OpenRosaResponse xmlns="http://openrosa.org/http/response">
<message nature="ota_restore_success">Successfully restored account worker!</message>
<Sync xmlns="http://commcarehq.org/sync"><restore_id>r1</restore_id></Sync>
<Registration xmlns="http://openrosa.org/user/registration"><username>worker</username><password></password>
<uuid>w1</uuid><date>2026-01-01</date><user_data><data key="commcare_location_id"/></user_data></Registration>
<fixture id="user-groups" user_id="w1"><groups><group id="g1"><name>Village A</name></group></groups></fixture>
${cases.join('\n')}</OpenRosaResponse>`;
}
