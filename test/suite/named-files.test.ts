import { expect } from 'chai';
import { strToU8 } from 'fflate';
import { namedFiles } from '../../src/suite/named-files.ts';
import { errandsFiles } from '../support/errands-app.ts';

const PROFILE = errandsFiles['profile.ccpr'] as string;

describe('the files that an app names', () => {
  it('are its suites first, and what these name as soon as they are there', () => {
    const profile = new Map([['profile.ccpr', PROFILE]]);
    expect([...namedFiles(profile, 'profile.ccpr')]).to.deep.equal(['suite.xml']);
    const all = new Map(Object.entries(errandsFiles));
    const { 'profile.ccpr': _, ...others } = errandsFiles;
    expect([...namedFiles(all, 'profile.ccpr')]).to.have.members(Object.keys(others));
  });

  it('are named by bytes as by text, and relative to the file that names them', () => {
    const suite =
      '<suite><media path="x"><resource id="i"><location>../i.png</location></resource></media></suite>';
    const files = new Map([
      ['profile.ccpr', strToU8(PROFILE.replace('./suite.xml', './parts/suite.xml'))],
      ['parts/suite.xml', strToU8(suite)],
    ]);
    expect([...namedFiles(files, 'profile.ccpr')]).to.deep.equal(['parts/suite.xml', 'i.png']);
  });

  it('are none where the profile cannot be read, lies elsewhere or names what lies outside', () => {
    expect(namedFiles(new Map(), 'profile.ccpr').size).to.equal(0);
    expect(namedFiles(new Map([['profile.ccpr', '<profile>']]), 'profile.ccpr').size).to.equal(0);
    const climbing = PROFILE.replace('./suite.xml', '../suite.xml');
    expect(namedFiles(new Map([['profile.ccpr', climbing]]), 'profile.ccpr').size).to.equal(0);
  });
});
