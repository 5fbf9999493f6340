import { expect } from 'chai';
import { shortenStyles } from '../../scripts/shorten-styles.js';

describe('style sheets as they are built', () => {
  it('lose comments and needless space, but none around what is filled in', () => {
    const source = 'css`\n  /* why */\n  .a > .b {\n    margin: calc(${one} - 1lh) ${two};\n  }\n`';
    const { code } = shortenStyles.transform.handler(source);
    expect(code).to.equal('css` .a>.b{margin:calc(${one} - 1lh) ${two}}`');
  });
});
