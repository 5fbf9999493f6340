import { expect } from 'chai';
import type { XfAddress } from '../../../src/elements/form/xf-address.ts';
import type { FoundAddress, Geocoder } from '../../../src/elements/shared/geocoder.ts';
import { expectAccessible, parts, textOf } from '../case/mount.ts';
import { control, leave, openForm, settleAll, type, type FormParts } from './open-form.ts';
import { waitFor } from './wait-for.ts';

const LANE: FoundAddress = {
  text: '4 Mango Lane, Bo, Southern Province, Sierra Leone',
  ...{ latitude: 7.9, longitude: -11.7 },
  parts: {
    ...{ street: '4 Mango Lane', city: 'Bo', region: 'Southern Province', postcode: '232' },
    ...{ country: 'Sierra Leone', countryCode: 'sl' },
  },
};

const MESSAGE = {
  ...{ full: LANE.text, longitude: -11.7, latitude: 7.9, street: '4 Mango Lane', city: 'Bo' },
  ...{ country: 'Sierra Leone', postcode: '232', zipcode: '232', country_short: 'sl' },
  ...{ region: 'Southern Province', state_long: 'Southern Province' },
};

const provinces = ['Eastern', 'Southern'].map(
  (name) => `<item><label>${name} Province</label><value>${name.toLowerCase()}</value></item>`,
);

const address = (ref: string, topic = 'home') =>
  `<input ref="${ref}" appearance="address broadcast-${topic}"><label>Where do you live?</label></input>`;
const listener = (ref: string, field: string) =>
  `<input ref="${ref}" appearance="receive-home-${field}"><label>${field}</label></input>`;

const FORM: FormParts = {
  data: '<home/><town>old</town><county>old</county><province/><hidden>old</hidden><other>old</other>',
  binds: '<bind nodeset="/data/hidden" relevant="false()"/>',
  body: `${address('/data/home')}${listener('/data/town', 'city')}${listener('/data/county', 'county')}
    <select1 ref="/data/province" appearance="minimal receive-home-county||region"><label>Province</label>${provinces.join('')}</select1>
    ${listener('/data/hidden', 'city')}
    <input ref="/data/other" appearance="receive-work-city"><label>Other</label></input>`,
};

async function shown(form: FormParts, geocoder?: Geocoder) {
  const opened = await openForm(form);
  opened.element.geocoder = geocoder;
  await settleAll(opened.element);
  const element = control(opened.element, 'xf-address');
  const box = element.renderRoot.querySelector('input')!;
  const value = (ref: string) => opened.form.node(ref)!.lexical;
  return { ...opened, element, box, value };
}

const offered = (element: XfAddress) => parts(element, '.address');

