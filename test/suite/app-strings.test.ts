import { expect } from 'chai';
import { fillArguments, parseAppStrings } from '../../src/suite/app-strings.ts';

describe('app strings', () => {
  it('a line is a key and a value, and the value keeps further equals signs', () => {
    const strings = parseAppStrings('forms.m0f0=Register\nformula=a=b\r\n');
    expect(strings.get('forms.m0f0')).to.equal('Register');
    expect(strings.get('formula')).to.equal('a=b');
  });

  it('a comment ends the line unless its sign is escaped', () => {
    const strings = parseAppStrings('# all of it\na=one # two\nb=\\# heading\\nnext line');
    expect([...strings]).to.deep.equal([
      ['a', 'one '],
      ['b', '# heading\nnext line'],
    ]);
  });

  it('a key without a value is left out, so that another language is asked', () => {
    expect([...parseAppStrings('a=\nb= \n')]).to.deep.equal([]);
  });

  it('blanks at the ends of a line do not count, but a non-breaking space does', () => {
    const strings = parseAppStrings(' name=Name: \r\nspace=\u00a0 \n');
    expect([...strings]).to.deep.equal([
      ['name', 'Name:'],
      ['space', '\u00a0'],
    ]);
  });

  it('arguments fill their numbers, and a missing one leaves nothing', () => {
    expect(fillArguments('${1} before ${0}${2}', ['a', 'b'])).to.equal('b before a');
    expect(fillArguments('${} and ${}', ['a', 'b'])).to.equal('a and b');
  });
});
