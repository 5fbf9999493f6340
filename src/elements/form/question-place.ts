import type { ControlNode } from '../../xforms/control-node.ts';
import { isVisible } from '../../xforms/visible-control.ts';
import { makeControlElement, type ControlElementProperties } from './control-elements.ts';
import type { Resting } from './rest.ts';

/**
 * The place of one control among the others of its list: nothing while it is not asked, at rest in a long form until somebody comes
 * to it, and its element from then on.
 */
export class QuestionPlace {
  /** What is on the page; `undefined` while the control is not asked. */
  shown: HTMLElement | undefined;
  #properties: ControlElementProperties;
  #resting: Resting | undefined;
  #element: HTMLElement | undefined;

  constructor(
    properties: ControlElementProperties,
    private readonly rest: (properties: ControlElementProperties) => Resting | undefined,
  ) {
    this.#properties = properties;
  }

  get control(): ControlNode {
    return this.#properties.node;
  }

  get isResting(): boolean {
    return this.shown !== undefined && this.shown === this.#resting?.element;
  }

  /** Brings what is shown up to date: after this it may be another element, or none. */
  refresh(): void {
    if (isVisible(this.control)) this.shown = this.#current();
    else this.shown = this.#element = undefined;
  }

  /** What stays at rest while it is not asked keeps its nodes: it may be asked again. */
  #current(): HTMLElement {
    if (this.#element !== undefined) return this.#element;
    if (this.#resting?.update() === true) return this.#resting.element;
    this.#resting = this.#resting === undefined ? this.rest(this.#properties) : undefined;
    return this.#resting?.element ?? this.wake();
  }

  /** Its element, from now on in place of what rests. */
  wake(): HTMLElement {
    this.#resting?.leave?.();
    this.#resting = undefined;
    return (this.shown = this.#element ??= makeControlElement(this.#properties));
  }

  /** Properties of its element alone have changed. */
  give(properties: Readonly<Record<string, unknown>>): void {
    if (hasAll(this.#properties, properties)) return;
    this.#properties = { ...this.#properties, ...properties };
    this.#resting?.give?.(properties);
    if (this.#element !== undefined) Object.assign(this.#element, properties);
  }

  /** Its list is not on the page. An element sees to itself. */
  pause(): void {
    this.#resting?.pause?.();
  }

  /** Its list is on the page again. */
  resume(): void {
    this.#resting?.resume?.();
  }

  /** It is not on the page any more. Returns what was shown. */
  leave(): HTMLElement | undefined {
    const { shown } = this;
    this.#resting?.leave?.();
    this.shown = this.#element = this.#resting = undefined;
    return shown;
  }
}

/** An item of thousands is told again and again where it stands, and it is where it was. */
function hasAll(known: object, properties: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(properties).every(
    ([name, value]) => name in known && known[name as keyof typeof known] === value,
  );
}
