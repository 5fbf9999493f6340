import { expect } from 'chai';
import { readOwnerPlan } from '../../../src/case/ownership/read-owner-plan.ts';
import { AppDefinitionError } from '../../../src/suite/definition/app-definition-error.ts';
import { loadAppDefinition } from '../../../src/suite/definition/load-app-definition.ts';
import { isSharingAssertion } from '../../../src/suite/assertion.ts';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import { FormInstance } from '../../../src/xforms/form-instance.ts';
import { instancesFromTexts } from '../../../src/xforms/secondary/instances-from-texts.ts';

const HOUSE = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>House</h:title>
  <model><instance><data xmlns="urn:test:house"><name/><guest/></data></instance></model></h:head>
  <h:body><input ref="/data/name"><label>Name</label></input><input ref="/data/guest"><label>Guest</label></input></h:body></h:html>`;

/** An app that registers a house, and a guest below it. */
function load(settings: object, guest: object = {}) {
  const subcase = { case_type: 'guest', name_question: '/data/guest', ...guest };
  const form = {
    ...{ name: 'Register', xform: 'house.xml', subcases: [subcase] },
    open_case: { name_question: '/data/name' },
  };
  const module = { name: 'Houses', case_type: 'house', forms: [form] };
  const app = { id: 'houses', name: 'Houses', modules: [module], ...settings };
  return loadAppDefinition(app, new Map([['house.xml', HOUSE]]));
}

function problemsOf(settings: object): readonly string[] {
  try {
    load(settings);
  } catch (error) {
    if (error instanceof AppDefinitionError) return error.problems.map(({ place }) => place);
    throw error;
  }
  return [];
}

/** Who decides about the owner of the guest. */
function guestPlan(settings: object) {
  const app = load(settings);
  const text = app.forms.get('urn:test:house')?.text ?? '';
  const plans = readOwnerPlan(text, app.sharing ?? { caseSharing: false });
  const plan = plans.find(({ caseType }) => caseType === 'guest');
  return { source: plan?.source, policy: plan?.policy };
}

/** What the form itself writes as the owner of the guest, for a user at the post P1 of the clinic C1. */
function guestOwner(caseOwner: unknown, settings: object = {}): string {
  const app = load({ case_sharing: true, case_owners: { guest: caseOwner }, ...settings });
  const instance = instancesFromTexts({
    'jr://instance/session': `<session><context><userid>u1</userid></context><user><data>
      <commcare_location_id>P1</commcare_location_id></data></user><data/></session>`,
    'jr://fixture/locations':
      '<locations><location id="P1" type="post" clinic_id="C1" post_id="P1"><name>Post</name></location></locations>',
    'jr://fixture/user-groups': '<groups/>',
  });
  const definition = parseForm(app.forms.get('urn:test:house')?.text ?? '', 'house.xml');
  const form = FormInstance.create(definition, {
    environment: {
      instance,
      ...{ now: () => 0, timeZone: 'UTC', random: () => 0, uuid: () => 'x', here: () => '' },
    },
  });
  const owner = '/data/case/create/owner_id';
  form.transact([{ kind: 'setValue', ref: owner, value: 'g-house' }], { source: 'caseManagement' });
  return form.node('/data/subcase_0/case/create/owner_id')?.lexical ?? 'nothing';
}

describe('who owns new cases, as an app says it', () => {
  it('is the app’s switch and policy where a case type has none of its own', () => {
    expect(guestPlan({})).to.deep.equal({ source: 'user', policy: undefined });
    expect(guestPlan({ case_sharing: true })).to.deep.equal({
      source: 'shared',
      policy: undefined,
    });
    expect(guestPlan({ case_sharing: true, owner_policy: 'ask' })).to.deep.equal({
      source: 'shared',
      policy: 'ask',
    });
  });

  it('is the case type’s own rule, whatever the app’s switch', () => {
    expect(guestPlan({ case_owners: { guest: 'primary' } })).to.deep.equal({
      source: 'shared',
      policy: 'primary',
    });
    const mine = { case_sharing: true, case_owners: { guest: 'me' } };
    expect(guestPlan(mine)).to.include({ source: 'user' });
  });

  it('can be written by the form: me, the parent’s owner, a location, an expression, nobody', () => {
    expect(guestOwner('me')).to.equal('u1');
    expect(guestOwner('same_as_parent')).to.equal('g-house');
    expect(guestOwner({ location: 'clinic' })).to.equal('C1');
    expect(guestOwner({ location: 'post' })).to.equal('P1');
    expect(guestOwner({ xpath: "concat('g', 7)" })).to.equal('g7');
    expect(guestOwner('unowned')).to.equal('-');
    expect(guestOwner('ask')).to.equal('');
  });

  it('stops at several candidates only where it is strict', () => {
    const asserts = (settings: object) =>
      load(settings).entries.get('m0-f0')?.assertions.some(isSharingAssertion);
    expect(asserts({ case_sharing: true })).to.equal(true);
    expect(asserts({ case_sharing: true, owner_policy: 'ask' })).to.equal(false);
    const own = { house: 'me', guest: 'same_as_parent' };
    expect(asserts({ case_sharing: true, case_owners: own })).to.equal(false);
  });

  it('is refused with its place when it cannot be understood', () => {
    const places: readonly [object, string][] = [
      [{ owner_policy: 'maybe' }, 'owner_policy'],
      [{ case_owners: { guest: 'everybody' } }, 'case_owners.guest'],
      [{ case_owners: { guest: {} } }, 'case_owners.guest'],
      [{ case_owners: { guest: { location: 'a b' } } }, 'case_owners.guest.location'],
      [{ case_owners: { guest: { xpath: '1 +' } } }, 'case_owners.guest.xpath'],
      [{ case_owners: { stranger: 'me' } }, 'case_owners.stranger'],
    ];
    for (const [settings, place] of places) {
      expect(problemsOf(settings), JSON.stringify(settings)).to.deep.equal([place]);
    }
  });
});
