import { expect } from 'chai';
import { FormParseError } from '../../../src/xforms/definition/form-parse-error.ts';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import type { FindResource } from '../../../src/xforms/secondary/load-secondary-instances.ts';
import { loadSecondaryInstances } from '../../../src/xforms/secondary/load-secondary-instances.ts';
import { formXml } from '../../support/scenario.ts';

const CSV = 'name\nams\nrot';

function formWith(instances: string) {
  return parseForm(formXml({ data: '<a/>', model: instances }), 'form.xml', { dialect: 'odk' });
}

const nowhere = () => undefined;

/** A host that has the cities, with that text. */
function fileAt(text: string): FindResource {
  return (src) => (src === 'jr://file-csv/cities.csv' ? text : undefined);
}

describe('loadSecondaryInstances', () => {
  const cities = formWith('<instance id="cities" src="jr://file-csv/cities.csv"/>');

  it('finds a file by its address', () => {
    const { instance, warnings } = loadSecondaryInstances(cities, fileAt(CSV), 'error');
    expect(instance('jr://file-csv/cities.csv', 'cities')?.text).to.equal('amsrot');
    expect(warnings).to.deep.equal([]);
  });

  it('refuses a form with all the files that it lacks, each with instance, address and line', () => {
    const form = formWith(`<instance id="a" src="jr://file/a.xml"/>
      <instance id="b" src="jr://file-csv/b.csv"/><instance id="c" src="jr://instance/casedb"/>`);
    expect(() => loadSecondaryInstances(form, nowhere, 'error')).to.throw(
      FormParseError,
      /^form.xml, line \d+: the instance “a” .*“a.xml”.*\nform.xml, line \d+: the instance “b”.*b.csv\)$/,
    );
  });

  it('takes a missing file for empty, with a warning, when it is told to', () => {
    const { instance, warnings } = loadSecondaryInstances(cities, nowhere, 'blank');
    const document = instance('jr://file-csv/cities.csv', 'cities');
    expect(document?.childrenNamed('root')[0]?.children).to.deep.equal([]);
    expect(warnings.map(({ message }) => message).join()).to.contain('“cities”');
  });

  it('leaves to the environment what is no file', () => {
    const form = formWith('<instance id="c" src="jr://instance/casedb"/>');
    const { instance, warnings } = loadSecondaryInstances(form, nowhere, 'error');
    expect(instance('jr://instance/casedb', 'c')).to.equal(undefined);
    expect(warnings).to.deep.equal([]);
  });

  it('does not take the dummy in the form for the file', () => {
    const form = formWith(
      '<instance id="d" src="jr://file/d.xml"><root><item>_</item></root></instance>',
    );
    expect(() => loadSecondaryInstances(form, nowhere, 'error')).to.throw(FormParseError, '“d”');
    const { instance } = loadSecondaryInstances(form, nowhere, 'blank');
    expect(instance('jr://file/d.xml', 'd')?.text).to.equal('');
  });

  it('says in which file a fault is', () => {
    expect(() => loadSecondaryInstances(cities, fileAt('a,a'), 'blank')).to.throw(
      /^jr:\/\/file-csv\/cities\.csv, line 1: two columns/,
    );
  });
});
