import { expect } from 'chai';
import { createActor, waitFor as waitForState } from 'xstate';
import { formEntryMachine } from '../../../src/machines/form-entry.ts';
import { FormInstance } from '../../../src/xforms/form-instance.ts';
import { button, mount, part, textOf } from '../case/mount.ts';
import { control, focused, formOf, leave, settleAll, type } from './open-form.ts';

async function entering() {
  const form = formOf({
    data: '<name/><age/>',
    binds: `<bind nodeset="/data/name" required="true()"/>
      <bind nodeset="/data/age" type="xsd:int" constraint=". &lt; 60"/>`,
    body: '<input ref="/data/name"><label>Name</label></input><input ref="/data/age"><label>Age</label></input>',
  });
  const submitted: string[] = [];
  const keeper = {
    saveDraft: () => Promise.resolve(0),
    submit: () => {
      submitted.push(form.submissionXml());
      return Promise.resolve({ instanceId: 'x', cases: [] } as never);
    },
  };
  const user = { userId: 'u1', name: 'david' };
  const input = {
    form,
    keeper,
    user,
    plans: [],
    candidates: [],
    autosaveDelay: 10,
  } as const;
  const actor = createActor(formEntryMachine, { input });
  actor.start();
  const element = await mount('xf-form', { form, actor });
  await settleAll(element);
  return { element, form, actor, submitted };
}

describe('<xf-form> with the form-entry machine', () => {
  it('fills in, is held up by what is missing, and is submitted', async () => {
    const { element, actor, submitted } = await entering();
    button(element, 'Send form').click();
    await settleAll(element);
    const name = part<HTMLInputElement>(control(element, 'xf-input', '/data/name'), '#control');
    expect(focused()).to.equal(name);
    expect(actor.getSnapshot().context.invalid).to.deep.equal(['/data/name']);
    type(name, 'Amina');
    leave(name);
    button(element, 'Send form').click();
    await waitForState(actor, (state) => state.status === 'done');
    expect(submitted).to.have.length(1);
    expect(submitted[0]).to.contain('<name>Amina</name>');
  });

  it('is not submitted with a value that was refused, nor with the one before it', async () => {
    const { element, actor, submitted } = await entering();
    const name = part<HTMLInputElement>(control(element, 'xf-input', '/data/name'), '#control');
    const age = control(element, 'xf-input', '/data/age');
    type(name, 'Amina');
    leave(name);
    type(part(age, '#control'), '70');
    leave(part(age, '#control'));
    button(element, 'Send form').click();
    await settleAll(element);
    expect(submitted).to.deep.equal([]);
    expect(actor.getSnapshot().context.invalid).to.deep.equal(['/data/age']);
    expect(textOf(part(age, '#error'))).to.contain('not allowed');
  });

  it('is not submitted with the old name after somebody has emptied the question', async () => {
    const { element, actor, submitted } = await entering();
    const name = part<HTMLInputElement>(control(element, 'xf-input', '/data/name'), '#control');
    for (const text of ['Amina', '']) {
      type(name, text);
      leave(name);
    }
    button(element, 'Send form').click();
    await settleAll(element);
    expect(submitted).to.deep.equal([]);
    expect(actor.getSnapshot().context.invalid).to.deep.equal(['/data/name']);
    const problems = control(element, 'xf-problems');
    expect(textOf(part(problems, '[role="alert"]'))).to.contain('Check 1 answer');
    expect(button(problems, 'Name')).to.exist;
    expect([focused(), name.value]).to.deep.equal([name, '']);
    type(name, 'Bea');
    button(element, 'Send form').click();
    await waitForState(actor, (state) => state.status === 'done');
    expect(submitted[0]).to.contain('<name>Bea</name>');
  });

  it('shows again, with the error, what was refused before the draft was left', async () => {
    const { form, actor } = await entering();
    actor.send({ type: 'answer', ref: '/data/age', value: '70' });
    const { definition, environment } = form;
    const again = FormInstance.restore(definition, form.draftXml(), { environment });
    const element = await mount('xf-form', { form: again });
    await settleAll(element);
    const age = control(element, 'xf-input', '/data/age');
    expect(part<HTMLInputElement>(age, '#control').value).to.equal('70');
    expect(textOf(part(age, '#error'))).to.contain('not allowed');
  });
});
