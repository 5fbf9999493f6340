import { strToU8, zipSync } from 'fflate';

// A compiled app as CommCare's builder lays one out, small and of our own: errands are registered, and given away.

const META = `<orx:meta><orx:deviceID/><orx:timeStart/><orx:timeEnd/><orx:username/><orx:userID/><orx:instanceID/></orx:meta>`;

const META_MODEL = `
<bind nodeset="/data/meta/timeStart" type="xsd:dateTime"/>
<bind nodeset="/data/meta/timeEnd" type="xsd:dateTime"/>
<bind nodeset="/data/case/@date_modified" type="xsd:dateTime" calculate="/data/meta/timeEnd"/>
<bind nodeset="/data/case/@user_id" calculate="/data/meta/userID"/>
<setvalue event="xforms-ready" ref="/data/meta/deviceID" value="instance('commcaresession')/session/context/deviceid"/>
<setvalue event="xforms-ready" ref="/data/meta/username" value="instance('commcaresession')/session/context/username"/>
<setvalue event="xforms-ready" ref="/data/meta/userID" value="instance('commcaresession')/session/context/userid"/>
<setvalue event="xforms-ready" ref="/data/meta/timeStart" value="now()"/>
<setvalue event="xforms-ready" ref="/data/meta/instanceID" value="uuid()"/>
<setvalue event="xforms-revalidate" ref="/data/meta/timeEnd" value="now()"/>`;

