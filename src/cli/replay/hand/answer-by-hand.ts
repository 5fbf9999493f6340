import type { Locator, Page } from 'playwright-core';
import { CannotByHandError } from './cannot-by-hand-error.ts';

/** An answer to a question. */
export interface HandAnswer {
  readonly ref: string;
  readonly value: string;
  /** As the box of a date or time takes it. */
  readonly typed: string;
}

/**
 * Answers a question of the form that is open, found by its path. False where the page does not ask it, or not so. Throws
 * CannotByHandError for a kind of question that nobody has taught the hand yet.
 */
export async function answerByHand(page: Page, answer: HandAnswer): Promise<boolean> {
  const control = await questionAt(page, answer.ref);
  if (control === undefined) return false;
  const tag = await control.evaluate(({ localName }) => localName);
  const way = WAYS[tag];
  if (way === undefined) throw new CannotByHandError(`answer ${answer.ref} in ${tag}`);
  return way(control, answer);
}

/** The control that asks for a node, in sight; `undefined` where nobody is asked for it. */
export async function questionAt(page: Page, ref: string): Promise<Locator | undefined> {
  const isShown = await page
    .locator('xf-form')
    .evaluate((form, path) => (form as unknown as Revealing).focusControl(path), ref);
  const control = page.locator(`xf-form [name=${JSON.stringify(ref)}]`).first();
  return isShown && (await control.count()) > 0 ? control : undefined;
}

interface Revealing {
  focusControl(ref: string): Promise<boolean>;
}

type Way = (control: Locator, answer: HandAnswer) => Promise<boolean>;

/** By the element of the question. */
const WAYS: Readonly<Record<string, Way>> = {
  'xf-input': type,
  'xf-select1': chooseOne,
  'xf-select': chooseSeveral,
  'xf-trigger': acknowledge,
  'xf-range': slide,
  'xf-geopoint': locate,
  'xf-rank': rank,
  'xf-upload': takeFileAway,
};

/** Boxes that a browser fills in by parts of its own. */
const PICKERS: ReadonlySet<string | null> = new Set(['date', 'time', 'datetime-local']);

async function type(control: Locator, { value, typed }: HandAnswer): Promise<boolean> {
  const box = control.locator('#control');
  if (!(await isOpen(box))) return false;
  if (PICKERS.has(await box.getAttribute('type'))) return pick(box, value, typed);
  const isOneLine = await box.evaluate(({ localName }) => localName === 'input');
  if (isOneLine && value.includes('\n')) return false;
  await typeInto(box, value);
  await box.press('Tab');
  return true;
}

/** Tab would only go on to the next part. */
async function pick(box: Locator, value: string, typed: string): Promise<boolean> {
  if (typed === '' && value !== '') return false;
  // No box takes a day that the calendar does not have.
  const isTaken = await box.fill(typed).then(
    async () => (await box.inputValue()) === typed,
    () => false,
  );
  if (isTaken) await box.press('Enter');
  return isTaken;
}

/** Letter by letter, over what stands there. */
async function typeInto(box: Locator, text: string): Promise<void> {
  await box.click();
  await box.press('ControlOrMeta+a');
  await box.press('Delete');
  await box.pressSequentially(text);
}

async function chooseOne(control: Locator, { value }: HandAnswer): Promise<boolean> {
  const dropdown = control.locator('select#control');
  const combobox = control.locator('input[role=combobox]');
  if ((await dropdown.count()) > 0) return chooseInList(dropdown, value);
  if ((await combobox.count()) > 0) return chooseByTyping(control, combobox, value);
  if (value === '') return clickIfThere(control.locator('.clear'));
  return clickIfThere(control.locator(`input[type=radio][value=${JSON.stringify(value)}]`));
}

async function chooseInList(list: Locator, value: string): Promise<boolean> {
  const option = list.locator(`option[value=${JSON.stringify(value)}]`);
  if (!(await isOpen(list)) || (await option.count()) === 0) return false;
  await list.selectOption(value);
  return true;
}

async function chooseByTyping(control: Locator, box: Locator, value: string): Promise<boolean> {
  const label = await control.evaluate(labelOfChoice, value);
  if (label === undefined || !(await isOpen(box))) return false;
  await typeInto(box, label);
  await box.press('Tab');
  return true;
}

