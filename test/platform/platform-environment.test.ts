import { expect } from 'chai';
import { platformEnvironment } from '../../src/platform/platform-environment.ts';

describe('platformEnvironment', () => {
  it('makes random ids of version 4, also where the page is not secure', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => platformEnvironment.uuid()));
    expect(ids.size).to.equal(1000);
    for (const id of ids) {
      expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
