import { expect } from 'chai';
import { Scenario } from '../support/scenario.ts';

const odk = { dialect: 'odk' } as const;

describe('a calculate that reads the same question in other items', () => {
  const load = (calculate: string) =>
    Scenario.load(
      {
        data: '<item><x>1</x><total/></item><item><x>2</x><total/></item><item><x>4</x><total/></item>',
        binds: `<bind nodeset="/data/item/total" type="xsd:int" calculate="${calculate}"/>`,
        body: '<repeat nodeset="/data/item"><input ref="/data/item/x"/></repeat>',
      },
      odk,
    );
  const totals = ({ form }: Scenario) =>
    form.nodesOf('/data/item/total').map((node) => node.lexical);

  it('runs up a total from item to item in an ODK form', () => {
    const scenario = load(
      '../x + coalesce(/data/item[position() = position(current()/..) - 1]/total, 0)',
    );
    expect(totals(scenario)).to.deep.equal(['1', '3', '7']);
    scenario.answer('/data/item[1]/x', '10');
    expect(totals(scenario)).to.deep.equal(['10', '12', '16']);
    scenario.removeRepeat('/data/item[2]');
    expect(totals(scenario)).to.deep.equal(['10', '14']);
    scenario.addRepeat('/data/item', 0);
    scenario.answer('/data/item[1]/x', '5');
    expect(totals(scenario)).to.deep.equal(['5', '15', '19']);
  });

  it('runs down from the last item as well', () => {
    const scenario = load(
      '../x + coalesce(/data/item[position() = position(current()/..) + 1]/total, 0)',
    );
    expect(totals(scenario)).to.deep.equal(['7', '6', '4']);
  });

  it('is given up, and named, where it never comes to rest', () => {
    const { problems } = load('1 + coalesce(/data/item[position() = 2]/total, 0)').form;
    expect(problems.map(({ message }) => message)).to.contain(
      'this follows from itself in other items and never comes to rest',
    );
  });
});
