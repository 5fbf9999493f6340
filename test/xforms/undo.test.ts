import { expect } from 'chai';
import fc from 'fast-check';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { Edit } from '../../src/xforms/transaction.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import { prefillForm } from '../../src/xforms/prefill.ts';
import { formXml, pinnedEnvironment } from '../support/scenario.ts';
import { everything, generatedEdit, generatedForm } from './support/generated-form.ts';

const set = (ref: string, value: string): Edit => ({ kind: 'setValue', ref, value });

function open(parts: Parameters<typeof formXml>[0]): FormInstance {
  const definition = parseForm(formXml(parts), 'undo.xml');
  return FormInstance.create(definition, { environment: pinnedEnvironment() });
}

function answer(form: FormInstance, ...edits: readonly Edit[]): void {
  for (const edit of edits) form.transact([edit], { source: 'user' });
}

/** Everything, with what was refused. */
function stateOf(form: FormInstance): string {
  return `${everything(form)}\n${form.draftXml()}`;
}

describe('undo', () => {
  for (const dialect of ['odk', 'commcare'] as const) {
    it(`goes back through every state that a form of ${dialect} had, and forth again`, () => {
      const drawn = [generatedForm(dialect), fc.array(generatedEdit, { maxLength: 12 })] as const;
      fc.assert(
        fc.property(...drawn, (definition, edits) => {
          const form = FormInstance.create(definition, { environment: pinnedEnvironment() });
          const states = [stateOf(form)];
          for (const edit of edits) {
            answer(form, edit);
            if (stateOf(form) !== states.at(-1)) states.push(stateOf(form));
          }
          expect(goThrough(form, () => form.undo())).to.deep.equal(states.toReversed());
          expect(goThrough(form, () => form.redo())).to.deep.equal(states);
          goThrough(form, () => form.undo());
          // What was taken back has left nothing behind that would go on differently.
          const fresh = FormInstance.create(definition, { environment: pinnedEnvironment() });
          answer(form, ...edits);
          answer(fresh, ...edits);
          expect(stateOf(form)).to.equal(stateOf(fresh));
        }),
        { numRuns: 300 },
      );
    });
  }

  it('brings a removed item back with all that is in it, computed values and refused answers too', () => {
    const form = open({
      data: `<total/><child jr:template=""><name/><age/><made/><visit jr:template=""><photo/></visit></child>`,
      binds: `<bind nodeset="/data/total" calculate="sum(/data/child/age)"/>
        <bind nodeset="/data/child/age" type="int" constraint=". &lt; 18"/>
        <bind nodeset="/data/child/made" calculate="once(random())"/>
        <bind nodeset="/data/child/visit/photo" type="binary"/>`,
      body: `<repeat nodeset="/data/child"><input ref="/data/child/name"/><input ref="/data/child/age"/>
        <repeat nodeset="/data/child/visit"><upload ref="/data/child/visit/photo" mediatype="image/*"/></repeat></repeat>`,
    });
    const addRepeat = (ref: string): Edit => ({ kind: 'addRepeat', ref });
    answer(form, addRepeat('/data/child'), addRepeat('/data/child'));
    answer(form, set('/data/child[1]/age', '4'), set('/data/child[2]/age', '7'));
    answer(form, addRepeat('/data/child[1]/visit'), set('/data/child[1]/visit[1]/photo', 'a.jpg'));
    answer(form, set('/data/child[1]/age', '99'));
    const before = stateOf(form);
    const item = form.node('/data/child[1]');
    answer(form, { kind: 'removeRepeat', ref: '/data/child[1]' });
    expect(form.node('/data/total')?.lexical).to.equal('7');

    const transaction = form.undo();

    expect(stateOf(form)).to.equal(before);
    expect(form.node('/data/child[1]')).to.equal(item);
    expect(transaction?.turned).to.deep.equal({ direction: 'back', nodes: [item] });
    expect(form.toCheck().map(({ node }) => node.ref)).to.deep.equal(['/data/child[1]/age']);
  });

  it('takes what the form did on its own back with the answer that it followed on', () => {
    const form = open({
      data: '<a/><end/><note/>',
      binds:
        '<bind nodeset="/data/end" type="dateTime" jr:preload="timestamp" jr:preloadParams="end"/>',
      body: '<input ref="/data/a"/>',
    });
    const before = stateOf(form);
    answer(form, set('/data/a', '1'));
    form.revalidate();
    form.transact([set('/data/note', 'by the form')], { source: 'form' });
    form.undo();
    expect(stateOf(form)).to.equal(before);
  });

  it('takes what followed on an answer back with it, and leaves the answer before', () => {
    const form = open({ data: '<a/><b/>', binds: '', body: '<input ref="/data/a"/>' });
    const follow = (value: string) =>
      form.transact([set('/data/b', value)], { source: 'user', follows: true });
    answer(form, set('/data/a', '1'));
    expect(follow('2').follows).to.equal(true);
    form.undo();
    expect(['a', 'b'].map((name) => form.node(`/data/${name}`)?.lexical)).to.deep.equal(['', '']);
    answer(form, set('/data/a', '1'), set('/data/a', '1'));
    expect(follow('2').follows).to.equal(undefined);
    form.undo();
    expect(form.node('/data/a')?.lexical).to.equal('1');
  });

  it('does nothing again once something else was answered', () => {
    const form = open({
      data: '<a/><b/>',
      binds: '',
      body: '<input ref="/data/a"/><input ref="/data/b"/>',
    });
    answer(form, set('/data/a', '1'));
    form.undo();
    answer(form, set('/data/b', '2'));
    expect(form.redo()).to.equal(undefined);
    expect(form.node('/data/a')?.lexical).to.equal('');
  });

  it('counts neither another language nor an answer that changes nothing', () => {
    const form = open({ data: '<a/>', binds: '', body: '<input ref="/data/a"/>' });
    answer(form, set('/data/a', '1'), set('/data/a', '1'), { kind: 'setLanguage', language: 'fr' });
    form.undo();
    expect(form.node('/data/a')?.lexical).to.equal('');
    expect(form.undo()).to.equal(undefined);
  });

  it('tells of the nodes that have changed, and computes nothing', () => {
    const form = open({
      data: '<a/><b/><c/>',
      binds:
        '<bind nodeset="/data/b" calculate="/data/a + 1"/><bind nodeset="/data/c" relevant="/data/a = 1"/>',
      body: '<input ref="/data/a"/><input ref="/data/c"/>',
    });
    answer(form, set('/data/a', '1'));
    const changed = [...(form.undo()?.changed ?? [])].map(({ ref }) => ref);
    expect(changed).to.have.members(['/data/a', '/data/b', '/data/c']);
  });

  it('keeps a day of answers within bounds', () => {
    const form = open({ data: '<a/>', binds: '', body: '<input ref="/data/a"/>' });
    for (let at = 1; at <= 1000; at += 1) answer(form, set('/data/a', String(at)));
    const states = goThrough(form, () => form.undo());
    expect(states).to.have.length(201);
  });

  it('counts what lies in removed items, and what was only shown anew, against these bounds', () => {
    const questions = Array.from({ length: 50 }, (_, at) => `<q${at}/>`).join('');
    const form = open({
      data: `<child jr:template="">${questions}</child>`,
      binds: '',
      body: '<repeat nodeset="/data/child"><input ref="/data/child/q0"/></repeat>',
    });
    const add: Edit = { kind: 'addRepeat', ref: '/data/child' };
    const remove: Edit = { kind: 'removeRepeat', ref: '/data/child[1]' };
    for (let at = 0; at < 20; at += 1) {
      form.transact(Array<Edit>(100).fill(add), { source: 'user' });
      form.transact(Array<Edit>(100).fill(remove), { source: 'user' });
    }
    const held = form.journal.steps.flatMap(({ items }) => items.filter(({ came }) => !came));
    expect(held.length * 51).to.be.within(40_000, 60_000);
  });

  it('leaves what can be done again when the form does nothing on its own', () => {
    const form = open({
      data: '<a/><b/><note/>',
      binds: '',
      body: '<input ref="/data/a"/><input ref="/data/b"/>',
    });
    answer(form, set('/data/a', '1'), set('/data/b', '2'));
    form.undo();
    form.revalidate();
    expect(form.journal.canRedo).to.equal(true);
    form.transact([set('/data/note', 'by the form')], { source: 'form' });
    expect(form.journal.canRedo).to.equal(false);
  });

  it('takes nothing back of what was known before the first question', () => {
    const form = open({ data: '<a/><b/>', binds: '', body: '<input ref="/data/a"/>' });
    prefillForm(form, { a: 'known', b: 'too' });
    expect(form.undo()).to.equal(undefined);
    answer(form, set('/data/a', 'mine'));
    form.undo();
    expect(form.node('/data/a')?.lexical).to.equal('known');
  });
});

/** The states on the way until there is nothing left to turn, the present one first. */
function goThrough(form: FormInstance, turn: () => unknown): string[] {
  const states = [stateOf(form)];
  while (turn() !== undefined) states.push(stateOf(form));
  return states;
}
