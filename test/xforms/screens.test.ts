import { expect } from 'chai';
import type { FormScreen } from '../../src/xforms/screens.ts';
import {
  addressOf,
  LAST_SCREEN,
  neighbourOf,
  questionsOn,
  screenAt,
  screenOf,
} from '../../src/xforms/screens.ts';
import type { FormInstance } from '../../src/xforms/form-instance.ts';
import { Scenario } from '../support/scenario.ts';

const household = {
  data: `<head/><visit><day/><hour/></visit>
    <child xmlns:jr="http://openrosa.org/javarosa" jr:template=""><name/><age/><school/></child><note/>`,
  binds: `<bind nodeset="/data/child/school" relevant="../age &gt; 5"/>
    <bind nodeset="/data/note" relevant="/data/head != 'none'"/>
    <bind nodeset="/data/visit" relevant="/data/head != 'away'"/>`,
  body: `<input ref="/data/head"/>
    <group ref="/data/visit" appearance="field-list"><input ref="/data/visit/day"/><input ref="/data/visit/hour"/></group>
    <group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
      <input ref="/data/child/name"/>
      <group><label>School</label><input ref="/data/child/age"/><input ref="/data/child/school"/></group>
    </repeat></group>
    <input ref="/data/note"/>`,
};

/** Reference of the screen's node, with a mark for the place where an item can be added. */
function nameOf(screen: FormScreen | undefined): string {
  if (screen === undefined) return 'end';
  const { node } = screen.control;
  return screen.kind === 'repeat' ? `${node.ref} +` : node.ref;
}

/** From the first screen on, by as many steps as there are. */
function walk(form: FormInstance): string[] {
  const names: string[] = [];
  let screen = screenAt(form, '');
  for (; screen !== undefined; screen = neighbourOf(form, addressOf(screen), 'next'))
    names.push(nameOf(screen));
  return names;
}

function at(form: FormInstance, ref: string): string {
  const control = [...allControls(form)].find(
    ({ node, kind }) => node.ref === ref && !isOuter(kind),
  );
  const screen = control && screenOf(form, control);
  if (screen === undefined) throw new Error(`No screen shows ${ref}`);
  return addressOf(screen);
}

function isOuter(kind: string): boolean {
  return kind === 'repeat';
}

function* allControls(form: FormInstance) {
  const waiting = [...form.controls];
  for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
    yield each;
    waiting.push(...each.children);
  }
}

describe('the screens of a form', () => {
  it('are its questions one by one, a field list as one, and after the items of a repeat the place to add one', () => {
    const { form } = Scenario.load(household);
    expect(walk(form)).to.deep.equal(['/data/head', '/data/visit', '/data +', '/data/note']);
    form.transact([{ kind: 'addRepeat', ref: '/data/child' }], { source: 'user' });
    expect(walk(form)).to.deep.equal([
      '/data/head',
      '/data/visit',
      '/data/child[1]/name',
      '/data/child[1]/age',
      '/data +',
      '/data/note',
    ]);
  });

  it('follow what is asked', () => {
    const scenario = Scenario.load(household);
    scenario.form.transact([{ kind: 'addRepeat', ref: '/data/child' }], { source: 'user' });
    scenario.answer('/data/child[1]/age', '7');
    scenario.answer('/data/head', 'none');
    expect(walk(scenario.form)).to.include('/data/child[1]/school').and.not.include('/data/note');
    scenario.answer('/data/head', 'away');
    expect(walk(scenario.form)).to.not.include('/data/visit');
  });

  it('are gone through backwards the same way, from the end on', () => {
    const { form } = Scenario.load(household);
    const names: string[] = [];
    let screen = neighbourOf(form, LAST_SCREEN, 'previous');
    for (; screen !== undefined; screen = neighbourOf(form, addressOf(screen), 'previous'))
      names.unshift(nameOf(screen));
    expect(names).to.deep.equal(walk(form));
  });

  const placed = [
    [
      'on the repeat',
      '<group ref="/data/child"><repeat nodeset="/data/child" appearance="field-list">',
    ],
    [
      'on the group around it',
      '<group ref="/data/child" appearance="field-list"><repeat nodeset="/data/child">',
    ],
  ] as const;
  for (const [place, begin] of placed)
    it(`show each item of a repeat as one where the appearance field-list is ${place}`, () => {
      const { form } = Scenario.load({
        data: '<child><name/><age/></child><child><name/><age/></child>',
        body: `${begin}<input ref="/data/child/name"/><input ref="/data/child/age"/></repeat></group>`,
      });
      expect(walk(form)).to.deep.equal(['/data/child[1]', '/data/child[2]', '/data +']);
      const [first] = [screenAt(form, '')];
      expect(first && questionsOn(first).map(({ node }) => node.ref)).to.deep.equal([
        '/data/child[1]/name',
        '/data/child[1]/age',
      ]);
    });

  it('have no place to add an item to a repeat of a fixed number', () => {
    const { form } = Scenario.load({
      data: '<n>2</n><child xmlns:jr="http://openrosa.org/javarosa" jr:template=""><name/></child>',
      body: `<group ref="/data/child"><repeat nodeset="/data/child" jr:count="/data/n" jr:noAddRemove="true()">
        <input ref="/data/child/name"/></repeat></group>`,
    });
    expect(walk(form)).to.deep.equal(['/data/child[1]/name', '/data/child[2]/name']);
  });

  it('lead on to the next one where nothing is asked any more, and to the end after the last', () => {
    const scenario = Scenario.load(household);
    const [visit, note] = ['/data/visit', '/data/note'].map((ref) => at(scenario.form, ref));
    scenario.answer('/data/head', 'away');
    expect(nameOf(screenAt(scenario.form, visit ?? ''))).to.equal('/data +');
    expect(nameOf(neighbourOf(scenario.form, visit ?? '', 'previous'))).to.equal('/data/head');
    scenario.answer('/data/head', 'none');
    expect(nameOf(screenAt(scenario.form, note ?? ''))).to.equal('end');
  });

  it('find a question again by its reference when the form has become another version', () => {
    const { form } = Scenario.load(household);
    expect(nameOf(screenAt(form, '/data/note#4711'))).to.equal('/data/note');
    expect(nameOf(screenAt(form, '/data/gone#2'))).to.equal('/data/head');
  });

  it('lead to the others of a repeat when the item has been taken out', () => {
    const { form } = Scenario.load(household);
    form.transact([{ kind: 'addRepeat', ref: '/data/child' }], { source: 'user' });
    const name = at(form, '/data/child[1]/name');
    form.transact([{ kind: 'removeRepeat', ref: '/data/child[1]' }], { source: 'user' });
    expect(nameOf(screenAt(form, name))).to.equal('/data +');
  });

  it('are found for a question in a field list, and for a group by its first question', () => {
    const { form } = Scenario.load(household);
    form.transact([{ kind: 'addRepeat', ref: '/data/child' }], { source: 'user' });
    expect(at(form, '/data/visit/hour')).to.equal(at(form, '/data/visit'));
    expect(at(form, '/data/child[1]')).to.equal(at(form, '/data/child[1]/name'));
  });
});
