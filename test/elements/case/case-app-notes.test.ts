import { expect } from 'chai';
import '../../../src/elements/case/case-app-notes.ts';
import { button, expectAccessible, heard, mount, part, parts, textOf } from './mount.ts';

const PROBLEMS = [
  { file: 'suite.xml', line: 3, message: 'forms-1.xml is not there', remedy: 'Export it again.' },
  { file: 'media.xml', line: undefined, message: 'it is empty', remedy: '' },
];

describe('case-app-notes', () => {
  it('takes no room when there is nothing to know', async () => {
    const element = await mount('case-app-notes', {});
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('counts what does not work, and names each place when it is opened', async () => {
    const element = await mount('case-app-notes', { problems: PROBLEMS });
    const details = part(element, 'details') as HTMLDetailsElement;
    expect(textOf(part(element, 'summary'))).to.contain('2 parts of this app');
    expect(details.open).to.equal(false);
    details.open = true;
    expect(parts(element, 'li').map(textOf)).to.deep.equal([
      'suite.xml, line 3 forms-1.xml is not there Export it again.',
      'media.xml it is empty',
    ]);
    await expectAccessible(element);
  });

  it('offers to practise where cases came with the app', async () => {
    const element = await mount('case-app-notes', { practice: true });
    const events = heard('case-practise');
    button(element, 'Practise').click();
    expect(events).to.have.length(1);
    await expectAccessible(element);
  });
});
