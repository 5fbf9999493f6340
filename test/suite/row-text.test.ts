import { expect } from 'chai';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { casedbDocument } from '../../src/case/casedb-document.ts';
import { Evaluator } from '../../src/suite/evaluator.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import { RowText } from '../../src/suite/row-text.ts';
import type { TextVariable } from '../../src/suite/suite-text.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;
const app = loadAppFiles(
  new Map([
    ['profile.ccpr', PROFILE],
    ['suite.xml', '<suite/>'],
  ]),
  'clinic',
);

const properties: readonly Record<string, string>[] = [
  { village: 'Moshi', born: '2001-02-03', sex: 'f' },
  { village: 'Moshi', born: '2001-02-03', sex: 'f' },
  { village: '', born: '', sex: 'm' },
  { born: 'soon', sex: 'm' },
  { village: 'Arusha', born: '1999-12-31', sex: 'm' },
  { village: 'Arusha', born: '1999-12-31', sex: 'f' },
];
const cases = properties.map((each, n) =>
  exampleCase(`c${n}`, 'mother', `Ann ${n}`, { properties: each }),
);
const nodes = casedbDocument(new CaseDatabase(cases)).children[0]!.childrenNamed('case');
const { environment } = exampleWorld();
const host = { app, environment, language: 'en', instance: () => undefined };

/** The texts of all rows, and for how many of them it was evaluated. */
function read(source: string, variables: readonly TextVariable[] = [], hasVariables = false) {
  const text = { kind: 'xpath', source, variables } as const;
  const reader = new RowText(text, app, hasVariables);
  const evaluators = nodes.map((node) => new Evaluator(host, node, new Map([['row', '!']])));
  let evaluated = 0;
  const texts = nodes.map((node, n) =>
    reader.of(node, () => {
      evaluated += 1;
      return evaluators[n]!;
    }),
  );
  expect(texts, source).to.deep.equal(evaluators.map((each) => each.readable(text)));
  return { texts, evaluated };
}

describe('RowText', () => {
  it('shows a property without evaluating anything but blanks', () => {
    expect(read('village')).to.deep.equal({
      texts: ['Moshi', 'Moshi', '', '', 'Arusha', 'Arusha'],
      evaluated: 2,
    });
    expect(read('@status').evaluated).to.equal(0);
  });

  it('evaluates what one property decides once for each of its values', () => {
    expect(read("format-date(date(born), '%d/%m/%y')").evaluated).to.equal(4);
    expect(read("if(sex = 'f', 'female', 'male')").evaluated).to.equal(2);
    expect(read('today() > date(born)').evaluated).to.equal(4);
    const female = { name: 'k', text: { kind: 'plain', text: 'she' } } as const;
    expect(read("if(sex = 'f', $k, 'he')", [female]).texts[0]).to.equal('she');
  });

  it('tells what is absent from what is blank', () => {
    expect(read('count(village)').texts).to.deep.equal(['1', '1', '1', '0', '1', '1']);
  });

  it('evaluates each row where several values, another instance, chance, place or variables decide', () => {
    for (const source of [
      "concat(village, ' ', sex)",
      'random() > number(sex)',
      'position(..) + 1',
      'count(../case[sex = current()/sex])',
      'index/parent',
      'no-such-function(sex)',
      '1 +',
    ]) {
      expect(read(source).evaluated, source).to.equal(nodes.length);
    }
    expect(read('concat(sex, $row)', [], true).texts[0]).to.equal('f!');
    const other = { name: 'k', text: { kind: 'xpath', source: 'born', variables: [] } } as const;
    expect(read('concat(sex, $k)', [other]).texts[0]).to.equal('f2001-02-03');
  });
});
