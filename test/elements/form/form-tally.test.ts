import { expect } from 'chai';
import fc from 'fast-check';
import { FormContext } from '../../../src/elements/form/form-context.ts';
import { questionsOf, type FormProgress } from '../../../src/elements/form/form-progress.ts';
import { FormTally } from '../../../src/elements/form/form-tally.ts';
import { isAnswerable } from '../../../src/xforms/answered-share.ts';
import type { FormInstance } from '../../../src/xforms/form-instance.ts';
import type { Edit } from '../../../src/xforms/transaction.ts';
import { formOf, type FormParts } from './open-form.ts';

/** Groups in groups, a group around a question that is bound elsewhere, repeats in repeats, and what makes each of them go and come. */
const FORM: FormParts = {
  data: `<a/><b/><far/><house><size/><head/><child jr:template=""><name/><age/><visit jr:template=""><day/><note/></visit></child>
    <child><name/><age/><visit><day/><note/></visit></child></house><end/>`,
  binds: `<bind nodeset="/data/b" required="/data/a = '1'" constraint=". != 'bad'"/>
    <bind nodeset="/data/far" required="true()"/>
    <bind nodeset="/data/house" relevant="/data/a != '2'"/>
    <bind nodeset="/data/house/head" readonly="/data/b = '1'"/>
    <bind nodeset="/data/house/child" relevant="/data/house/size != '0'"/>
    <bind nodeset="/data/house/child/age" type="int" relevant="../name != ''" required="true()"/>
    <bind nodeset="/data/house/child/visit" relevant="../age != 1"/>
    <bind nodeset="/data/house/child/visit/note" readonly="true()" calculate="../day"/>
    <bind nodeset="/data/end" constraint="count(/data/house/child) &lt; 3"/>`,
  body: `<input ref="/data/a"><label>A</label></input><input ref="/data/b"><label>B</label></input>
    <group ref="/data/house"><label>House</label><input ref="/data/house/size"><label>Size</label></input>
      <group><input ref="/data/far"><label>Far</label></input><input ref="/data/house/head"><label>Head</label></input></group>
      <group ref="/data/house/child"><label>Child</label><repeat nodeset="/data/house/child">
        <input ref="/data/house/child/name"><label>Name</label></input><input ref="/data/house/child/age"><label>Age</label></input>
        <repeat nodeset="/data/house/child/visit"><input ref="/data/house/child/visit/day"><label>Day</label></input>
          <input ref="/data/house/child/visit/note"><label>Note</label></input></repeat></repeat></group></group>
    <group><label>End</label><input ref="/data/end"><label>End</label></input></group>`,
};

const values = fc.constantFrom('', '0', '1', '2', 'bad');
const item = fc.integer({ min: 1, max: 3 });

const answers = fc
  .tuple(
    fc.constantFrom('a', 'b', 'far', 'house/size', 'house/head', 'end'),
    fc.constantFrom('name', 'age', 'visit[1]/day', 'visit[2]/day'),
    item,
    fc.boolean(),
    values,
  )
  .map(([plain, inChild, at, isPlain, value]): Edit => {
    const ref = isPlain ? `/data/${plain}` : `/data/house/child[${at}]/${inChild}`;
    return { kind: 'setValue', ref, value };
  });

const items = fc
  .tuple(fc.boolean(), fc.boolean(), item, item)
  .map(([isAdded, isChild, at, inner]): Edit => {
    const repeat = isChild ? '/data/house/child' : `/data/house/child[${at}]/visit`;
    if (isAdded) return { kind: 'addRepeat', ref: repeat };
    return { kind: 'removeRepeat', ref: `${repeat}[${isChild ? at : inner}]` };
  });

/** What can be compared: the controls by their keys. */
function told({ toCheck, sections, ...counts }: FormProgress) {
  return {
    ...counts,
    toCheck: toCheck.map(({ key }) => key),
    sections: sections.map(({ control, ...section }) => ({ ...section, key: control.key })),
  };
}

/** Counted from the beginning, as the form is now. */
function countedAnew(form: FormInstance, context: FormContext): FormProgress {
  return new FormTally(form.controls, (node) => context.errorOf(node)).progress;
}

function answersOf({ controls }: FormInstance): number {
  return [...questionsOf(controls)].filter(
    (question) => isAnswerable(question) && question.node.lexical !== '',
  ).length;
}

describe('how far a form is', () => {
  it('is the same counted on from change to change as counted from the beginning', () => {
    const story = fc.array(fc.oneof(answers, items), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(story, fc.nat(25), (edits, attemptAt) => {
        const form = formOf(FORM);
        const context = new FormContext(form);
        context.connect();
        edits.forEach((edit, at) => {
          if (at === attemptAt) context.attempt();
          form.transact([edit], { source: 'user' });
          const node = edit.kind === 'setValue' ? form.node(edit.ref) : undefined;
          if (node !== undefined) context.touch(node);
          expect(told(context.progress)).to.deep.equal(told(countedAnew(form, context)));
          expect(context.progress.answered).to.equal(answersOf(form));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('asks about few questions after an answer, however many there are', () => {
    const many = Array.from({ length: 2000 }, (_, at) => at);
    const form = formOf({
      data: many.map((n) => `<q${n}/>`).join(''),
      body: many.map((n) => `<input ref="/data/q${n}"><label>Q</label></input>`).join(''),
    });
    const asked: string[] = [];
    const tally = new FormTally(form.controls, ({ ref }) => void asked.push(ref));
    expect(tally.progress).to.include({ total: 2000, answered: 0 });
    asked.length = 0;
    const edit = { kind: 'setValue', ref: '/data/q7', value: 'yes' } as const;
    for (const node of form.transact([edit], { source: 'user' }).changed) tally.refresh(node);
    expect(tally.progress).to.include({ total: 2000, answered: 1 });
    expect(asked).to.deep.equal(['/data/q7']);
  });

  it('knows the way to a question, past the groups and items that it lies in', () => {
    const form = formOf(FORM);
    const context = new FormContext(form);
    context.connect();
    form.transact([{ kind: 'setValue', ref: '/data/house/child[1]/name', value: 'Asha' }], {
      source: 'user',
    });
    context.attempt();
    const age = context.progress.toCheck.find(({ node }) => node.name === 'age');
    const path = age === undefined ? [] : context.pathTo(age);
    expect(path.map(({ kind }) => kind)).to.deep.equal(['group', 'repeat', 'item', 'input']);
  });

  it('is counted anew for what has changed while nobody listened', () => {
    const form = formOf(FORM);
    const context = new FormContext(form);
    context.connect();
    const { answered } = context.progress;
    context.disconnect();
    form.transact([{ kind: 'setValue', ref: '/data/a', value: '0' }], { source: 'user' });
    context.connect();
    expect(context.progress.answered).to.equal(answered + 1);
  });
});
