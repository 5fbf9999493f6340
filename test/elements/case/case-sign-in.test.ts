import { expect } from 'chai';
import '../../../src/elements/case/case-sign-in.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  part,
  parts,
  settle,
  textOf,
} from './mount.ts';

describe('case-sign-in', () => {
  it('gives user name and password once both are filled', async () => {
    const element = await mount('case-sign-in');
    const events = heard('case-sign-in');
    part<HTMLInputElement>(element, '#username').value = ' david ';
    part<HTMLInputElement>(element, '#password').value = ' secret ';
    button(element, 'Sign in').click();
    expect(events.map(({ username, password }) => [username, password])).to.deep.equal([
      ['david', ' secret '],
    ]);
  });

  it('names the empty fields, focuses the summary, and leads from there to the field', async () => {
    const element = await mount('case-sign-in');
    const events = heard('case-sign-in');
    button(element, 'Sign in').click();
    await settle(element);
    expect(events).to.have.length(0);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '.summary'));
    button(element, 'Enter your password').click();
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '#password'));
    expect(part(element, '#password').getAttribute('aria-describedby')).to.equal('password-error');
    await expectAccessible(element);
  });

  it('says why signing in failed, with the focus on it, and keeps the user name', async () => {
    const element = await mount('case-sign-in', { username: 'david' });
    element.error = 'User name or password is not right.';
    await settle(element);
    expect(textOf(element.shadowRoot?.activeElement)).to.contain('not right');
    expect(part<HTMLInputElement>(element, '#username').value).to.equal('david');
    await expectAccessible(element);
  });

  it('is not sent twice while the server is asked', async () => {
    const element = await mount('case-sign-in', { busy: true });
    const events = heard('case-sign-in');
    part<HTMLInputElement>(element, '#username').value = 'david';
    part<HTMLInputElement>(element, '#password').value = 'secret';
    button(element, 'Signing in…').click();
    expect(events).to.have.length(0);
    await expectAccessible(element);
  });

  it('shows and hides the password without losing it', async () => {
    const element = await mount('case-sign-in');
    const input = part<HTMLInputElement>(element, '#password');
    input.value = 'secret';
    button(element, 'Show password').click();
    await settle(element);
    expect([input.type, input.value]).to.deep.equal(['text', 'secret']);
    button(element, 'Hide password').click();
    await settle(element);
    expect(input.type).to.equal('password');
  });

  it('tells password managers what the fields are', async () => {
    const element = await mount('case-sign-in');
    const told = parts(element, 'input').map((input) => input.getAttribute('autocomplete'));
    expect(told).to.deep.equal(['username', 'current-password']);
  });

  it('fits 320 pixels', async () => {
    const element = await mount('case-sign-in', { error: 'No.' }, { width: '320px' });
    expectNoSidewaysScroll(element);
  });

  it('keeps a name that is being typed when it is shown anew, as when a language has come', async () => {
    const element = await mount('case-sign-in');
    const box = part<HTMLInputElement>(element, '#username');
    box.value = 'dav';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    element.requestUpdate();
    await settle(element);
    expect(box.value).to.equal('dav');
  });
});
