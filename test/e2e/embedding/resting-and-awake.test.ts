import { expect } from 'chai';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../../support/launch-browser.ts';
import { HostSite } from './host-site.ts';

/** A question of some kind, with what may stand around and in it. */
const question = fc.record({
  kind: fc.constantFrom('text', 'int', 'decimal', 'multiline', 'one', 'many', 'note', 'date'),
  hint: fc.boolean(),
  required: fc.boolean(),
  constraint: fc.boolean(),
  answer: fc.constantFrom('', '', '7', 'b', 'some words that say more than one'),
});

interface Question {
  readonly kind: string;
  readonly hint: boolean;
  readonly required: boolean;
  readonly constraint: boolean;
  readonly answer: string;
}

/** So many that they rest. */
const form = fc.array(question, { minLength: 62, maxLength: 70 });

const TYPES: Readonly<Record<string, string>> = { int: 'int', decimal: 'decimal', date: 'date' };
const CHOICES = ['a', 'b', '7']
  .map((value) => `<item><label>Choice ${value}</label><value>${value}</value></item>`)
  .join('');

const LONG_ANSWER = `${'so many words that they fill more than a line '.repeat(8)}and end`;

/** Boxes for text, the last of them with a long answer. */
const PLAIN: readonly Question[] = Array.from({ length: 70 }, (_, at) => {
  const answer = at === 69 ? LONG_ANSWER : '';
  return { kind: 'text', hint: false, required: false, constraint: false, answer };
});

/** Of `window`, where the browser searches the page. */
interface Finding {
  find(text: string): boolean;
}

function answerOf({ kind, answer }: Question): string {
  if (kind === 'date') return answer === '7' ? '2026-02-03' : '';
  if (kind === 'int' || kind === 'decimal') return answer === '7' ? answer : '';
  if (kind === 'one' || kind === 'many') return answer.length > 1 ? '' : answer;
  return answer;
}

function bindOf(each: Question, at: number): string {
  const { kind, required, constraint } = each;
  const rules = [
    kind === 'note' ? 'readonly="true()"' : '',
    required ? 'required="true()"' : '',
    constraint ? `constraint=". != 'b' and . != 7" jr:constraintMsg="Not this"` : '',
  ];
  return `<bind nodeset="/long/q${at}" type="${TYPES[kind] ?? 'string'}" ${rules.join(' ')}/>`;
}

function controlOf({ kind, hint }: Question, at: number): string {
  const words = `<label>Question ${at}</label>${hint ? `<hint>Hint ${at}</hint>` : ''}`;
  if (kind === 'one') return `<select1 ref="/long/q${at}">${words}${CHOICES}</select1>`;
  if (kind === 'many') return `<select ref="/long/q${at}">${words}${CHOICES}</select>`;
  const appearance = kind === 'multiline' ? ' appearance="multiline"' : '';
  return `<input ref="/long/q${at}"${appearance}>${words}</input>`;
}

