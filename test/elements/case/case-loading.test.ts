import { expect } from 'chai';
import '../../../src/elements/case/case-loading.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  settle,
  textOf,
} from './mount.ts';

describe('case-loading', () => {
  it('shows how much is read, and tells it to readers by quarters', async () => {
    const element = await mount('case-loading', { read: 0.61 });
    expect(part<HTMLProgressElement>(element, 'progress').value).to.equal(0.61);
    expect(textOf(part(element, '#what'))).to.equal('61% read');
    expect(textOf(part(element, '[role=status]'))).to.equal('50% read');
  });

  it('shows how much has come while it still comes', async () => {
    const element = await mount('case-loading', { received: 6_340_000, read: undefined });
    expect(part<HTMLProgressElement>(element, 'progress').position).to.equal(-1);
    expect(textOf(part(element, '#what'))).to.equal('6.3 MB received');
    expect(textOf(part(element, '[role=status]'))).to.equal('5 MB received');
    await expectAccessible(element);
  });

  it('says that the server prepares them, and how far it is where the server says so', async () => {
    const element = await mount('case-loading', { read: undefined, prepared: 0 });
    expect(textOf(part(element, '#what'))).to.equal('The server is preparing them…');
    expect(part<HTMLProgressElement>(element, 'progress').position).to.equal(-1);
    element.prepared = 0.31;
    await settle(element);
    expect(part<HTMLProgressElement>(element, 'progress').value).to.equal(0.31);
    expect(textOf(part(element, '#what'))).to.contain('31% ready');
    expect(textOf(part(element, '[role=status]'))).to.contain('25% ready');
    await expectAccessible(element);
  });

  it('says that it saves once all is read, and gives no number any more', async () => {
    const element = await mount('case-loading', { read: 0.9 });
    element.read = 1;
    await settle(element);
    expect(part<HTMLProgressElement>(element, 'progress').position).to.equal(-1);
    expect(textOf(part(element, '#what'))).to.contain('Saving');
  });

  it('lets the user out', async () => {
    const element = await mount('case-loading', { read: 0.2 });
    const cancelled = heard('case-load-cancel');
    button(element, 'Cancel').click();
    expect(cancelled).to.have.lengthOf(1);
  });

  it('is accessible and fits a narrow screen', async () => {
    const element = await mount('case-loading', { read: 0.4 }, { width: '320px' });
    await expectAccessible(element);
    expectNoSidewaysScroll(element);
  });
});
