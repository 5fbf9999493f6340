/** An app with one list of patients, all open, with five columns, and a form for each patient. */
export const PATIENT_APP = {
  id: 'patients',
  name: 'Patients',
  version: 1,
  modules: [
    {
      name: 'Patients',
      case_type: 'patient',
      case_list: {
        columns: [
          { header: 'Name', property: 'name', sort: { type: 'string', order: 1 } },
          { header: 'Village', property: 'village' },
          { header: 'Born', property: 'born', format: 'date' },
          { header: 'Weight', property: 'weight' },
          { header: 'Telephone', property: 'telephone' },
        ],
      },
      forms: [
        {
          name: 'Visit',
          xform: 'visit.xml',
          requires: 'case',
          case_preload: { '/data/name': 'name' },
        },
      ],
    },
  ],
};

export const VISIT_FORM = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
<h:head><h:title>Visit</h:title><model><instance><data xmlns="urn:caseload:bench:visit"><name/></data></instance></model></h:head>
<h:body><input ref="/data/name"><label>Name</label></input></h:body></h:html>`;

export const USER = 'bench-user';

/** A restore of so many cases with 15 properties, about 400 bytes of values each, piece by piece; always the same. */
export function* generatedRestore(cases: number): Iterable<string> {
  const random = randomNumbers(7);
  yield `<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="${cases + 2}"><message nature="ota_restore_success">Restored</message>
<Sync xmlns="http://commcarehq.org/sync"><restore_id>bench</restore_id></Sync>
<Registration xmlns="http://openrosa.org/user/registration"><username>bench</username><password/><uuid>${USER}</uuid><date>2026-01-01</date></Registration>\n`;
  for (let n = 0; n < cases; n += 1) yield caseBlock(n, random);
  yield '</OpenRosaResponse>';
}

function caseBlock(n: number, random: () => number): string {
  const one = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  const digits = (count: number): string => String(Math.floor(random() * 10 ** count));
  const properties = {
    village: one(VILLAGES),
    born: `${1940 + Math.floor(random() * 80)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    weight: digits(2),
    telephone: `+255 7${digits(8)}`,
    sex: one(['female', 'male']),
    risk: one(['low', 'high', '']),
    visits: digits(1),
    last_visit: `2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    household: `${one(VILLAGES)} ${digits(4)}`,
    mother: `${one(FIRST)} ${one(LAST)}`,
    vaccines: one(['bcg', 'bcg polio', 'bcg polio measles']),
    height: digits(3),
    language: one(['sw', 'en']),
    insurance: digits(9),
    note: one(['', '', '', `Lives behind the ${one(['school', 'market'])} since ${digits(4)}`]),
  };
  const update = Object.entries(properties).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<case case_id="${uuid(random)}" date_modified="2026-02-03T04:05:06.000000Z" user_id="${USER}" xmlns="http://commcarehq.org/case/transaction/v2"><create><case_type>patient</case_type><case_name>${one(FIRST)} ${one(LAST)} ${n}</case_name><owner_id>${USER}</owner_id></create><update>${update.join('')}</update></case>\n`;
}

const FIRST = 'Amina Joseph Fatuma Grace Baraka Neema Juma Rehema Hassan Zuhura Élise José'.split(
  ' ',
);
const LAST = 'Mwakyusa Kimaro Ngowi Massawe Shirima Lyimo Mushi Temu Swai Mrema'.split(' ');
const VILLAGES = 'Moshi Arusha Hai Rombo Same Mwanga Siha Himo Kibosho Machame'.split(' ');

function uuid(random: () => number): string {
  const part = (length: number): string =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return [8, 4, 4, 4, 12].map(part).join('-');
}

/** Mulberry32: the same numbers in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