function form(title: string, id: string, data: string, model: string, body: string): string {
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms" xmlns:orx="http://openrosa.org/jr/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<h:head><h:title>${title}</h:title><model>
<instance><data xmlns="http://openrosa.org/formdesigner/errands-${id}" uiVersion="1" version="1" name="${title}">${data}${META}</data></instance>
<instance id="commcaresession" src="jr://instance/session"/>${model}${META_MODEL}
</model></h:head><h:body>${body}</h:body></h:html>`;
}

const REGISTER = form(
  'New errand',
  'register',
  `<what/><case xmlns="http://commcarehq.org/case/transaction/v2" case_id="" date_modified="" user_id=""><create><case_name/><owner_id/><case_type>errand</case_type></create></case>`,
  `<bind nodeset="/data/what" type="xsd:string" required="true()"/>
<setvalue event="xforms-ready" ref="/data/case/@case_id" value="instance('commcaresession')/session/data/case_id_new_errand_0"/>
<bind nodeset="/data/case/create/case_name" calculate="/data/what"/>
<bind nodeset="/data/case/create/owner_id" calculate="/data/meta/userID"/>`,
  '<input ref="/data/what"><label>What is to be done?</label></input>',
);

const GIVE = form(
  'Give away',
  'give',
  `<to/><case xmlns="http://commcarehq.org/case/transaction/v2" case_id="" date_modified="" user_id=""><update><owner_id/></update></case>`,
  `<bind nodeset="/data/to" type="xsd:string" required="true()"/>
<bind nodeset="/data/case/@case_id" calculate="instance('commcaresession')/session/data/case_id"/>
<bind nodeset="/data/case/update/owner_id" calculate="/data/to"/>`,
  '<input ref="/data/to"><label>Whose is it from now on?</label></input>',
);

const SUITE = `<?xml version="1.0"?><suite version="1">
<xform><resource id="register" version="1"><location authority="local">./modules-0/forms-0.xml</location></resource></xform>
<xform><resource id="give" version="1"><location authority="local">./modules-0/forms-1.xml</location></resource></xform>
<locale language="default"><resource id="strings" version="1"><location authority="local">./default/app_strings.txt</location></resource></locale>
<detail id="short"><title><text><locale id="errands"/></text></title><field><header><text><locale id="name"/></text></header><template><text><xpath function="case_name"/></text></template></field></detail>
<entry><form>http://openrosa.org/formdesigner/errands-register</form><command id="m0-f0"><text><locale id="register"/></text></command>
<session><datum id="case_id_new_errand_0" function="uuid()"/></session></entry>
<entry><form>http://openrosa.org/formdesigner/errands-give</form><command id="m0-f1"><text><locale id="give"/></text></command>
<instance id="casedb" src="jr://instance/casedb"/>
<session><datum id="case_id" nodeset="instance('casedb')/casedb/case[@case_type='errand'][@status='open']" value="./@case_id" detail-select="short"/></session></entry>
<menu id="root"><text><locale id="errands"/></text><command id="m0-f0"/><command id="m0-f1"/></menu>
</suite>`;

const PROFILE = `<?xml version="1.0"?><profile xmlns="http://cihi.commcarehq.org/jad" version="1" uniqueid="errands" name="Errands" requiredMajor="2" requiredMinor="53">
<suite><resource id="suite" version="1" descriptor="Suite"><location authority="local">./suite.xml</location></resource></suite></profile>`;

const STRINGS = `app.display.name=Errands
errands=Errands
name=Errand
register=New errand
give=Give an errand away
`;

/** The files of the app by path, for tests that change one of them. */
export const errandsFiles: Readonly<Record<string, string>> = {
  'profile.ccpr': PROFILE,
  'suite.xml': SUITE,
  'default/app_strings.txt': STRINGS,
  'modules-0/forms-0.xml': REGISTER,
  'modules-0/forms-1.xml': GIVE,
};

/** The app as a .ccz. */
export function errandsCcz(files: Readonly<Record<string, string>> = errandsFiles): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
}

/** What the app's only user holds: nothing yet. */
export const errandsRestore = `<OpenRosaResponse xmlns="http://openrosa.org/http/response">
<message nature="ota_restore_success">Successfully restored account ann!</message>
<Sync xmlns="http://commcarehq.org/sync"><restore_id>r1</restore_id></Sync>
<Registration xmlns="http://openrosa.org/user/registration"><username>ann</username><password></password><uuid>user-ann</uuid><date>2026-01-01</date><user_data/></Registration>
</OpenRosaResponse>`;

/** The app with a search over everybody's errands, and with a restore to practise with. */
export const searchableErrands: Readonly<Record<string, string>> = {
  ...errandsFiles,
  'suite.xml': searchable(errandsFiles['suite.xml'] as string),
  'practice.xml': `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="ota_restore_success">Hello</message>
<Sync xmlns="http://commcarehq.org/sync"><restore_id>p</restore_id></Sync>
<Registration xmlns="http://openrosa.org/user/registration"><username>learner</username><password/><uuid>learner</uuid><date>2026-01-01</date></Registration>
<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="p1" date_modified="2026-01-01T00:00:00Z" user_id="learner">
<create><case_type>errand</case_type><case_name>Made-up errand</case_name><owner_id>learner</owner_id></create></case></OpenRosaResponse>`,
};

function searchable(suite: string): string {
  const action = (text: string, command: string) =>
    `<action><display><text>${text}</text></display><stack><push><mark/><command value="'${command}'"/></push></stack></action>`;
  const actions =
    action('Search all errands', 'find') + action('Look through all errands', 'browse');
  const claimed = `count(instance('casedb')/casedb/case[@case_id = instance('commcaresession')/session/data/found_id]) = 0`;
  const found = `<detail id="found"><title><text>Errands</text></title><field><header><text>Errand</text></header>
<template><text><xpath function="case_name"/></text></template></field></detail>`;
  const search = (
    command: string,
    attribute: string,
  ) => `<remote-request><post url="https://example.org/a/errands/phone/claim-case/" relevant="${claimed}">
<data key="case_id" ref="instance('commcaresession')/session/data/found_id"/></post>
<command id="${command}"><display><text>Find</text></display></command>
<instance id="casedb" src="jr://instance/casedb"/><instance id="commcaresession" src="jr://instance/session"/>
<session><query url="https://example.org/a/errands/phone/search/" storage-instance="results" template="case" ${attribute}>
<title><text>Find an errand</text></title><data key="case_type" ref="'errand'"/>
<prompt key="name"><display><text>Words of the errand</text></display></prompt></query>
<datum id="found_id" nodeset="instance('results')/results/case" value="./@case_id" detail-select="found"/></session>
<stack><push><rewind value="instance('commcaresession')/session/data/found_id"/></push></stack></remote-request>`;
  const practice = `<user-restore><resource id="practice" version="1"><location authority="local">./practice.xml</location></resource></user-restore>`;
  return suite
    .replace('</text></title><field>', `</text></title>${actions}<field>`)
    .replace(
      '</suite>',
      `${found}${search('find', '')}${search('browse', 'dynamic_search="true"')}${practice}</suite>`,
    );
}