function xmlOf(questions: readonly Question[]): string {
  const data = questions.map((each, at) => `<q${at}>${answerOf(each)}</q${at}>`).join('');
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Long</h:title><model>
    <instance><long id="long">${data}</long></instance>${questions.map(bindOf).join('')}</model></h:head>
    <h:body>${questions.map(controlOf).join('')}</h:body></h:html>`;
}

const page = `<!doctype html>
<html lang="en">
  <title>Long</title>
  <script type="module" src="caseload/xf-form.js"></script>
</html>`;

/** Shows a form, tries to finish it if that is asked for, and stays away from its questions. */
async function show(page: Page, xml: string, attempts: boolean): Promise<void> {
  await page.evaluate(
    async ([text, isTried]) => {
      document.querySelector('xf-form')?.remove();
      const element = Object.assign(document.createElement('xf-form'), { xml: text });
      const ready = new Promise((resolve) => element.addEventListener('xf-ready', resolve));
      document.body.append(element);
      await ready;
      const { context } = element as unknown as { context: { attempt(): void } };
      if (isTried) context.attempt();
      await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    },
    [xml, attempts] as const,
  );
}

/** How many rest. */
function countResting(page: Page): Promise<number> {
  return page.evaluate(
    () => document.querySelector('xf-form')?.shadowRoot?.querySelectorAll('.resting').length ?? 0,
  );
}

async function wakeAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const element = document.querySelector('xf-form') as unknown as {
      controls: readonly { key: string }[];
      questions: { wake(key: string): { updateComplete?: Promise<unknown> } | undefined };
    };
    for (const { key } of element.controls) await element.questions.wake(key)?.updateComplete;
  });
}

const SILENT = [
  'generic',
  'none',
  'StaticText',
  'InlineTextBox',
  'LabelText',
  'Legend',
  'paragraph',
];

interface AxNode {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { value: string };
  readonly name?: { value: string };
  readonly description?: { value: string };
  readonly value?: { value: unknown };
  readonly properties?: readonly { name: string; value: { value: unknown } }[];
}

const STATES = ['checked', 'invalid', 'required', 'multiline'];

/** As they are read; the protocol gives them level by level. */
function* inOrder(nodes: readonly AxNode[], top: AxNode | undefined = nodes[0]): Generator<AxNode> {
  if (top === undefined) return;
  yield top;
  for (const id of top.childIds ?? []) {
    const child = nodes.find(({ nodeId }) => nodeId === id);
    if (child !== undefined) yield* inOrder(nodes, child);
  }
}

/** What assistive technology tells of the page: a line for each thing that has a role. */
async function told(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  return [...inOrder(nodes)]
    .filter(({ ignored, role }) => !ignored && !SILENT.includes(role?.value ?? 'none'))
    .map(({ role, name, description, value, properties = [] }) => {
      const states = properties.filter(
        ({ name, value: { value } }) =>
          STATES.includes(name) && value !== 'false' && value !== false,
      );
      return [
        // Choices are a fieldset when they are awake.
        role?.value === 'radiogroup' ? 'group' : role?.value,
        name?.value,
        description?.value ?? '',
        value?.value ?? '',
        ...states.map((each) => `${each.name}=${String(each.value.value)}`).sort(),
      ].join(' | ');
    });
}

describe('a question at rest', () => {
  const site = new HostSite({ '/': page });
  let browser: Browser;
  let url: string;

  before(async () => {
    url = await site.open();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await site.close();
  });

  it('tells assistive technology what it tells awake, whatever it asks', async () => {
    const opened = await openPage(browser);
    await opened.page.goto(url);
    const property = fc.asyncProperty(form, fc.boolean(), async (questions, attempts) => {
      await show(opened.page, xmlOf(questions), attempts);
      // The last to come: it is fetched when the form is there.
      await opened.page.getByRole('button', { name: 'Keys' }).waitFor();
      expect(await countResting(opened.page)).to.be.above(50);
      const atRest = await told(opened.page);
      await wakeAll(opened.page);
      expect(await countResting(opened.page)).to.equal(0);
      const awake = await told(opened.page);
      const strange = awake.filter((line, at) => line !== atRest[at]);
      expect(strange, atRest.filter((line, at) => line !== awake[at]).join('; ')).to.deep.equal([]);
    });
    await fc.assert(property, { numRuns: 6, endOnFailure: true, includeErrorInReport: true });
    await opened.close();
  });

  it('is found in the page by its label and by its answer, and stays at rest', async () => {
    const opened = await openPage(browser);
    await opened.page.goto(url);
    await show(opened.page, xmlOf(PLAIN), false);
    const resting = await countResting(opened.page);
    for (const words of ['Question 55', LONG_ANSWER]) {
      const found = (text: string) => (window as unknown as Finding).find(text);
      expect(await opened.page.evaluate(found, words), words).to.be.true;
    }
    expect(await countResting(opened.page)).to.equal(resting);
    await opened.close();
  });

  it('is on paper with all of its answer', async () => {
    const opened = await openPage(browser, 'narrow');
    await opened.page.goto(url);
    await show(opened.page, xmlOf(PLAIN), false);
    await opened.page.emulateMedia({ media: 'print' });
    const boxes = await opened.page.evaluate(() =>
      [
        ...(document
          .querySelector('xf-form')
          ?.shadowRoot?.querySelectorAll<HTMLElement>('.resting > [role=textbox]') ?? []),
      ].map((box) => ({
        words: box.innerText,
        height: box.offsetHeight,
        isCut: box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight,
      })),
    );
    expect(boxes).to.have.length(PLAIN.length);
    expect(boxes.filter(({ height, isCut }) => height === 0 || isCut)).to.deep.equal([]);
    expect(boxes.at(-1)?.words).to.equal(LONG_ANSWER);
    await opened.close();
  });
});
