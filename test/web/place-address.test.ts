import { expect } from 'chai';
import type { Place } from '../../src/machines/place.ts';
import { readAddress, writeAddress } from '../../src/web/place-address.ts';

const FORM: Place = {
  app: 'clinic',
  steps: [
    { kind: 'command', id: 'm1' },
    { kind: 'datum', id: 'case_id', values: ['c1'] },
    { kind: 'command', id: 'm1-f0' },
  ],
  draft: 'd1',
};

describe('the address of a place', () => {
  it('can be read by people', () => {
    expect(writeAddress(FORM)).to.equal('#/clinic/m1/case_id=c1/m1-f0?draft=d1');
  });

  const places: readonly [string, Place][] = [
    ['the choice of app', { app: undefined, steps: [] }],
    ['the first menu', { app: 'clinic', steps: [] }],
    ['a form', FORM],
    ['a detail', { ...FORM, draft: undefined, detail: 'c 2' }],
    [
      'several rows',
      { app: 'a', steps: [{ kind: 'datum', id: 'selected_cases', values: ['c,1', 'c2'] }] },
    ],
    ['a search', { app: 'a', steps: [{ kind: 'query', id: 'results' }] }],
    [
      'ids full of signs',
      {
        app: 'a/b?c#d',
        steps: [
          { kind: 'command', id: '*m0=@?/' },
          { kind: 'datum', id: 'i=d', values: ['a=b&c%', ''] },
        ],
      },
    ],
    [
      'a named place',
      { app: 'a', steps: [], endpoint: { id: 'view case', values: { case_id: 'a&b' } } },
    ],
  ];
  for (const [what, place] of places) {
    it(`leads back to ${what}`, () => {
      expect(JSON.stringify(readAddress(writeAddress(place)))).to.equal(JSON.stringify(place));
    });
  }

  it('means the start when it is empty or badly encoded', () => {
    for (const address of ['', '#', '#/', '#/%E0%A4%A', '#/a/%']) {
      expect(readAddress(address), address).to.deep.equal({ app: undefined, steps: [] });
    }
  });
});
