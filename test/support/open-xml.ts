import type { Page } from 'playwright-core';
import type { XfForm } from '../../src/elements/form/xf-form.ts';

/** Opens a form in the `<xf-form>` of a page, whose pictures are all `/picture.svg`; resolves when it can be filled in. */
export function openXml(page: Page, xml: string): Promise<void> {
  return page.evaluate(async (given) => {
    await customElements.whenDefined('xf-form');
    const form = document.querySelector('xf-form') as XfForm;
    const ready = new Promise((resolve) =>
      form.addEventListener('xf-ready', resolve, { once: true }),
    );
    form.media = () => '/picture.svg';
    form.xml = given;
    await ready;
  }, xml);
}
