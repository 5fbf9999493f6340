import { expect } from 'chai';
import { plainChoice } from '../../../src/xforms/choice.ts';
import { plainText } from '../../../src/xforms/form-text.ts';
import {
  filterChoices,
  filterModeOf,
  type FilterMode,
} from '../../../src/elements/form/choice-filter.ts';

const labels = ['Adi Keyh', 'Barentu', 'Dekemhare', 'Élan Vital', 'Keren North', 'Keren South'];
const choices = labels.map((text) => plainChoice(text, plainText(text)));
const found = (typed: string, mode: FilterMode) =>
  filterChoices(choices, typed, mode).map(({ value }) => value);

describe('filterChoices', () => {
  it('offers everything for nothing typed', () => {
    expect(found('  ', 'words')).to.deep.equal(labels);
  });

  it('forgets case and accents', () => {
    expect(found('elan', 'words')).to.deep.equal(['Élan Vital']);
    expect(found('KÉREN S', 'words')).to.deep.equal(['Keren South']);
  });

  it('starts: wants a word to start as was typed', () => {
    expect(found('ker', 'starts')).to.deep.equal(['Keren North', 'Keren South']);
    expect(found('north', 'starts')).to.deep.equal(['Keren North']);
    expect(found('ren', 'starts')).to.deep.equal([]);
  });

  it('words: wants all words, in any order', () => {
    expect(found('south keren', 'words')).to.deep.equal(['Keren South']);
    expect(found('south adi', 'words')).to.deep.equal([]);
  });

  it('fuzzy: forgives two letters in a word of more than three', () => {
    expect(found('barrento', 'fuzzy')).to.deep.equal(['Barentu']);
    expect(found('barrentooo', 'fuzzy')).to.deep.equal([]);
    expect(found('bax', 'fuzzy')).to.deep.equal([]);
  });

  it('is chosen by the appearance', () => {
    expect(filterModeOf(['combobox'])).to.equal('starts');
    expect(filterModeOf(['combobox', 'multiword'])).to.equal('words');
    expect(filterModeOf(['combobox', 'fuzzy'])).to.equal('fuzzy');
    expect(filterModeOf([])).to.equal('words');
  });
});