// Runs in the page.
function labelOfChoice(control: unknown, value: string): string | undefined {
  const { node } = control as {
    readonly node: {
      readonly choices: readonly { value: string; label: { text: string } }[];
    };
  };
  return value === '' ? '' : node.choices.find((choice) => choice.value === value)?.label.text;
}

async function chooseSeveral(control: Locator, { value }: HandAnswer): Promise<boolean> {
  const wanted = new Set(value.split(/\s+/).filter((each) => each !== ''));
  const boxes = control.locator('input[type=checkbox]');
  const values = await boxes.evaluateAll((all) => all.map((box) => (box as unknown as Box).value));
  if (![...wanted].every((each) => values.includes(each))) return false;
  for (const [index, each] of values.entries()) await boxes.nth(index).setChecked(wanted.has(each));
  return true;
}

interface Box {
  readonly value: string;
}

async function acknowledge(control: Locator, { value }: HandAnswer): Promise<boolean> {
  const box = control.locator('input[type=checkbox]');
  if (!(await isOpen(box))) return false;
  await box.setChecked(value !== '');
  return true;
}

async function slide(control: Locator, { value }: HandAnswer): Promise<boolean> {
  if (value === '') return clickIfThere(control.locator('.link-button'));
  const slider = control.locator('input[type=range]');
  if (!(await isOpen(slider))) return false;
  await slider.fill(value);
  return (await slider.inputValue()) === value;
}

/** Two numbers are typed; a place with its accuracy is what a device says of itself. */
async function locate(control: Locator, { value }: HandAnswer): Promise<boolean> {
  const boxes = control.locator('input');
  if (!(await isOpen(boxes.first()))) return false;
  const [latitude = '', longitude = '', altitude, accuracy] = value.split(/\s+/);
  if (accuracy !== undefined && Number(altitude) === 0) {
    const context = control.page().context();
    await context.grantPermissions(['geolocation']);
    const here = [latitude, longitude, accuracy].map(Number);
    const [north = 0, east = 0, metres = 0] = here;
    await context.setGeolocation({ latitude: north, longitude: east, accuracy: metres });
    await control.locator('[part=locate-button]').click();
    await control.page().waitForFunction(isAnswered, { control: await control.elementHandle() });
    return true;
  }
  await typeInto(boxes.first(), latitude);
  await typeInto(boxes.last(), longitude);
  await boxes.last().press('Tab');
  return true;
}

// Runs in the page.
function isAnswered({ control }: { readonly control: unknown }): boolean {
  return (control as { node: { node: { lexical: string } } }).node.node.lexical !== '';
}

/** Each choice is moved up to its place; an order that is right already is confirmed. */
async function rank(control: Locator, { value }: HandAnswer): Promise<boolean> {
  const lone = control.locator('.link-button');
  if (value === '') return clickIfThere(lone);
  const order = await control.evaluate(orderOnPage);
  const wanted = value.split(/\s+/);
  if (order.toSorted().join(' ') !== wanted.toSorted().join(' ')) return false;
  if (order.join(' ') === wanted.join(' ')) return clickIfThere(lone);
  for (const [place, each] of wanted.entries()) {
    const from = order.indexOf(each);
    for (let at = from; at > place; at -= 1)
      await control.locator('li').nth(at).locator('button').first().click();
    order.splice(place, 0, ...order.splice(from, 1));
  }
  return true;
}

// Runs in the page.
function orderOnPage(control: unknown): string[] {
  const { node } = control as {
    readonly node: { node: { lexical: string }; choices: readonly { value: string }[] };
  };
  const ranked = node.node.lexical.split(' ').filter((value) => value !== '');
  const others = node.choices.map(({ value }) => value);
  return [...new Set([...ranked, ...others])];
}

async function takeFileAway(control: Locator, { value }: HandAnswer): Promise<boolean> {
  return value === '' && clickIfThere(control.locator('[part=clear-button]'));
}

/** True for a control that is there and can be changed. */
async function isOpen(box: Locator): Promise<boolean> {
  return (await box.count()) > 0 && !(await box.isDisabled());
}

/** Clicks the one that is found; false where there is none, or it is not to be clicked. */
export async function clickIfThere(found: Locator): Promise<boolean> {
  if (!(await isOpen(found))) return false;
  await found.click();
  return true;
}
