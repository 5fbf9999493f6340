import { render } from 'lit';
import type { ControlNode } from '../../xforms/control-node.ts';
import { classesOf, type ControlElementProperties } from './control-elements.ts';
import { errorNote } from './error-note.ts';
import type { FormContext } from './form-context.ts';
import { plainWords } from './form-text.ts';
import { autocompleteOf, boxClasses, type InputBox } from './input-box.ts';
import type { Resting } from './rest.ts';
import {
  chosenValues,
  haveSameFrame,
  restingPicture,
  type RestingPicture,
  type Words,
} from './resting-picture.ts';

/** A question at rest; `undefined` for one that needs its element. */
export function restingQuestion(
  { node, context }: ControlElementProperties,
  words: Words,
): Resting | undefined {
  const picture = restingPicture(node, context, words);
  return picture && new RestingQuestion(node, context, words, picture);
}

/**
 * A question while nobody is at it: the same look and the same names for assistive technology as its element has, made of plain nodes,
 * because those cost a tenth. It takes no answers.
 */
class RestingQuestion implements Resting {
  element: HTMLElement;
  #picture: RestingPicture;
  #label: Text | undefined;

  constructor(
    private readonly control: ControlNode,
    private readonly context: FormContext,
    private readonly words: Words,
    picture: RestingPicture,
  ) {
    this.#picture = picture;
    this.element = this.#draw();
  }

  /** Shows what the form has now, maybe in a new `element`. False when the question needs its own element from now on. */
  update(): boolean {
    const before = this.#picture;
    const picture = restingPicture(this.control, this.context, this.words);
    if (picture === undefined) return false;
    this.#picture = picture;
    if (!haveSameFrame(before, picture)) this.#redraw();
    else this.#rewrite(before, picture);
    return true;
  }

  #redraw(): void {
    const before = this.element;
    this.element = this.#draw();
    before.replaceWith(this.element);
  }

  #rewrite(before: RestingPicture, { label, answer }: RestingPicture): void {
    const words = plainWords(label);
    if (this.#label !== undefined && this.#label.data !== words) this.#label.data = words;
    if (before.answer === answer) return;
    if (this.#picture.frame === 'note') this.#redraw();
    else this.#showAnswer();
  }

  #draw(): HTMLElement {
    const { error } = this.#picture;
    const element = this.#frame();
    element.className = `${classesOf(this.control)} resting${error === '' ? '' : ' invalid'}`;
    element.dataset['key'] = this.control.key;
    this.element = element;
    this.#drawLabel(element.firstElementChild as HTMLElement);
    this.#drawAnswer();
    this.#drawHint();
    if (error !== '') this.#drawError(error);
    return element;
  }

  #frame(): HTMLElement {
    const { frame, box } = this.#picture;
    return box?.kind === 'text' ? frames.text() : frames[frame]();
  }

  #drawLabel(label: HTMLElement): void {
    const { required, frame, answer } = this.#picture;
    this.#label = document.createTextNode(plainWords(this.#picture.label));
    label.append(this.#label);
    if (required !== '') label.append(withText('span', 'required', ` ${required}`));
    if (frame === 'note') label.className = answer === '' ? 'note-text' : 'label';
  }

  #drawAnswer(): void {
    const { frame, answer } = this.#picture;
    if (frame === 'box') this.#drawBox();
    if (frame === 'choices') this.#drawChoices();
    if (frame === 'note' && answer !== '') {
      const value = withText('div', 'value', answer);
      value.title = this.control.node.lexical;
      this.element.append(value);
    }
  }

  #drawBox(): void {
    const { box } = this.#picture;
    if (box === undefined) return;
    const control = this.element.lastElementChild as HTMLElement;
    control.className = boxClasses(box, this.control.node);
    if (box.kind !== 'text') this.#nameInput(control as HTMLInputElement, box);
    else this.#name(control);
    if (box.multiline) control.ariaMultiLine = 'true';
    this.#describe(control);
    this.#showAnswer();
  }

  #name(control: HTMLElement): void {
    const label = this.element.firstElementChild as HTMLElement;
    label.id = this.control.key;
    control.setAttribute('aria-labelledby', label.id);
  }

  #nameInput(input: HTMLInputElement, box: InputBox): void {
    input.type = box.kind;
    input.autocomplete = autocompleteOf(box);
    input.id = (this.element.firstElementChild as HTMLLabelElement).htmlFor = this.control.key;
  }

  #drawChoices(): void {
    const { choices, clear } = this.#picture;
    const list = this.element.lastElementChild as HTMLElement;
    const isOne = this.control.kind === 'select1';
    list.role = isOne ? 'radiogroup' : 'group';
    if (isOne) list.tabIndex = 0;
    for (const { label } of choices) {
      const line = isOne ? frames.radio() : frames.checkbox();
      (line.lastElementChild ?? line).append(plainWords(label));
      list.append(line);
    }
    this.#name(list);
    this.#describe(list);
    if (clear !== '') this.element.append(clearButton(clear));
    this.#showAnswer();
  }

  #describe(control: HTMLElement): void {
    const { hint, error, frame } = this.#picture;
    if (frame === 'box' && this.control.node.required) control.ariaRequired = 'true';
    if (frame === 'box' && error !== '') control.ariaInvalid = 'true';
    const wrong = error === '' ? '' : `${this.words.strings.form.error} ${error}`;
    const words = [plainWords(hint), wrong].filter(Boolean);
    if (words.length > 0) control.ariaDescription = words.join(' ');
  }

  #drawHint(): void {
    const { hint } = this.#picture;
    if (hint !== undefined && hint.text !== '')
      this.element.firstElementChild?.after(withText('div', 'hint', plainWords(hint)));
  }

  #drawError(error: string): void {
    const note = withText('div', 'field-error', '');
    render(errorNote(error, this.words.strings.form), note);
    this.element.append(note);
  }

  #showAnswer(): void {
    const { frame, answer, choices } = this.#picture;
    if (frame === 'box') {
      showInBox(this.element.querySelector<HTMLElement>('.control'), answer);
    } else if (frame === 'choices') {
      const chosen = chosenValues(this.control.kind, answer);
      const lines = this.element.getElementsByClassName('choice');
      choices.forEach(({ value }, at) => markChosen(lines[at], chosen.includes(value)));
    }
  }
}

