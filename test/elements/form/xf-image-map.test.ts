import { expect } from 'chai';
import type { XfControl } from '../../../src/elements/form/xf-control.ts';
import { parts, settle, until } from '../case/mount.ts';
import { show } from './control-contract.ts';

const choices = ['head', 'arm', 'leg']
  .map((value) => `<item><value>${value}</value><label>${value}</label></item>`)
  .join('');

const svg = (content: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30">${content}</svg>`)}`;

const body = svg(
  '<g id="head"><circle r="5" cx="10" cy="5"/></g><path id="arm" d="M0 10h20"/><path id="tail" d="M0 20h20"/>',
);

const question = (kind: 'select' | 'select1', picture: string) =>
  ({ tag: 'xf-image-map', element: kind, attributes: 'appearance="image-map"', content: choices, picture }) as const; // prettier-ignore

function shapes(element: XfControl): Element[] {
  return [...(element.shadowRoot?.querySelectorAll('.place') ?? [])];
}

const press = (shape: Element | null | undefined) =>
  shape?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));

describe('<xf-image-map>', () => {
  it('chooses by the shapes that bear the value of a choice, and shows them chosen', async () => {
    const { element, form } = await show(question('select', body));
    await until(() => shapes(element).length > 0);
    expect(shapes(element).map(({ id }) => id)).to.deep.equal(['head', 'arm']);
    press(shapes(element)[1]);
    press(element.shadowRoot?.querySelector('circle'));
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('head arm');
    expect(shapes(element).every((shape) => shape.classList.contains('chosen'))).to.be.true;
    press(shapes(element)[0]);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('arm');
  });

  it('takes one choice after the other where only one is asked for', async () => {
    const { element, form } = await show(question('select1', body));
    await until(() => shapes(element).length > 0);
    for (const shape of shapes(element)) press(shape);
    await settle(element);
    expect(form.node('/data/q')?.lexical).to.equal('arm');
    expect(parts(element, 'input:checked').map((box) => (box as HTMLInputElement).value)).to.deep.equal(['arm']); // prettier-ignore
  });

  it('takes shapes alone from the picture: no script, no link, nothing that is fetched or styled', async () => {
    const wild = svg(
      '<script>alert(1)</script><image href="x.png"/><a href="/x"><rect id="leg"/></a><style>*{fill:red}</style><rect id="arm" onclick="x()" style="fill:red" fill="url(#x)" width="3"/>',
    );
    const { element } = await show(question('select', wild));
    await until(() => shapes(element).length > 0);
    const drawn = element.shadowRoot?.querySelector('.map svg');
    expect(drawn?.innerHTML).to.equal('<rect id="arm" width="3" class="place"></rect>');
  });

  it('shows a picture without shapes as any other, and the list beside it works', async () => {
    const { element } = await show(question('select1', 'data:image/png;base64,AAAA'));
    await settle(element);
    expect(parts(element, '.map')).to.have.length(0);
    expect(parts(element, 'img')).to.have.length(1);
    expect(parts(element, 'input')).to.have.length(3);
  });
});
