import { expect } from 'chai';
import { remotePath } from '../../src/storage/remote-path.ts';

describe('where the project server has what an app asks for', () => {
  it('knows searches and claims by how their addresses go on, whoever they name', () => {
    const hq = 'https://www.commcarehq.org/a/clinic/phone';
    expect(remotePath(`${hq}/search/0a1b/`)).to.equal('/api/search/0a1b');
    expect(remotePath(`${hq}/claim-case/`)).to.equal('/api/claim-case');
    expect(remotePath('/a/clinic/phone/search')).to.equal('/api/search');
    expect(remotePath(`${hq}/search/?case_type=mother`)).to.equal('/api/search?case_type=mother');
  });

  it('has nothing for any other address', () => {
    expect(remotePath('https://example.org/phone/searching')).to.equal(undefined);
    expect(remotePath('https://example.org/weather')).to.equal(undefined);
  });
});