/** Copying a node is much quicker than making one of its parts. */
const frames = {
  note: pattern(() => made('div', '', made('div'))),
  box: pattern(() => made('div', '', made('label', 'label'), made('input', 'control'))),
  // Native boxes cost more than all the rest, and whenever one gets the focus the browser looks through all of them for what it could
  // fill in; so where the picture is no more than a text, it is painted too.
  text: pattern(() => made('div', '', made('div', 'label'), paintedBox())),
  choices: pattern(() => made('div', '', made('div', 'label'), made('div', 'choices list'))),
  // A native radio costs as much as all the rest of a question, so that a resting one is painted.
  radio: pattern(() => Object.assign(made('div', 'choice painted'), { role: 'radio' })),
  checkbox: pattern(() => {
    const box = Object.assign(made('input'), { type: 'checkbox' });
    return made('label', 'choice', box, made('span', 'choice-words'));
  }),
} as const;

/** Gives copies of what is made when it is first needed: where there is no document, as on a server, this module does no harm. */
function pattern(make: () => HTMLElement): () => HTMLElement {
  let original: HTMLElement | undefined;
  return () => (original ??= make()).cloneNode(true) as HTMLElement;
}

function made(tag: string, className = '', ...children: readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

function withText(tag: string, className: string, text: string): HTMLElement {
  const element = made(tag, className);
  element.textContent = text;
  return element;
}

function clearButton(words: string): HTMLElement {
  return Object.assign(withText('div', 'link-button clear', words), { role: 'button' });
}

function paintedBox(): HTMLElement {
  return Object.assign(made('div', 'control'), { role: 'textbox', tabIndex: 0 });
}

function showInBox(box: HTMLElement | null, answer: string): void {
  if (box instanceof HTMLInputElement) box.value = answer;
  else if (box !== null) box.textContent = answer;
}

function markChosen(line: Element | undefined, chosen: boolean): void {
  const box = line?.querySelector('input');
  if (box) box.checked = chosen;
  else if (line) line.ariaChecked = String(chosen);
}
