import { expect } from 'chai';
import { loadForm } from '../../src/engine.ts';
import { FormParseError } from '../../src/xforms/definition/form-parse-error.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import type { Entity } from '../../src/xforms/entities-of.ts';
import { entitiesOf } from '../../src/xforms/entities-of.ts';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { FormParts } from '../support/scenario.ts';
import { formXml, pinnedEnvironment, Scenario } from '../support/scenario.ts';

function load(parts: FormParts, version = '2024.1.0'): Scenario {
  const text = formXml(parts).replace('<model>', `<model entities:entities-version="${version}">`);
  const definition = parseForm(text, 'form.xml', { dialect: 'odk' });
  return new Scenario(FormInstance.create(definition, { environment: pinnedEnvironment() }));
}

const TREE = {
  data: '<species/><height/><meta><entity dataset="trees" id="" create="1"><label/></entity></meta>',
  binds: `<bind nodeset="/data/species" entities:saveto="species"/>
    <bind nodeset="/data/height" type="int" relevant="/data/species != 'moss'" entities:saveto="height"/>
    <bind nodeset="/data/meta/entity/label" calculate="concat('a ', /data/species)"/>`,
  model: `<setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" value="uuid()"/>`,
  body: '<input ref="/data/species"/><input ref="/data/height"/>',
};

function only(scenario: Scenario): Entity {
  const [entity, ...others] = entitiesOf(scenario.form);
  expect(others).to.deep.equal([]);
  return entity!;
}

describe('entities', () => {
  it('are created with their dataset, id, label and the nodes that are saved in them', () => {
    const scenario = load(TREE);
    scenario.answer('/data/species', 'oak');
    scenario.answer('/data/height', '12');
    const { properties, ...entity } = only(scenario);
    expect(entity).to.include({ dataset: 'trees', id: 'uuid-1', action: 'create', label: 'a oak' });
    expect([...properties]).to.deep.equal([
      ['species', 'oak'],
      ['height', '12'],
    ]);
  });

  it('save nothing of what is not relevant', () => {
    const scenario = load(TREE);
    scenario.answer('/data/height', '12');
    scenario.answer('/data/species', 'moss');
    expect([...only(scenario).properties]).to.deep.equal([['species', 'moss']]);
  });

  it('are updated with the versions that the form saw', () => {
    const entity = `<entity dataset="trees" id="t1" create="1" update="true" baseVersion="3" trunkVersion="2"
      branchId="b"><label/></entity>`;
    const scenario = load({ data: `<species/><meta>${entity}</meta>` });
    expect(only(scenario)).to.include({ id: 't1', action: 'update', baseVersion: '3' });
    expect(only(scenario)).to.include({ trunkVersion: '2', branchId: 'b' });
  });

  it('are created only if the form says so in the end', () => {
    const scenario = load({
      data: '<join/><meta><entity dataset="members" id="m" create=""/></meta>',
      binds: '<bind nodeset="/data/meta/entity/@create" calculate="/data/join = \'yes\'"/>',
      body: '<input ref="/data/join"/>',
    });
    expect(entitiesOf(scenario.form)).to.deep.equal([]);
    scenario.answer('/data/join', 'yes');
    expect(only(scenario)).to.include({ dataset: 'members', id: 'm' });
  });

  it('are one for each item of a repeat that declares them, beside that of the form', () => {
    const scenario = load(
      {
        data: `<plot/><tree jr:template=""><species/><meta><entity dataset="trees" id="" create="1"><label/></entity></meta></tree>
          <meta><entity dataset="plots" id="p" create="1"/></meta>`,
        binds: `<bind nodeset="/data/plot" entities:saveto="plot"/>
          <bind nodeset="/data/tree/species" entities:saveto="species"/>`,
        body: `<input ref="/data/plot"/><repeat nodeset="/data/tree"><input ref="/data/tree/species"/>
          <setvalue event="odk-new-repeat" ref="/data/tree/meta/entity/@id" value="uuid()"/></repeat>`,
      },
      '2025.1.0',
    );
    for (const [at, species] of ['oak', 'elm'].entries()) {
      scenario.addRepeat('/data/tree');
      scenario.answer(`/data/tree[${at + 1}]/species`, species);
    }
    const found = entitiesOf(scenario.form).map(({ dataset, id, properties }) => [
      dataset,
      id,
      ...properties.values(),
    ]);
    expect(found).to.deep.equal([
      ['trees', 'uuid-1', 'oak'],
      ['trees', 'uuid-2', 'elm'],
      ['plots', 'p', ''],
    ]);
  });

  it('go with the submission as the form has them', () => {
    const scenario = load(TREE);
    scenario.answer('/data/species', 'oak');
    expect(scenario.form.submissionXml()).to.contain(
      '<entity dataset="trees" id="uuid-1" create="1"><label>a oak</label></entity>',
    );
  });

  it('are told by a session', () => {
    const text = formXml(TREE).replace('<model>', '<model entities:entities-version="2022.1.0">');
    const session = loadForm(text, { dialect: 'odk' }).createSession();
    session.setValue('/data/species', 'oak');
    expect(session.entities.map(({ label }) => label)).to.deep.equal(['a oak']);
  });

  it('are told with the form, before it is filled in', () => {
    const [entity] = load(TREE).form.definition.entities;
    expect(entity).to.include({ dataset: 'trees' });
    expect(entity?.container.ref).to.equal('/data');
    expect(entity?.saved.map(({ property, source }) => [property, source.ref])).to.deep.equal([
      ['species', '/data/species'],
      ['height', '/data/height'],
    ]);
  });

  for (const version of ['2022.1.0', '2023.1.7', 'v2024.1', '2025.1.3']) {
    it(`follow version ${version} of the specification`, () => {
      expect(load(TREE, version).form.definition.entities).to.have.length(1);
    });
  }

  for (const [title, version, message] of [
    ['is newer than what is known', '2025.2.0', /entities-version 2025.2.0 is newer than 2025.1/],
    ['is of a later year', '2026.1.0', /newer/],
    ['is none', 'latest', /"latest" is none: write it as 2022.1.0/],
  ] as const) {
    it(`refuse a form whose version ${title}`, () => {
      expect(() => load(TREE, version)).to.throw(FormParseError, message);
    });
  }

  it('refuse a form that does not say by which rules', () => {
    const text = formXml(TREE);
    expect(() => parseForm(text, 'form.xml', { dialect: 'odk' })).to.throw(/by which rules/);
  });

  for (const [title, parts, message] of [
    ['without a dataset', { data: '<meta><entity id="" create="1"/></meta>' }, /needs a dataset/],
    [
      'saved nowhere',
      { data: '<a/>', binds: '<bind nodeset="/data/a" entities:saveto="a"/>' },
      /\/data\/a: "a" is to be saved in an entity, and there is none/,
    ],
    [
      "of the server's own",
      { ...TREE, binds: '<bind nodeset="/data/height" entities:saveto="__id"/>' },
      /"__id", are the server's/,
    ],
  ] as const) {
    it(`refuse what is ${title}`, () => {
      expect(() => load(parts)).to.throw(FormParseError, message);
    });
  }
});
