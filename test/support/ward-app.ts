import { strToU8, zipSync } from 'fflate';

// A compiled app of our own with the lists and details that CommCare's builder can write: a table, tiles in groups, several at once, more
// than a page, tabs, graphs, searches with prompts of every kind, menus as a list and as a grid, and a case that stays in sight.

const NAMESPACES = `xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
 xmlns:orx="http://openrosa.org/jr/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:jr="http://openrosa.org/javarosa"`;

const ROUND = `<h:html ${NAMESPACES}>
<h:head><h:title>Round</h:title><model>
<instance><data xmlns="http://example.org/ward/round" uiVersion="1" version="1" name="Round"><note/><pain/><case xmlns="http://commcarehq.org/case/transaction/v2" case_id="" date_modified="" user_id=""><update><pain/></update></case><orx:meta><orx:instanceID/></orx:meta></data></instance>
<instance id="commcaresession" src="jr://instance/session"/>
<bind nodeset="/data/note" type="xsd:string" required="true()"/>
<bind nodeset="/data/case/@date_modified" type="xsd:dateTime" calculate="now()"/>
<bind nodeset="/data/case/@case_id" calculate="instance('commcaresession')/session/data/case_id"/>
<bind nodeset="/data/case/update/pain" calculate="/data/pain"/>
<setvalue event="xforms-ready" ref="/data/meta/instanceID" value="uuid()"/>
</model></h:head><h:body>
<input ref="/data/note"><label>What did you see?</label></input>
<select1 ref="/data/pain"><label>Is there pain?</label><item><label>No pain</label><value>no</value></item><item><label>Some pain</label><value>some</value></item></select1>
</h:body></h:html>`;

const text = (words: string) => `<text>${words}</text>`;
const xpath = (source: string) => `<text><xpath function="${source}"/></text>`;
const field = (header: string, template: string, rest = '') =>
  `<field>${rest.includes('<style') ? rest : ''}<header>${text(header)}</header><template>${xpath(template)}</template>${rest.includes('<style') ? '' : rest}</field>`;
const style = (x: number, y: number, width: number, height: number, rest = '') =>
  `<style ${rest}><grid grid-x="${x}" grid-y="${y}" grid-width="${width}" grid-height="${height}"/></style>`;

const TEMPERATURES = `<field><header>${text('Temperature')}</header><template form="graph"><graph type="xy">
<series nodeset="instance('casedb')/casedb/case[@case_type='reading'][index/parent=current()/@case_id]"><x function="day"/><y function="degrees"/>
<configuration><text id="name">Measured</text></configuration></series>
<configuration><text id="x-title">Day</text><text id="y-title">°C</text><text id="y-min">36</text><text id="y-max">41</text></configuration>
<annotation><x>${text('3')}</x><y>${text('39.4')}</y>${text('Treatment begun')}</annotation>
</graph></template></field>`;

const ROOMS = `<itemset nodeset="instance('casedb')/casedb/case[@case_type='patient']"><label ref="room"/><value ref="room"/></itemset>`;
const PROMPTS = `<group key="who">${text('Who it is')}</group>
<prompt key="name" group_key="who" required="true()" allow_blank_value="true"><display>${text('Name')}<hint>${text('Or a part of it')}</hint></display></prompt>
<prompt key="born" group_key="who" input="date"><display>${text('Born on')}</display><validation test="false()">${text('Enter a day in the past')}</validation></prompt>
<prompt key="room" input="select1"><display>${text('Room')}</display>${ROOMS}</prompt>
<prompt key="rooms" input="checkbox"><display>${text('Rooms before')}</display>${ROOMS}</prompt>
<prompt key="stay" input="daterange"><display>${text('In hospital')}</display></prompt>`;

