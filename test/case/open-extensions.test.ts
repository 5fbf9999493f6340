import { expect } from 'chai';
import { openExtensions } from '../../src/case/open-extensions.ts';
import { aCase, child, extension } from './a-case.ts';

function found(hosts: string, ...cases: ReturnType<typeof aCase>[]): string {
  return [...openExtensions(cases, new Set(hosts.split(' ')))].sort().join(' ');
}

const host = aCase('a', { status: 'closed' });

describe('openExtensions', () => {
  it('goes along the whole chain, whoever owns it', () => {
    const b = aCase('b', { ownerId: '-', indices: [extension('a')] });
    const c = aCase('c', { ownerId: 'zed', indices: [extension('b')] });
    expect(found('a', host, b, c)).to.equal('b c');
  });

  it('stops at a closed link, and leaves children alone', () => {
    const b = aCase('b', { status: 'closed', indices: [extension('a')] });
    const c = aCase('c', { indices: [extension('b')] });
    const kid = aCase('kid', { indices: [child('a')] });
    const both = aCase('both', { indices: [child('a'), extension('a', 'host')] });
    expect(found('a', host, b, c, kid, both)).to.equal('');
  });

  it('does not name a host that hangs on another one', () => {
    const b = aCase('b', { status: 'closed', indices: [extension('a')] });
    expect(found('a b gone', host, b, aCase('c', { indices: [extension('b')] }))).to.equal('c');
  });
});
