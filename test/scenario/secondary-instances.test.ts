import { expect } from 'chai';
import { FormParseError } from '../../src/xforms/definition/form-parse-error.ts';
import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { Scenario } from '../support/scenario.ts';

const CITIES = 'name,label,country\nams,Amsterdam,nl\nden,Denver,usa\nnyc,New York,usa\n';
const CITIES_SRC = 'jr://file-csv/cities.csv';
const WITH_CITIES = `<instance id="cities" src="${CITIES_SRC}"/>`;

/** A form that computes `/data/result` by that expression from `/data/input`. */
function computing(expression: string, model = '', instances: Record<string, string> = {}) {
  const binds = `<bind nodeset="/data/result" calculate="${expression}"/>`;
  const data = '<input/><result/>';
  const body = '<input ref="/data/input"/>';
  return Scenario.load({ data, binds, body, model }, { dialect: 'odk', instances });
}

describe('a select over a CSV file', () => {
  const scenario = Scenario.load(
    {
      data: '<country/><city/>',
      model: WITH_CITIES,
      body: `<input ref="/data/country"/><select1 ref="/data/city">
        <itemset nodeset="instance('cities')/root/item[country = /data/country]">
          <value ref="name"/><label ref="label"/></itemset></select1>`,
    },
    { dialect: 'odk', instances: { [CITIES_SRC]: CITIES } },
  );

  it('offers the rows that match the answer before', () => {
    scenario.answer('/data/country', 'usa');
    const choices = scenario.form.controls[1]?.choices.map(({ value, label }) => [
      value,
      label.text,
    ]);
    expect(choices).to.deep.equal([
      ['den', 'Denver'],
      ['nyc', 'New York'],
    ]);
    expect(scenario.refusal('/data/city', 'ams')).to.not.equal(undefined);
  });
});

describe('the properties of a choice', () => {
  const itemset = `<itemset nodeset="instance('places')/root/item"><value ref="id"/><label ref="title"/></itemset>`;

  function choicesOf(items: string, instances: Record<string, string> = {}) {
    const body = `<select1 ref="/data/place" appearance="map">${items}</select1>`;
    const model = '<instance id="places" src="jr://file/places.geojson"/>';
    const parts = { data: '<place/>', body, model };
    return Scenario.load(parts, { dialect: 'odk', instances }).form.controls[0]!.choices;
  }

  it('are all that its item has: a place for the map, and the rest', () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [4.9, 52.4] },
      properties: { id: 'ams', title: 'Amsterdam', tree: 'elm' },
    };
    const geojson = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
    const [choice] = choicesOf(itemset, { 'jr://file/places.geojson': geojson });
    expect([choice?.value, choice?.label.text]).to.deep.equal(['ams', 'Amsterdam']);
    expect([...choice!.properties]).to.deep.equal([
      ['geometry', '52.4 4.9 0 0'],
      ['id', 'ams'],
      ['title', 'Amsterdam'],
      ['tree', 'elm'],
    ]);
  });

  it('are none for a choice of the body', () => {
    const [choice] = choicesOf('<item><label>One</label><value>1</value></item>');
    expect(choice?.properties.size).to.equal(0);
  });
});

describe('pulldata', () => {
  const files = { [CITIES_SRC]: CITIES };

  it('finds a cell of the row with that key, and follows its arguments', () => {
    const scenario = computing(
      "pulldata('cities', 'label', 'name', /data/input)",
      WITH_CITIES,
      files,
    );
    expect(scenario.value('/data/result')).to.equal('');
    scenario.answer('/data/input', 'nyc');
    expect(scenario.value('/data/result')).to.equal('New York');
    scenario.answer('/data/input', 'rome');
    expect(scenario.value('/data/result')).to.equal('');
  });

  it('takes the first of several rows', () => {
    const scenario = computing(
      "pulldata('cities.csv', 'name', 'country', 'usa')",
      WITH_CITIES,
      files,
    );
    expect(scenario.value('/data/result')).to.equal('den');
  });

  it('reads a file that the form does not declare, if there is one', () => {
    const expression = "pulldata('cities', 'label', 'name', 'ams')";
    expect(computing(expression, '', files).value('/data/result')).to.equal('Amsterdam');
    const [problem] = computing(expression).form.problems;
    expect(problem?.message).to.contain('“cities.csv”, which the form does not have');
  });

  it('reads attributes of an instance in the form', () => {
    const model = `<instance id="states"><states>
      <state code="north"><value>Alaska</value></state><state><value>Texas</value></state></states></instance>`;
    for (const [key, found] of [
      ['north', 'Alaska'],
      ['south', ''],
      ['', ''],
    ] as const) {
      const scenario = computing(`pulldata('states', 'value', '@code', '${key}')`, model);
      expect(scenario.value('/data/result')).to.equal(found);
    }
  });
});

describe('an instance that the form does not have', () => {
  function load(dialect: Dialect) {
    const binds = '<bind nodeset="/data/a" calculate="instance(\'nope\')/root/item"/>';
    return Scenario.load({ data: '<a/>', binds }, { dialect });
  }

  it('is a fault in a form of ODK', () => {
    expect(() => load('odk')).to.throw(
      FormParseError,
      /\/data\/a: the form has no instance .*"nope"/,
    );
  });

  it('is warned of in a form of CommCare, and a problem when it is read', () => {
    const { definition, problems } = load('commcare').form;
    expect(definition.warnings.map(({ message }) => message).join()).to.contain('"nope"');
    expect(problems[0]?.message).to.contain('“nope”');
  });
});

describe('what was saved last', () => {
  const model = `<instance id="__last-saved" src="jr://instance/last-saved"/>
    <setvalue event="odk-instance-first-load" ref="/data/input" value="instance('__last-saved')/data/input"/>`;
  const parts = {
    data: '<input>none</input><count/>',
    binds: `<bind nodeset="/data/count" calculate="coalesce(instance('__last-saved')/data/count, 0) + 1"/>`,
    model,
  };

  it('fills in a new form', () => {
    const instances = {
      'jr://instance/last-saved': '<data><input>blue</input><count>4</count></data>',
    };
    const scenario = Scenario.load(parts, { dialect: 'odk', instances });
    expect([scenario.value('/data/input'), scenario.value('/data/count')]).to.deep.equal([
      'blue',
      '5',
    ]);
  });

  it('is the form without any values when nothing was saved yet', () => {
    const scenario = Scenario.load(parts, { dialect: 'odk' });
    expect(scenario.form.problems).to.deep.equal([]);
    expect([scenario.value('/data/input'), scenario.value('/data/count')]).to.deep.equal(['', '1']);
  });
});
