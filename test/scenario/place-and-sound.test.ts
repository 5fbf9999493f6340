import { expect } from 'chai';
import { FormParseError } from '../../src/xforms/definition/form-parse-error.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import type { FormParts } from '../support/scenario.ts';
import { formXml, Scenario } from '../support/scenario.ts';

const HERE = '38.295 21.7567 110 5';

function load(parts: FormParts, here = HERE): Scenario {
  return Scenario.load(parts, { dialect: 'odk', here });
}

describe('odk:setgeopoint', () => {
  const atStart = (bind = '') => ({
    data: '<place/>',
    binds: `<bind nodeset="/data/place" readonly="true()" ${bind}/>`,
    model: '<odk:setgeopoint event="odk-instance-first-load" ref="/data/place"/>',
    body: '<input ref="/data/place"/>',
  });

  it('writes where the device is when the form is opened for the first time', () => {
    const scenario = load(atStart());
    expect(scenario.value('/data/place')).to.equal(HERE);
    expect(scenario.reopened().value('/data/place')).to.equal(HERE);
  });

  it('writes a place as the type of the node has it', () => {
    expect(load(atStart('type="geopoint"')).value('/data/place')).to.equal(
      '38.295 21.7567 110.0 5.0',
    );
  });

  for (const [title, here] of [
    ['the device does not know where it is', ''],
    ['what it says is no place', 'abcd'],
    ['it says a place that cannot be', '300 21.7567 110 5'],
  ] as const) {
    it(`leaves the node empty when ${title}`, () => {
      const scenario = load({ ...atStart(), data: '<place>1 2</place>' }, here);
      expect(scenario.value('/data/place')).to.equal('');
      expect(scenario.form.problems).to.deep.equal([]);
    });
  }

  it('writes again whenever the question that it stands in gets another answer', () => {
    const scenario = load({
      data: '<source/><place/>',
      body: `<input ref="/data/source">
        <odk:setgeopoint event="xforms-value-changed" ref="/data/place"/></input>`,
    });
    expect(scenario.value('/data/place')).to.equal('');
    scenario.answer('/data/source', '22');
    expect(scenario.value('/data/place')).to.equal(HERE);
  });

  it('writes into a new item of the repeat that it stands in', () => {
    const scenario = load({
      data: '<person jr:template=""><place/></person>',
      body: `<repeat nodeset="/data/person"><input ref="/data/person/place"/>
        <odk:setgeopoint event="odk-new-repeat" ref="/data/person/place"/></repeat>`,
    });
    scenario.addRepeat('/data/person');
    scenario.addRepeat('/data/person');
    expect(scenario.value('/data/person[2]/place')).to.equal(HERE);
  });

  it('may stand in the body itself', () => {
    const action = '<odk:setgeopoint event="odk-instance-first-load" ref="/data/place"/>';
    expect(load({ data: '<place/>', body: action }).value('/data/place')).to.equal(HERE);
  });

  it('is refused when it writes nowhere or waits for an unknown event', () => {
    const form = '<odk:setgeopoint event="whenever" ref="/data/nowhere"/>';
    expect(() => load({ data: '<place/>', body: form })).to.throw(
      FormParseError,
      /a setgeopoint writes to "\/data\/nowhere".*\n.*the event "whenever" is not known/,
    );
  });
});

describe('odk:recordaudio', () => {
  function actionOf(attributes: string) {
    const model = `<odk:recordaudio event="odk-instance-load" ref="/data/sound" ${attributes}/>`;
    const form = parseForm(formXml({ data: '<sound/>', model }), 'form.xml', { dialect: 'odk' });
    return { ...form.actions[0]!, warnings: form.warnings.map(({ message }) => message) };
  }

  it('tells the host when to record, where to, and how well', () => {
    const { kind, target, ...rest } = actionOf('odk:quality="voice-only"');
    expect([kind, target.ref]).to.deep.equal(['recordaudio', '/data/sound']);
    expect(rest).to.include({ quality: 'voice-only' });
    expect(rest.events).to.deep.equal(['odk-instance-load']);
  });

  it('is of normal quality when the form says none or an unknown one', () => {
    expect(actionOf('')).to.include({ quality: 'normal' });
    const unknown = actionOf('odk:quality="crystal"');
    expect(unknown).to.include({ quality: 'normal' });
    expect(unknown.warnings.join()).to.contain('"crystal"');
  });

  it('changes nothing by itself', () => {
    const model = '<odk:recordaudio event="odk-instance-load" ref="/data/sound"/>';
    const scenario = load({ data: '<sound/>', model });
    expect(scenario.value('/data/sound')).to.equal('');
    expect(scenario.form.problems).to.deep.equal([]);
  });
});
