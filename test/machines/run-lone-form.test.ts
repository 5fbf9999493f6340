import { expect } from 'chai';
import { toPromise } from 'xstate';
import type { LoneFormStart } from '../../src/machines/open-lone-form.ts';
import { openLoneForm, parseLoneForm } from '../../src/machines/open-lone-form.ts';
import type { LoneFormInput, LoneSubmission } from '../../src/machines/run-lone-form.ts';
import { runLoneForm } from '../../src/machines/run-lone-form.ts';
import { formXml, pinnedEnvironment } from '../support/scenario.ts';
import { DAVID, NORTH, SOUTH } from './a-registration.ts';

const REGISTRATION = formXml({
  data: `<name/><village/>
    <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c1" date_modified="" user_id="">
      <create><case_type>mother</case_type><case_name/><owner_id/></create></case>
    <orx:meta><orx:instanceID>i1</orx:instanceID></orx:meta>`,
  model: '<instance id="villages" src="jr://file/villages.xml"/>',
  binds: `<bind nodeset="/data/name" required="true()"/>
    <bind nodeset="/data/village" calculate="instance('villages')/villages/village[@id = 'b']"/>`,
  body: '<input ref="/data/name"/>',
});

const VILLAGES = '<villages><village id="a">Ada</village><village id="b">Bako</village></villages>';

const plan = { caseType: 'mother', ref: '/data/case', source: 'shared' } as const;

/** A form on its own, and what it handed over. */
function open(given: Partial<{ text: string } & LoneFormStart & LoneFormInput> = {}) {
  const submitted: LoneSubmission[] = [];
  const drafts: string[] = [];
  const { text = REGISTRATION } = given;
  const form = openLoneForm(parseLoneForm(text, 'register.xml'), {
    environment: pinnedEnvironment(),
    ...{ instances: { 'jr://file/villages.xml': VILLAGES }, draft: undefined },
    ...given,
  });
  const lone = runLoneForm(form, {
    ...{ ownership: undefined, now: () => 0 },
    saveDraft: async (xml) => void drafts.push(xml),
    submit: async (submission) => void submitted.push(submission),
    ...given,
  });
  const answer = (value: string) => lone.actor.send({ type: 'answer', ref: '/data/name', value });
  return { form, ...lone, submitted, drafts, answer };
}

describe('a form without an app around it', () => {
  it('runs a form to its submission, with what it reads besides', async () => {
    const { actor, answer, submitted } = open();
    answer('Asha');
    actor.send({ type: 'complete' });
    const output = await toPromise(actor);
    expect(output.kind).to.equal('submitted');
    expect(submitted).to.have.length(1);
    const { xml, names } = submitted[0] as LoneSubmission;
    expect(xml).to.contain('<name>Asha</name>').and.contain('<village>Bako</village>');
    expect(xml).to.contain('instanceID>i1</');
    expect([names('Asha'), names('photo.jpg')]).to.deep.equal([true, false]);
  });

  it('gives an ODK form an id for its instances that has none itself', async () => {
    const text = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model>
      <instance><data id="visit"><name/></data></instance></model></h:head><h:body><input ref="/data/name"/></h:body></h:html>`;
    const { actor, answer, submitted } = open({ text });
    answer('Asha');
    actor.send({ type: 'complete' });
    await toPromise(actor);
    expect(submitted[0]?.xml).to.contain('instanceID>uuid:uuid-1</');
  });

  it('leaves owners as the form has them when nobody says whose cases they are', async () => {
    const { actor, answer, submitted } = open();
    answer('Asha');
    actor.send({ type: 'complete' });
    await toPromise(actor);
    expect(submitted[0]?.xml).to.contain('<owner_id/>');
  });

  it('gives its cases the one candidate', async () => {
    const ownership = { plans: [plan], candidates: [NORTH], user: DAVID };
    const { actor, answer, submitted, ownerProblem } = open({ ownership });
    expect(ownerProblem).to.be.undefined;
    answer('Asha');
    actor.send({ type: 'complete' });
    await toPromise(actor);
    expect(submitted[0]?.xml).to.contain('<owner_id>g-north</owner_id>');
  });

  it('knows before the first answer that there would be no clear owner', () => {
    const ownership = { plans: [plan], candidates: [NORTH, SOUTH], user: DAVID };
    expect(open({ ownership }).ownerProblem).to.include({ kind: 'manyCandidates' });
  });

  it('hands over what is unfinished when it is left, and goes on with it', async () => {
    const { actor, answer, drafts } = open();
    answer('Asha');
    actor.send({ type: 'leave' });
    await toPromise(actor);
    expect(drafts).to.have.length(1);
    const { form } = open({ draft: drafts[0] });
    expect(form.node('/data/name')?.lexical).to.equal('Asha');
  });

  it('finds the id of an instance and of a form where ODK writes them', async () => {
    const text = formXml({
      data: '<name/><about><meta><instanceID>i2</instanceID></meta></about>',
      body: '<input ref="/data/name"/>',
    }).replace('<data xmlns="http://openrosa.org/formdesigner/test"', '<data id="visit"');
    const { actor, submitted } = open({ text, instances: {} });
    actor.send({ type: 'complete' });
    await toPromise(actor);
    expect(submitted[0]?.xml).to.contain('instanceID>i2</');
  });

  it('names the instance that cannot be read, before anything is asked', () => {
    const instances = { 'jr://file/villages.xml': '<villages>' };
    expect(() => open({ instances })).to.throw('jr://file/villages.xml');
  });
});
