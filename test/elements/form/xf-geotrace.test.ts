import { expect } from 'chai';
import '../../../src/elements/form/xf-geotrace.ts';
import { button, part, parts, settle, textOf } from '../case/mount.ts';
import { show } from './control-contract.ts';
import { focused, type as typeInto } from './open-form.ts';

const line = { tag: 'xf-geotrace', element: 'input', type: 'geotrace' } as const;
const area = { ...line, type: 'geoshape' } as const;

describe('xf-geotrace', () => {
  it('repeats the first point of an area as the last of its answer, not on the page', async () => {
    const { element, form } = await show(area);
    for (const [at, [north, east]] of [
      ['1', '1'],
      ['1', '2'],
      ['2', '2'],
    ].entries()) {
      await addPoint(element, at, north ?? '', east ?? '');
    }
    leave(element);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal(
      '1.0 1.0 0.0 0.0; 1.0 2.0 0.0 0.0; 2.0 2.0 0.0 0.0; 1.0 1.0 0.0 0.0',
    );
    expect(parts(element, 'li')).to.have.length(3);
  });

  it('says how many points are needed, and keeps those that are there', async () => {
    const { element, form } = await show(line);
    await addPoint(element, 0, '1', '2');
    leave(element);
    await settle(element);
    expect(textOf(part(element, '#error'))).to.contain('at least 2');
    expect(form.node('/data/q')?.lexical).to.equal('');
    expect(part<HTMLInputElement>(element, '#longitude-0').value).to.equal('2');
  });

  it('keeps the altitude and accuracy of the points that are not touched', async () => {
    const { element, form } = await show(line, { data: '1.0 2.0 30.0 4.0; 5.0 6.0 70.0 8.0' });
    typeInto(part<HTMLInputElement>(element, '#latitude-0'), '1.5');
    leave(element);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('1.5 2.0 0.0 0.0; 5.0 6.0 70.0 8.0');
  });

  it('removes a point and puts the focus where one goes on', async () => {
    const { element } = await show(line, { data: '1 2 0 0; 3 4 0 0; 5 6 0 0' });
    button(element, 'Remove point 2').click();
    await settle(element);
    expect(parts(element, 'li')).to.have.length(2);
    expect(focused()?.id).to.equal('latitude-1');
    expect(part<HTMLInputElement>(element, '#latitude-1').value).to.equal('5.0');
  });

  it('refuses half a point and keeps what was typed', async () => {
    const { element } = await show(line, { data: '1 2 0 0; 3 4 0 0' });
    typeInto(part<HTMLInputElement>(element, '#longitude-1'), '');
    leave(element);
    await settle(element);
    expect(part(element, '#error')).to.exist;
    expect(part<HTMLInputElement>(element, '#latitude-1').value).to.equal('3.0');
    expect(part<HTMLInputElement>(element, '#longitude-1').value).to.equal('');
  });
});

async function addPoint(element: Element, at: number, north: string, east: string): Promise<void> {
  part(element, '[part=add-button]').click();
  await settle(element);
  typeInto(part<HTMLInputElement>(element, `#latitude-${at}`), north);
  typeInto(part<HTMLInputElement>(element, `#longitude-${at}`), east);
}

function leave(element: Element): void {
  part(element, '.points').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}
