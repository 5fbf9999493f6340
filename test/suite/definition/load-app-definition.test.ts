import { expect } from 'chai';
import type { DefinitionProblem } from '../../../src/suite/definition/app-definition-error.ts';
import { AppDefinitionError } from '../../../src/suite/definition/app-definition-error.ts';
import { loadAppDefinition } from '../../../src/suite/definition/load-app-definition.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';
import type { XmlElement } from '../../../src/xml/xml-element.ts';
import { attributeOf, childElements, childNamed, textOf } from '../../../src/xml/xml-element.ts';

const XFORM = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
  <h:head><h:title>Form</h:title><model>
    <instance><data xmlns="urn:form"><name/><phone/><owner/><sure/>
      <child><child_name/><weight/></child></data></instance>
    <bind nodeset="/data/name" type="xsd:string" constraint="true()"/>
  </model></h:head>
  <h:body><input ref="/data/name"/><group><repeat nodeset="/data/child">
    <input ref="/data/child/child_name"/></repeat></group></h:body></h:html>`;

const OPEN = { name_question: '/data/name' };

/** An app with one module of one form; `form` and `app` say what is special about it. */
function definition(form: object, app: object = {}, module: object = {}): object {
  return {
    id: 'test',
    name: 'Test',
    modules: [
      {
        name: 'Mothers',
        case_type: 'mother',
        case_list: { columns: [{ header: 'Name', property: 'name' }] },
        ...module,
        forms: [{ name: 'Form', xform: 'form.xml', ...form }],
      },
    ],
    ...app,
  };
}

function load(json: unknown, xform = XFORM) {
  return loadAppDefinition(json, new Map([['form.xml', xform]]));
}

/** The compiled form: its data, and its binds and setvalues by the node that they are about. */
function compile(json: unknown) {
  const text = load(json).forms.get('urn:form')?.text ?? '';
  const model = childNamed(childNamed(parseXml(text, 'form.xml'), 'head')!, 'model')!;
  const data = childElements(childNamed(model, 'instance')!)[0]!;
  const by = (name: string, key: string) =>
    new Map(
      childElements(model)
        .filter((element) => element.name === name)
        .map((element) => [attributeOf(element, key) ?? '', element]),
    );
  return {
    data,
    binds: by('bind', 'nodeset'),
    setvalues: by('setvalue', 'ref'),
    instances: by('instance', 'id'),
  };
}

function at(element: XmlElement, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((e, name) => e && childNamed(e, name), element);
}

function problems(json: unknown, xform = XFORM): string[] {
  return problemsOf(json, xform).map(({ place, message }) => `${place}: ${message}`);
}

function problemsOf(json: unknown, xform = XFORM): readonly DefinitionProblem[] {
  try {
    load(json, xform);
  } catch (error) {
    if (error instanceof AppDefinitionError) return error.problems;
    throw error;
  }
  return [];
}

describe('compiling an app definition', () => {
  describe('who owns a new case', () => {
    it('without sharing it is the user, and nothing is asserted', () => {
      const json = definition({ open_case: OPEN });
      const { data, binds } = compile(json);
      const bind = binds.get('/data/case/create/owner_id');
      expect(bind && attributeOf(bind, 'calculate')).to.equal('/data/meta/userID');
      expect(textOf(at(data, 'case', 'create', 'owner_id')!)).to.equal('');
      expect(load(json).entries.get('m0-f0')?.assertions).to.deep.equal([]);
    });

    it('with sharing it is left empty for case management, and the compatible assertion stands', () => {
      const json = definition({ open_case: OPEN }, { case_sharing: true });
      const { data, binds, setvalues } = compile(json);
      const owner = '/data/case/create/owner_id';
      expect(textOf(at(data, 'case', 'create', 'owner_id')!)).to.equal('');
      expect(binds.has(owner) || setvalues.has(owner)).to.be.false;
      const app = load(json);
      expect(app.entries.get('m0-f0')?.assertions).to.deep.equal([
        {
          test: "count(instance('groups')/groups/group) = 1",
          text: { kind: 'locale', key: 'case_sharing.exactly_one_group', arguments: [] },
          key: 'case_sharing.exactly_one_group',
        },
      ]);
      expect(app.entries.get('m0-f0')?.instances).to.deep.include({
        id: 'groups',
        src: 'jr://fixture/user-groups',
      });
      expect(app.strings.get('default')?.get('case_sharing.exactly_one_group')).to.match(
        /^The case sharing settings for your user are incorrect\./,
      );
    });

    it('an owner that the form gives is kept, whatever the switch says', () => {
      const form = { open_case: OPEN, update_case: { owner_id: '/data/owner' } };
      const json = definition(form, { case_sharing: true });
      const { data, binds } = compile(json);
      expect(textOf(at(data, 'case', 'create', 'owner_id')!)).to.equal('-');
      const bind = binds.get('/data/case/update/owner_id');
      expect(bind && attributeOf(bind, 'calculate')).to.equal('/data/owner');
      expect(load(json).entries.get('m0-f0')?.assertions).to.deep.equal([]);
    });

    it('a form that only updates asserts nothing', () => {
      const json = definition(
        { requires: 'case', update_case: { phone: '/data/phone' } },
        { case_sharing: true },
      );
      expect(load(json).entries.get('m0-f0')?.assertions).to.deep.equal([]);
    });

    it('an owner question that is not always asked compiles, and is warned of', () => {
      const form = { open_case: OPEN, update_case: { owner_id: '/data/owner' } };
      const xform = XFORM.replace('<bind', `<bind nodeset="/data/owner" relevant="false()"/><bind`);
      const warnings = load(definition(form), xform).problems.map(({ message }) => message);
      expect(warnings.join()).to.contain('/data/owner').and.contain('nobody');
    });
  });

  describe('the case block', () => {
    it('a registration has name, type, id and properties, and its name question is required', () => {
      const { data, binds, setvalues } = compile(
        definition({
          open_case: { ...OPEN, condition: { question: '/data/sure', answer: 'yes' } },
          update_case: { phone: '/data/phone' },
        }),
      );
      const block = at(data, 'case')!;
      expect(block.namespace).to.equal('http://commcarehq.org/case/transaction/v2');
      expect(textOf(at(block, 'create', 'case_type')!)).to.equal('mother');
      const calculate = (nodeset: string) => attributeOf(binds.get(nodeset)!, 'calculate');
      expect(calculate('/data/case/create/case_name')).to.equal('/data/name');
      expect(calculate('/data/case/@date_modified')).to.equal('/data/meta/timeEnd');
      expect(calculate('/data/case/@user_id')).to.equal('/data/meta/userID');
      expect(calculate('/data/case/update/phone')).to.equal('/data/phone');
      expect(attributeOf(binds.get('/data/case/update/phone')!, 'relevant')).to.equal(
        'count(/data/phone) > 0',
      );
      expect(attributeOf(binds.get('/data/case')!, 'relevant')).to.equal("/data/sure = 'yes'");
      expect(attributeOf(setvalues.get('/data/case/@case_id')!, 'value')).to.equal(
        "instance('commcaresession')/session/data/case_id_new_mother_0",
      );
      const name = binds.get('/data/name')!;
      expect(attributeOf(name, 'required')).to.equal('true()');
      expect(attributeOf(name, 'constraint'), "the author's own bind stays").to.equal('true()');
    });

    it('a follow-up takes the chosen case, loads, updates and closes it', () => {
      const { data, binds, setvalues, instances } = compile(
        definition({
          requires: 'case',
          case_preload: { '/data/name': 'name', '/data/owner': 'owner_id' },
          update_case: { name: '/data/name' },
          close_case: { condition: { question: '/data/sure', answer: 'y', operator: 'selected' } },
        }),
      );
      expect(attributeOf(binds.get('/data/case/@case_id')!, 'calculate')).to.equal(
        "instance('commcaresession')/session/data/case_id",
      );
      expect(at(data, 'case', 'update', 'case_name')).to.not.be.undefined;
      expect(attributeOf(binds.get('/data/case/close')!, 'relevant')).to.equal(
        "selected(/data/sure, 'y')",
      );
      const load = (ref: string) => attributeOf(setvalues.get(ref)!, 'value');
      expect(load('/data/name')).to.match(/\/case_name$/);
      expect(load('/data/owner')).to.match(/\/@owner_id$/);
      expect([...instances.keys()]).to.deep.equal(['', 'commcaresession', 'casedb']);
    });

    it('a child case has a node of its own and an index to the case of the form', () => {
      const json = definition({
        open_case: OPEN,
        subcases: [{ case_type: 'child', name_question: '/data/phone', relationship: 'extension' }],
      });
      const { data, binds } = compile(json);
      const index = at(data, 'subcase_0', 'case', 'index', 'parent')!;
      expect(attributeOf(index, 'case_type')).to.equal('mother');
      expect(attributeOf(index, 'relationship')).to.equal('extension');
      expect(attributeOf(binds.get('/data/subcase_0/case/index/parent')!, 'calculate')).to.equal(
        '/data/case/@case_id',
      );
      expect(
        load(json)
          .entries.get('m0-f0')
          ?.datums.map(({ id }) => id),
      ).to.deep.equal(['case_id_new_mother_0', 'case_id_new_child_1']);
    });

    it('child cases of a repeat stand in the repeat, with an id for each', () => {
      const json = definition({
        requires: 'case',
        subcases: [
          {
            case_type: 'child',
            name_question: '/data/child/child_name',
            case_properties: { weight: '/data/child/weight' },
            repeat_context: '/data/child',
          },
        ],
      });
      const { data, binds } = compile(json);
      expect(at(data, 'child', 'case', 'update', 'weight')).to.not.be.undefined;
      expect(attributeOf(binds.get('/data/child/case/@case_id')!, 'calculate')).to.equal('uuid()');
      expect(
        load(json)
          .entries.get('m0-f0')
          ?.datums.map(({ id }) => id),
      ).to.deep.equal(['case_id']);
    });

    it('every form has its metadata, and what the author filled is left alone', () => {
      const xform = XFORM.replace(
        '<bind',
        '<setvalue ref="/data/meta/instanceID" value="1"/><bind',
      );
      const text = load(definition({}), xform).forms.get('urn:form')?.text ?? '';
      expect(text.match(/ref="\/data\/meta\/instanceID"/g)).to.have.lengthOf(1);
      for (const name of ['deviceID', 'timeStart', 'timeEnd', 'username', 'userID', 'appVersion']) {
        expect(text).to.contain(`ref="/data/meta/${name}"`);
      }
    });
  });

  it('a list is filtered by type, status, its own filters and the parent that was chosen before', () => {
    const mothers = (definition({}) as { modules: object[] }).modules[0];
    const children = {
      name: 'Children',
      case_type: 'child',
      parent_module: 0,
      filters: ['weight < 3'],
      case_list: { columns: [{ header: 'Name', property: 'name' }] },
      forms: [{ name: 'Weigh', xform: 'weigh.xml', requires: 'case', afterwards: 'module' }],
    };
    const files = new Map([
      ['form.xml', XFORM],
      ['weigh.xml', XFORM.replace('urn:form', 'urn:weigh')],
    ]);
    const json = { id: 'test', name: 'Test', modules: [mothers, children] };
    const entry = loadAppDefinition(json, files).entries.get('m1-f0');
    expect(
      entry?.datums.map((datum) => [datum.id, 'nodeset' in datum && datum.nodeset]),
    ).to.deep.equal([
      ['parent_id', "instance('casedb')/casedb/case[@case_type='mother'][@status='open']"],
      [
        'case_id',
        "instance('casedb')/casedb/case[@case_type='child'][@status='open'][weight < 3]" +
          "[index/parent=instance('commcaresession')/session/data/parent_id]",
      ],
    ]);
    expect(entry?.instances.map(({ id }) => id)).to.deep.equal(['casedb', 'commcaresession']);
    expect(entry?.stack[0]?.steps).to.deep.equal([
      { kind: 'command', value: { kind: 'xpath', source: "'m1'" } },
    ]);
  });

  it('texts are looked up in their language, and in the first where they are not translated', () => {
    const json = definition(
      { name: { en: 'Register', fr: 'Inscrire' } },
      { languages: ['en', 'fr'], name: { en: 'Clinic' } },
    );
    const { strings, profile } = load(json);
    expect(strings.get('fr')?.get('forms.m0f0')).to.equal('Inscrire');
    expect(strings.get('fr')?.has('app.display.name')).to.be.false;
    expect(strings.get('default')?.get('app.display.name')).to.equal('Clinic');
    expect(profile.name).to.equal('Clinic');
  });

  describe('what is wrong', () => {
    it('is told all at once, each with its place', () => {
      const json = definition(
        {
          requires: 'maybe',
          open_case: {},
          update_case: { 'two words': '/data/phone', case_type: '/data/phone', ok: 'phone' },
          colour: 'red',
        },
        { id: '', version: 'new' },
      );
      const places = problems(json).map((problem) => problem.split(':')[0]);
      expect(places).to.include.members([
        'id',
        'version',
        'modules[0].forms[0].colour',
        'modules[0].forms[0].requires',
        'modules[0].forms[0].open_case',
        'modules[0].forms[0].update_case.two words',
        'modules[0].forms[0].update_case.case_type',
        'modules[0].forms[0].update_case.ok',
      ]);
    });

    const reserved = ['case_name', 'date_opened', 'status', 'index', 'type', 'closed', 'date'];
    for (const word of reserved) {
      it(`the word ${word} cannot be a property`, () => {
        const json = definition({ open_case: OPEN, update_case: { [word]: '/data/phone' } });
        expect(problems(json).join()).to.contain(`“${word}” is a word that CommCare keeps`);
      });
    }

    it('name, owner_id and external_id are allowed and special', () => {
      const update = { name: '/data/name', owner_id: '/data/owner', external_id: '/data/phone' };
      expect(problems(definition({ requires: 'case', update_case: update }))).to.deep.equal([]);
    });

    for (const type of ['two words', 'commcare-user', '']) {
      it(`“${type}” cannot be a case type`, () => {
        expect(problems(definition({}, {}, { case_type: type }))[0]).to.contain('case_type');
      });
    }

    it('an update without a case is told', () => {
      expect(problems(definition({ update_case: { phone: '/data/phone' } })).join()).to.contain(
        'To update a case you must either open a case or require a case to begin with',
      );
      expect(problems(definition({ close_case: {} })).join()).to.contain('To close a case');
    });

    it('a question that the form does not have is told by its path', () => {
      const json = definition({ open_case: { name_question: '/data/nmae' } });
      expect(problems(json)).to.deep.equal([
        'modules[0].forms[0].open_case.name_question: form.xml has no question /data/nmae.',
      ]);
    });

    it('a question in a repeat cannot be the name of the one case of the form', () => {
      const json = definition({ open_case: { name_question: '/data/child/child_name' } });
      expect(problems(json).join()).to.contain('once for each /data/child');
    });

    it('a form with a case block of its own is refused', () => {
      const xform = XFORM.replace(
        '<name/>',
        '<name/><case xmlns="http://commcarehq.org/case/transaction/v2" case_id=""/>',
      );
      expect(problems(definition({ open_case: OPEN }), xform).join()).to.contain(
        'You cannot use the Case Management UI if you already have a case block in your form',
      );
      expect(problems(definition({}), xform), 'nothing else writes one').to.deep.equal([]);
    });

    it('a question that saves to a case by itself goes with the case management of the form', () => {
      const xform = XFORM.replace(
        '<owner/>',
        '<owner/><saved><case xmlns="http://commcarehq.org/case/transaction/v2" case_id=""/></saved>',
      );
      expect(problems(definition({ open_case: OPEN }), xform)).to.deep.equal([]);
    });

    it('a case needs a name, and names are told by the kinds that CommCare has for them', () => {
      const form = {
        open_case: {},
        update_case: { 'two words': '/data/phone', date: '/data/phone' },
        subcases: [{ case_type: 'child' }],
      };
      const kinds = problemsOf(definition(form)).map(({ kind, message }) => `${kind}: ${message}`);
      expect(kinds.map((kind) => kind.split(':')[0])).to.deep.equal([
        'case_name required',
        'update_case word illegal',
        'update_case uses reserved word',
        'case_name required',
      ]);
      expect(kinds[0]).to.contain("Please set 'Name according to question'");
    });

    it('a form that is missing, ill-formed or without a namespace is told by its name', () => {
      expect(problems(definition({ xform: 'ghost.xml' })).join()).to.contain('no file ghost.xml');
      expect(problems(definition({}), '<a>').join()).to.contain('form.xml');
      expect(problems(definition({}), XFORM.replace(' xmlns="urn:form"', '')).join()).to.contain(
        'no namespace',
      );
    });

    it('two forms with one namespace are told', () => {
      const twin = { name: 'Twin', xform: 'form.xml' };
      const json = definition({}) as { modules: { forms: object[] }[] };
      json.modules[0]!.forms.push(twin);
      expect(problems(json).join()).to.contain('same namespace');
    });

    it('an expression that cannot be parsed is told with its place', () => {
      const column = { header: 'X', xpath: 'count(' };
      const json = definition({}, {}, { case_list: { columns: [column] } });
      expect(problems(json)[0]).to.contain('modules[0].case_list.columns[0]');
    });

    it('a list is needed where a form requires a case', () => {
      const json = definition({ requires: 'case' }, {}, { case_list: undefined });
      expect(problems(JSON.parse(JSON.stringify(json))).join()).to.contain('case_list');
    });
  });
});
