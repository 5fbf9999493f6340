import { expect } from 'chai';
import { FormParseError } from '../../src/xforms/definition/form-parse-error.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import { formXml } from '../support/scenario.ts';

function parse(model: string, dialect: 'commcare' | 'odk' = 'odk') {
  return parseForm(formXml({ data: '<a/>', model }), 'form.xml', { dialect });
}

describe('secondary instances of a form', () => {
  const list = (id: string, text: string) => `<instance id="${id}"><root>${text}</root></instance>`;

  it('are found by their ids, whatever stands between them', () => {
    const { secondaryInstances } = parse(
      `<!-- one -->${list('a', '1')}<?x?><bind/>${list('b', '2')}`.replace(
        '<bind/>',
        '<bind nodeset="/data/a"/>',
      ),
    );
    expect([...secondaryInstances].map(([id, { internal }]) => [id, internal?.text])).to.deep.equal(
      [
        ['a', '1'],
        ['b', '2'],
      ],
    );
  });

  it('need an id, and no more than one element', () => {
    expect(() => parse('\n<instance><root/></instance>')).to.throw(FormParseError, /line 5.*an id/);
    expect(() => parse('<instance id="a"><x/><y/></instance>')).to.throw('"a" has more than one');
  });

  it('have an id each; only CommCare lets the last of that id count', () => {
    const twice = list('a', '1') + list('a', '2');
    expect(() => parse(twice)).to.throw('two instances have the id "a"');
    const { secondaryInstances, warnings } = parse(twice, 'commcare');
    expect(secondaryInstances.get('a')?.internal?.text).to.equal('2');
    expect(warnings.map(({ message }) => message)).to.deep.equal(['two instances have the id "a"']);
  });
});