const SUITE = `<?xml version="1.0"?><suite version="1">
<xform><resource id="round" version="1"><location authority="local">./modules-0/forms-0.xml</location></resource></xform>
<locale language="default"><resource id="strings" version="1"><location authority="local">./default/app_strings.txt</location></resource></locale>
<detail id="patients"><title>${text('Patients')}</title>
${field('Name', 'case_name', `<sort type="string" order="1" direction="ascending"><text><xpath function="case_name"/></text></sort>`)}
${field('Room', 'room')}
<field><header>${text('Telephone')}</header><template form="phone">${xpath('phone')}</template></field></detail>
<detail id="patient"><title>${text('Patient')}</title>
<detail><title>${text('Person')}</title><field><header>${text('Name')}</header><template>${xpath('case_name')}</template></field>
<field><header>${text('Room')}</header><template>${xpath('room')}</template></field></detail>
<detail><title>${text('Readings')}</title>${TEMPERATURES}</detail></detail>
<detail id="pinned"><title>${text('In care')}</title>${field('Name', 'case_name')}${field('Room', 'room')}</detail>
<detail id="beds" fit-across="2"><title>${text('Beds')}</title>
${field('Room', "concat('Room ', room)", style(0, 0, 12, 1, 'font-size="large"'))}
${field('Name', 'case_name', style(0, 1, 7, 1))}
${field('Temperature', "concat(degrees, ' °C')", style(7, 1, 5, 1, 'horz-align="right" show-shading="true"'))}
${field('Telephone', 'phone', style(0, 2, 12, 1, 'font-size="small"'))}
<group function="room" header-rows="1"/></detail>
<entry><form>http://example.org/ward/round</form><command id="m0-f0">${text('Round')}</command>
<instance id="casedb" src="jr://instance/casedb"/>
<session><datum id="case_id" nodeset="instance('casedb')/casedb/case[@case_type='patient'][@status='open']" value="./@case_id" detail-select="patients" detail-confirm="patient" detail-persistent="pinned"/></session></entry>
<entry><form>http://example.org/ward/round</form><command id="m1-f0">${text('Round by bed')}</command>
<instance id="casedb" src="jr://instance/casedb"/>
<session><datum id="case_id" nodeset="instance('casedb')/casedb/case[@case_type='patient'][@status='open']" value="./@case_id" detail-select="beds" detail-persistent="beds"/></session></entry>
<entry><form>http://example.org/ward/round</form><command id="m2-f0">${text('Find a patient')}</command>
<instance id="casedb" src="jr://instance/casedb"/><instance id="results" src="jr://instance/remote/results"/>
<session><query url="https://example.org/search" storage-instance="results" template="case" dynamic_search="true"><title>${text('Find a patient')}</title><description>${text('Everybody **in this hospital**.')}</description>
<prompt key="name"><display>${text('Name')}</display></prompt>
<prompt key="home" input="address"><display>${text('Address')}</display></prompt>
<prompt key="city" receive="home-city"><display>${text('Town')}</display></prompt></query>
<datum id="case_id" nodeset="instance('results')/results/case[@case_type='patient']" value="./@case_id" detail-select="patients"/></session></entry>
<entry><form>http://example.org/ward/round</form><command id="m3-f0">${text('Several patients')}</command>
<instance id="casedb" src="jr://instance/casedb"/>
<session><instance-datum id="case_ids" nodeset="instance('casedb')/casedb/case[@case_type='patient'][@status='open']" value="./@case_id" detail-select="patients" max-select-value="3"/></session></entry>
<entry><form>http://example.org/ward/round</form><command id="m3-f1">${text('Visitors')}</command>
<instance id="casedb" src="jr://instance/casedb"/>
<session><datum id="case_id" nodeset="instance('casedb')/casedb/case[@case_type='visitor']" value="./@case_id" detail-select="pinned"/></session></entry>
<entry><form>http://example.org/ward/round</form><command id="m3-f2">${text('Ask everywhere')}</command>
<instance id="casedb" src="jr://instance/casedb"/><instance id="results" src="jr://instance/remote/results"/>
<session><query url="https://example.org/search" storage-instance="results" template="case"><title>${text('Ask everywhere')}</title>
${PROMPTS}</query>
<datum id="case_id" nodeset="instance('results')/results/case[@case_type='patient']" value="./@case_id" detail-select="patients"/></session></entry>
<menu id="root"><command id="m0-f0"/></menu>
<menu id="m1">${text('Beds')}<command id="m1-f0"/></menu>
<menu id="m2">${text('Search')}<command id="m2-f0"/></menu>
<menu id="m3" style="grid">${text('More')}<command id="m3-f0"/><command id="m3-f1"/><command id="m3-f2"/></menu>
</suite>`;

