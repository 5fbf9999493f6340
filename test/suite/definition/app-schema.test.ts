import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { DefinitionProblem } from '../../../src/suite/definition/app-definition-error.ts';
import { readAppDocument } from '../../../src/suite/definition/read-app-document.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly oneOf?: readonly Schema[];
}

const SCHEMA = JSON.parse(
  readFileSync('src/suite/definition/app.schema.json', 'utf8'),
) as Schema & {
  readonly definitions: Readonly<Record<string, Schema>>;
};

const inModule = (module: object) => ({ modules: [module] });
const inForm = (form: object) => inModule({ forms: [form] });
const inColumn = (column: object) => inModule({ case_list: { columns: [column] } });

/** Where each kind of object stands, with a member that no kind has. */
const ODD = { odd: 1 };
const PLACES: Readonly<Record<string, object>> = {
  module: inModule(ODD),
  page: inModule({ case_list: ODD }),
  column: inColumn(ODD),
  'column.sort': inColumn({ sort: ODD }),
  form: inForm(ODD),
  'form.open_case': inForm({ open_case: ODD }),
  'form.close_case': inForm({ close_case: ODD }),
  subcase: inForm({ subcases: [ODD] }),
  condition: inForm({ close_case: { condition: ODD } }),
  savedAnswer: inForm({ update_case: { weight: ODD } }),
  caseOwner: { case_owners: { child: ODD } },
};

/** What the compiler reads of the object with the odd member: it says so when it meets the odd one. */
function read(json: object): string[] {
  const problems: DefinitionProblem[] = [];
  readAppDocument(json, problems);
  const odd = problems.find(({ place }) => place === 'odd' || place.endsWith('.odd'));
  return (odd?.remedy ?? '').replace('Known are ', '').replace(/\.$/, '').split(', ').toSorted();
}

/** What the schema allows, also in those alternatives of it that are objects. */
function allowed({ properties = {}, oneOf = [] }: Schema): string[] {
  return [...Object.keys(properties), ...oneOf.flatMap(allowed)];
}

function definitionOf(path: string): Schema {
  const [name = '', member] = path.split('.');
  const definition = SCHEMA.definitions[name]!;
  return member === undefined ? definition : (definition.properties?.[member] as Schema);
}

describe('the JSON schema of app.json', () => {
  it('has every member of an app that the compiler reads, and no other', () => {
    const names = allowed(SCHEMA).filter((name) => name !== '$schema');
    expect(names.toSorted()).to.deep.equal(read(ODD));
  });

  for (const [path, json] of Object.entries(PLACES)) {
    it(`has every member of ${path} that the compiler reads, and no other`, () => {
      expect(allowed(definitionOf(path)).toSorted()).to.deep.equal(read(json));
    });
  }

  it('leaves out no kind of object', () => {
    const objects = Object.entries(SCHEMA.definitions).flatMap(([name, schema]) => [
      ...(allowed(schema).length > 0 ? [name] : []),
      ...Object.entries(schema.properties ?? {})
        .filter(([, member]) => allowed(member as Schema).length > 0)
        .map(([member]) => `${name}.${member}`),
    ]);
    expect(objects.toSorted()).to.deep.equal(Object.keys(PLACES).toSorted());
  });
});
