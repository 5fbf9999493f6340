import { expect } from 'chai';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { Environment } from '../../src/xforms/environment.ts';
import type { FormParts } from '../support/scenario.ts';
import { pinnedEnvironment, Scenario } from '../support/scenario.ts';

const visit: FormParts = {
  data: '<name/><start/><orx:meta xmlns:orx="http://openrosa.org/xforms"><orx:instanceID/><orx:instanceName/></orx:meta>',
  binds: `<bind nodeset="/data/meta/instanceID" jr:preload="uid"/>
    <bind nodeset="/data/start" jr:preload="timestamp" jr:preloadParams="start"/>
    <bind nodeset="/data/meta/instanceName" calculate="concat('Visit of ', /data/name)"/>`,
  model: '<setvalue event="odk-instance-first-load" ref="/data/name">nobody</setvalue>',
  body: '<input ref="/data/name"/>',
};

/** The next day, with other ids. */
function later(): Environment {
  const environment = pinnedEnvironment();
  return {
    ...environment,
    now: () => Date.UTC(2026, 2, 16),
    uuid: () => `later-${environment.uuid()}`,
  };
}

function edited(scenario: Scenario, environment = later()): Scenario {
  const { definition } = scenario.form;
  return new Scenario(
    FormInstance.edit(definition, scenario.form.submissionXml(), { environment }),
  );
}

describe('an edit of a submitted instance', () => {
  it('has an id of its own, and names the one that it replaces beside it', () => {
    const scenario = Scenario.load(visit, { dialect: 'odk' });
    const edit = edited(scenario);
    expect(edit.value('/data/meta/instanceID')).to.equal('uuid:later-uuid-1');
    expect(edit.value('/data/meta/deprecatedID')).to.equal('uuid:uuid-1');
    expect(edit.form.submissionXml()).to.contain(
      '<orx:instanceID>uuid:later-uuid-1</orx:instanceID><orx:instanceName>Visit of nobody</orx:instanceName>' +
        '<orx:deprecatedID>uuid:uuid-1</orx:deprecatedID></orx:meta>',
    );
  });

  it('names the last one alone when it is edited once more', () => {
    const first = edited(Scenario.load(visit, { dialect: 'odk' }));
    const second = edited(first, { ...later(), uuid: () => 'third' });
    expect(second.value('/data/meta/instanceID')).to.equal('uuid:third');
    expect(second.form.nodesOf('/data/meta/deprecatedID').map(({ lexical }) => lexical)).to.deep.equal(['uuid:later-uuid-1']); // prettier-ignore
  });

  it('keeps the answers, and when it was begun', () => {
    const scenario = Scenario.load(visit);
    scenario.answer('/data/name', 'Asha');
    const edit = edited(scenario);
    expect(edit.value('/data/name')).to.equal('Asha');
    expect(edit.value('/data/start')).to.equal(scenario.value('/data/start'));
    expect(edit.value('/data/meta/instanceName')).to.equal('Visit of Asha');
  });

  it('has ids as its dialect writes them', () => {
    const edit = edited(Scenario.load(visit, { dialect: 'commcare' }));
    expect(edit.value('/data/meta/instanceID')).to.equal('later-uuid-1');
  });

  it('replaces nothing when the instance had no id', () => {
    const scenario = Scenario.load({ ...visit, binds: '' });
    expect(edited(scenario).form.node('/data/meta/deprecatedID')).to.equal(undefined);
  });

  it('computes an id that the form computes', () => {
    const binds = `<bind nodeset="/data/meta/instanceID" calculate="once(concat('uuid:', uuid()))"/>`;
    const scenario = Scenario.load({ ...visit, binds }, { dialect: 'odk' });
    const edit = edited(scenario);
    expect(edit.value('/data/meta/instanceID')).to.match(/^uuid:later-/);
    expect(edit.value('/data/meta/deprecatedID')).to.equal(scenario.value('/data/meta/instanceID'));
  });

  it('is another thing than a draft that is opened again', () => {
    const reopened = Scenario.load(visit, { dialect: 'odk' }).reopened();
    expect(reopened.value('/data/meta/instanceID')).to.equal('uuid:uuid-1');
    expect(reopened.form.node('/data/meta/deprecatedID')).to.equal(undefined);
  });
});
