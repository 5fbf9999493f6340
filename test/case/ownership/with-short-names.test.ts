import { expect } from 'chai';
import fc from 'fast-check';
import { withShortNames } from '../../../src/case/ownership/with-short-names.ts';

function shown(...paths: readonly string[]): string[] {
  const places = paths.map((name, n) => ({ id: `${n}`, name, kind: 'location' }));
  return withShortNames(places).map(({ name }) => name);
}

describe('the names of owners that are shown together', () => {
  it('are the locations’ own where nothing else is called so', () => {
    expect(shown('North/Amani', 'North/Amani/Hill', 'North/Amani/River')).to.deep.equal([
      'Amani',
      'Hill',
      'River',
    ]);
  });

  it('go up the path as far as it takes to tell two of one name apart, and no others', () => {
    expect(shown('North/Amani/Hill', 'North/Baraka/Hill', 'North/Baraka/Lake')).to.deep.equal([
      'Amani/Hill',
      'Baraka/Hill',
      'Lake',
    ]);
    expect(shown('North/Amani/Hill', 'South/Amani/Hill')).to.deep.equal([
      'North/Amani/Hill',
      'South/Amani/Hill',
    ]);
  });

  it('tell a place at the top from one of its name below', () => {
    expect(shown('Hill', 'North/Hill')).to.deep.equal(['Hill', 'North/Hill']);
  });

  it('take no part of a group’s name away, and keep a location apart from a group of its name', () => {
    const owners = [
      { id: 'g', name: 'Mothers/children', kind: 'group' },
      { id: 'h', name: 'Hill', kind: 'group' },
      { id: 'l', name: 'North/Hill', kind: 'location' },
    ];
    const names = withShortNames(owners).map(({ name }) => name);
    expect(names).to.deep.equal(['Mothers/children', 'Hill', 'North/Hill']);
  });

  it('do not grow because an owner is mentioned twice', () => {
    const hill = { id: 'l', name: 'North/Hill', kind: 'location' };
    expect(withShortNames([hill, hill]).map(({ name }) => name)).to.deep.equal(['Hill', 'Hill']);
  });

  it('are as different as the paths were, whatever the places are called', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          path.map((steps) => steps.join('/')),
          { maxLength: 12 },
        ),
        (paths) => {
          expect(new Set(shown(...paths)).size).to.equal(paths.length);
          shown(...paths).forEach((name, n) =>
            expect(`/${paths[n]}`).to.match(new RegExp(`/${name}$`)),
          );
        },
      ),
    );
  });
});