describe('xf-address', () => {
  it('offers what the geocoder finds, answers with its parts, and fills in who listens', async () => {
    const asked: string[] = [];
    const { element, box, value, said, form } = await shown(FORM, async (words, { language }) => {
      asked.push(`${words} ${language}`);
      return [LANE];
    });
    type(box, '4 mango');
    await waitFor(() => offered(element).length > 0);
    await expectAccessible(element);
    expect(asked).to.deep.equal(['4 mango en']);
    offered(element)[0]!.click();
    await settleAll(element);
    expect(JSON.parse(value('/data/home'))).to.deep.equal(MESSAGE);
    expect(box.value).to.equal(LANE.text);
    expect(offered(element)).to.have.length(0);
    const filled = ['town', 'county', 'province', 'hidden', 'other'];
    expect(filled.map((name) => value(`/data/${name}`))).to.deep.equal([
      ...['Bo', '', 'southern', 'old', 'old'],
    ]);
    expect(said.every(({ type }) => type === 'answer')).to.equal(true);
    leave(box);
    expect(JSON.parse(value('/data/home'))).to.deep.equal(MESSAGE);
    form.transact([{ kind: 'setValue', ref: '/data/county', value: 'by hand' }], {
      source: 'user',
    });
    type(box, '');
    leave(box);
    const left = ['home', 'town', 'province', 'county'].map((name) => value(`/data/${name}`));
    expect(left).to.deep.equal(['', '', '', 'by hand']);
  });

  it('is taken back by one undo with all that it filled in or emptied, also where that decided what was asked', async () => {
    const { element, box, value, form } = await shown(
      {
        data: '<home/><province/><town>old</town>',
        binds: `<bind nodeset="/data/town" relevant="/data/province = 'southern'"/>`,
        body: `${address('/data/home')}
          <select1 ref="/data/province" appearance="receive-home-region"><label>Province</label>${provinces.join('')}</select1>
          ${listener('/data/town', 'city')}`,
      },
      async () => [LANE],
    );
    const state = () => ['home', 'province', 'town'].map((name) => value(`/data/${name}`));
    box.focus();
    type(box, '4 mango');
    await waitFor(() => offered(element).length > 0);
    leave(box);
    const written = state();
    offered(element)[0]!.click();
    await settleAll(element);
    const chosen = state();
    expect(chosen.slice(1)).to.deep.equal(['southern', 'Bo']);
    type(box, 'behind the mosque');
    leave(box);
    expect(state()).to.deep.equal(['behind the mosque', '', 'Bo']);
    form.undo();
    expect(state()).to.deep.equal(chosen);
    form.undo();
    expect(state()).to.deep.equal(written);
    form.redo();
    expect(state()).to.deep.equal(chosen);
  });

  it('fills a question with several choices, and one that ranks them, with a choice or not at all', async () => {
    const { element, box, value } = await shown(
      {
        data: '<home/><many/><order/><none>eastern</none>',
        body: `${address('/data/home')}
          <select ref="/data/many" appearance="receive-home-region"><label>Many</label>${provinces.join('')}</select>
          <rank ref="/data/order" appearance="receive-home-region"><label>Order</label>${provinces.join('')}</rank>
          <select ref="/data/none" appearance="receive-home-city"><label>None</label>${provinces.join('')}</select>`,
      },
      async () => [LANE],
    );
    type(box, '4 mango');
    await waitFor(() => offered(element).length > 0);
    offered(element)[0]!.click();
    await settleAll(element);
    const filled = ['many', 'order', 'none'].map((name) => value(`/data/${name}`));
    expect(filled).to.deep.equal(['southern', 'southern', '']);
  });

  it('keeps what is written where nothing is found or nothing can be looked up', async () => {
    for (const [geocoder, words] of [
      [async () => [], 'No such address'],
      [() => Promise.reject(new Error('offline')), 'cannot be looked up'],
    ] as const) {
      const { element, box, value } = await shown(FORM, geocoder);
      type(box, 'behind the mosque');
      await waitFor(() =>
        textOf(element.renderRoot.querySelector('[role=status]')).includes(words),
      );
      leave(box);
      expect(value('/data/home')).to.equal('behind the mosque');
      type(box, '');
      leave(box);
      expect(value('/data/town')).to.equal('old');
    }
  });

  it('is written out where the page has no geocoder, and says so', async () => {
    const { element, box, value } = await shown(FORM);
    expect(textOf(element.shadowRoot)).to.contain('Write the whole address');
    type(box, 'behind the mosque');
    leave(box);
    expect(value('/data/home')).to.equal('behind the mosque');
    await expectAccessible(element);
  });

  it('never shows what was found for earlier words, and tells the geocoder to stop', async () => {
    const asked = new Map<string, { signal: AbortSignal; answer: (a: FoundAddress[]) => void }>();
    const { element, box } = await shown(
      FORM,
      (words, { signal }) => new Promise((answer) => asked.set(words, { signal, answer })),
    );
    type(box, 'mango');
    await waitFor(() => asked.has('mango'));
    type(box, 'mango lane');
    await waitFor(() => asked.has('mango lane'));
    expect(asked.get('mango')!.signal.aborted).to.equal(true);
    asked.get('mango lane')!.answer([LANE]);
    asked.get('mango')!.answer([]);
    await waitFor(() => offered(element).length > 0);
    leave(box);
    element.remove();
    expect(asked.get('mango lane')!.signal.aborted).to.equal(true);
  });

  it('fills in its own group, else what is around it, and no other item of a repeat', async () => {
    const item = '<child><at/><town/></child>';
    const form: FormParts = {
      data: `<a><at/><deep/><town/></a><b><town/></b>${item}${item}<town/>`,
      body: `<group ref="/data/a"><label>A</label>${listener('/data/a/town', 'city')}
          <group><label>Deep</label>${address('/data/a/at')}</group></group>
        <group ref="/data/b"><label>B</label>${listener('/data/b/town', 'city')}</group>
        <group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
          ${address('/data/child/at')}${listener('/data/child/town', 'city')}</repeat></group>
        ${listener('/data/town', 'city')}`,
    };
    const { element, form: instance } = await openForm(form);
    element.geocoder = async () => [LANE];
    await settleAll(element);
    const choose = async (ref: string) => {
      const asking = control(element, 'xf-address', ref);
      type(asking.renderRoot.querySelector('input')!, 'mango');
      await waitFor(() => offered(asking).length > 0);
      offered(asking)[0]!.click();
      await settleAll(element);
    };
    const towns = () =>
      ['/data/a/town', '/data/b/town', '/data/child[1]/town', '/data/child[2]/town', '/data/town']
        .map((ref) => instance.node(ref)!.lexical)
        .join('|');
    await choose('/data/a/at');
    expect(towns()).to.equal('Bo||||');
    await choose('/data/child[2]/at');
    expect(towns()).to.equal('Bo|||Bo|');
  });

  it('reaches a question at rest, and stands in the outline as people read it', async () => {
    const numbers = Array.from({ length: 90 }, (_, at) => at);
    const { element, form } = await openForm({
      data: `<home/>${numbers.map((n) => `<q${n}/>`).join('')}<town/>`,
      body: `${address('/data/home')}${numbers
        .map((n) => `<input ref="/data/q${n}"><label>Question ${n}</label></input>`)
        .join('')}${listener('/data/town', 'city')}`,
    });
    element.geocoder = async () => [LANE];
    await settleAll(element);
    const asking = control(element, 'xf-address');
    type(asking.renderRoot.querySelector('input')!, 'mango');
    await waitFor(() => offered(asking).length > 0);
    offered(asking)[0]!.click();
    await settleAll(element);
    expect(form.node('/data/town')!.lexical).to.equal('Bo');
    const resting = [...element.shadowRoot!.querySelectorAll('.question.resting')].at(-1);
    expect(textOf(resting)).to.contain('city');
    const shownAnswer =
      resting?.querySelector<HTMLInputElement>('input')?.value ??
      resting?.querySelector('[role=textbox]')?.textContent;
    expect(shownAnswer).to.contain('Bo');
  });
});
