import { expect } from 'chai';
import '../../../src/elements/case/case-confirm.ts';
import { button, expectAccessible, mount, part, until } from './mount.ts';

const words = {
  heading: 'Delete the draft?',
  body: 'It will be gone.',
  confirm: 'Delete',
  cancel: 'Keep it',
};

describe('case-confirm', () => {
  it('is a question with the focus on keeping things as they are', async () => {
    const element = await mount('case-confirm', words);
    void element.ask();
    await until(() => part<HTMLDialogElement>(element, 'dialog').open);
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Keep it'));
    await expectAccessible(element);
  });

  it('answers yes and no by its buttons, and no to Escape', async () => {
    const element = await mount('case-confirm', words);
    const dialog = part<HTMLDialogElement>(element, 'dialog');
    const answerAfter = async (act: () => void): Promise<boolean> => {
      const answer = element.ask();
      await until(() => dialog.open);
      act();
      return answer;
    };
    expect(await answerAfter(() => button(element, 'Delete').click())).to.equal(true);
    expect(await answerAfter(() => button(element, 'Keep it').click())).to.equal(false);
    // What the browser does at Escape.
    const escape = () => {
      dialog.close();
      dialog.dispatchEvent(new Event('close'));
    };
    expect(await answerAfter(escape)).to.equal(false);
  });

  it('answers no to a question that another one takes over', async () => {
    const element = await mount('case-confirm', words);
    const first = element.ask();
    await until(() => part<HTMLDialogElement>(element, 'dialog').open);
    const second = element.ask();
    expect(await first).to.equal(false);
    button(element, 'Delete').click();
    expect(await second).to.equal(true);
  });
});
