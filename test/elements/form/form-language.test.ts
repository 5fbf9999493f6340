import { expect } from 'chai';
import {
  languageDirection,
  languageName,
  languageTag,
} from '../../../src/elements/form/form-language.ts';

describe('languageTag', () => {
  it('reads the names that authors give to languages', () => {
    expect(languageTag('fra')).to.equal('fr');
    expect(languageTag('French (fr)')).to.equal('fr');
    expect(languageTag('pt_BR')).to.equal('pt-BR');
  });

  it('is empty where there is no tag in the name', () => {
    expect(languageTag('default')).to.equal('');
    expect(languageTag('Bemba language')).to.equal('');
  });
});

describe('languageDirection', () => {
  it('follows the script the language is written in', () => {
    expect(languageDirection('ar')).to.equal('rtl');
    expect(languageDirection('ur')).to.equal('rtl');
    expect(languageDirection('am')).to.equal('ltr');
    expect(languageDirection('')).to.equal('ltr');
  });
});

describe('languageName', () => {
  it('is the language’s own name for itself, or the author’s', () => {
    expect(languageName('fra')).to.equal('Français');
    expect(languageName('French (fr)')).to.equal('French (fr)');
    expect(languageName('default')).to.equal('default');
  });
});