const PROFILE = `<?xml version="1.0"?><profile xmlns="http://cihi.commcarehq.org/jad" version="1" uniqueid="ward" name="Ward" requiredMajor="2" requiredMinor="53">
<property key="cc-persistent-menu" value="yes" force="true"/>
<suite><resource id="suite" version="1" descriptor="Suite"><location authority="local">./suite.xml</location></resource></suite></profile>`;

/** The files of the app by path. */
export const wardFiles: Readonly<Record<string, string>> = {
  'profile.ccpr': PROFILE,
  'suite.xml': SUITE,
  'default/app_strings.txt': 'app.display.name=Ward\n',
  'modules-0/forms-0.xml': ROUND,
};

/** The app as a .ccz. */
export function wardCcz(files: Readonly<Record<string, string>> = wardFiles): Uint8Array {
  const entries = Object.entries(files).map(([path, words]) => [path, strToU8(words)]);
  return zipSync(Object.fromEntries(entries));
}

const PATIENTS = [
  ['amina', 'Amina Diallo', '1', '0712 555 010', '38.2'],
  ['bea', 'Bea Otieno', '1', '0712 555 011', '36.9'],
  ['chiku', 'Chiku Mwangi', '2', '', '37.4'],
  ['dayo', 'Dayo Adeyemi', '3', '0712 555 013', '39.1'],
] as const;

const CASE =
  'xmlns="http://commcarehq.org/case/transaction/v2" date_modified="2026-01-02T10:00:00Z" user_id="user-ann"';

function patient([id, name, room, phone, degrees]: (typeof PATIENTS)[number]): string {
  return `<case ${CASE} case_id="${id}"><create><case_type>patient</case_type><case_name>${name}</case_name><owner_id>user-ann</owner_id></create>
<update><room>${room}</room><phone>${phone}</phone><degrees>${degrees}</degrees></update></case>`;
}

function reading(day: number, degrees: number): string {
  return `<case ${CASE} case_id="reading-${day}"><create><case_type>reading</case_type><case_name>Day ${day}</case_name><owner_id>user-ann</owner_id></create>
<update><day>${day}</day><degrees>${degrees}</degrees></update><index><parent case_type="patient">amina</parent></index></case>`;
}

function visitor(number: number): string {
  return `<case ${CASE} case_id="visitor-${number}"><create><case_type>visitor</case_type><case_name>Visitor ${number}</case_name><owner_id>user-ann</owner_id></create>
<update><room>${(number % 3) + 1}</room></update></case>`;
}

/** Ann's patients with Amina's temperatures of five days, and more visitors than a page of a list holds. */
export const wardRestore = `<OpenRosaResponse xmlns="http://openrosa.org/http/response">
<message nature="ota_restore_success">Successfully restored account ann!</message>
<Sync xmlns="http://commcarehq.org/sync"><restore_id>r1</restore_id></Sync>
<Registration xmlns="http://openrosa.org/user/registration"><username>ann</username><password></password><uuid>user-ann</uuid><date>2026-01-01</date><user_data/></Registration>
${PATIENTS.map(patient).join('\n')}
${[38.9, 39.2, 39.4, 38.6, 38.2].map((degrees, day) => reading(day + 1, degrees)).join('\n')}
${Array.from({ length: 120 }, (_, at) => visitor(at + 1)).join('\n')}
</OpenRosaResponse>`;
