import { expect } from 'chai';
import { Chance } from '../../../src/replay/explore/chance.ts';
import { matchingText } from '../../../src/replay/explore/matching-text.ts';

describe('a text for a regular expression', () => {
  for (const pattern of [
    '^[+]?[0-9]{7,15}$',
    '^(KE|UG)-\\d{4}$',
    '^[A-Z][a-z]+( [A-Z][a-z]+)*$',
    '^[^0-9]{2}\\w\\s.$',
    '^(?:a|b(c|d)?){2}$',
    '^\\S+@\\w+\\.[a-z]{2,}$',
  ]) {
    it(`fits ${pattern}`, () => {
      const { random } = new Chance(7);
      for (let time = 0; time < 50; time += 1)
        expect(matchingText(pattern, random)).to.match(new RegExp(pattern));
    });
  }
});
