import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { MissingPart, orMissingPart } from '../../platform/missing-part.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { Transaction } from '../../xforms/transaction.ts';
import { XfGotoEvent } from '../events/xf-goto-event.ts';
import { XfUndoEvent } from '../events/xf-undo-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { controlPath, pathToNode } from './control-path.ts';
import { DialogWatch, surroundings } from './dialog-watch.ts';
import { FormContextController } from './form-context-controller.ts';
import type { FormContext } from './form-context.ts';
import { plainWords } from './form-text.ts';
import { isWrittenIn } from './is-written-in.ts';
import { undoKey } from './undo-key.ts';
import { undoStyles } from './xf-undo.styles.ts';

/** The form in which somebody was last: several forms may stand on a page. */
let latest: HTMLElement | undefined;

/**
 * @summary Takes back what the person did last in the form around it: by its keys, and by a button where an item was removed.
 *
 * In a box in which somebody has typed since they came to it, the keys are the browser's own.
 *
 * @event {XfUndoEvent} xf-undo - The person takes something back, or does it again.
 * @event {XfGotoEvent} xf-goto - To what has come back.
 * @csspart undo - The notice.
 * @csspart undo-button - Takes the last change back.
 * @csspart redo-button - Does it again.
 */
@customElement('xf-undo')
export class XfUndo extends LitElement {
  static override styles = [baseStyles, buttonStyles, undoStyles];

  private readonly words = new StringsController(this);
  private readonly dialogs = new DialogWatch(this);

  @query('button') private readonly button!: HTMLButtonElement | null;

  /** What the elements of the form share. */
  @property({ attribute: false }) context!: FormContext;

  /** Nothing can be changed at the moment. */
  @property({ type: Boolean }) busy = false;

  private form: HTMLElement | undefined;
  private typedIn: EventTarget | undefined;
  private stopHearing: (() => void) | undefined;

  constructor() {
    super();
    new FormContextController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = (this.getRootNode() as ShadowRoot).host as HTMLElement;
    this.form.addEventListener('pointerdown', this.handleCome);
    this.form.addEventListener('focusin', this.handleFocus);
    this.form.addEventListener('focusout', this.handleFocus);
    this.form.addEventListener('input', this.handleInput);
    if (latest?.isConnected !== true) latest = this.form;
    document.addEventListener('keydown', this.handleKey);
    this.hear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.form?.removeEventListener('pointerdown', this.handleCome);
    this.form?.removeEventListener('focusin', this.handleFocus);
    this.form?.removeEventListener('focusout', this.handleFocus);
    this.form?.removeEventListener('input', this.handleInput);
    document.removeEventListener('keydown', this.handleKey);
    this.stopHearing?.();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('context')) this.hear();
  }

  private hear(): void {
    this.stopHearing?.();
    this.stopHearing = this.context?.form.onTransaction(({ turned }) => {
      if (turned !== undefined) void this.goTo(turned);
    });
  }

  private readonly handleCome = (): void => {
    latest = this.form;
  };

  private readonly handleFocus = (): void => {
    latest = this.form;
    this.typedIn = undefined;
  };

  /** A list has no keys of its own that would take a choice back. */
  private readonly handleInput = (event: Event): void => {
    latest = this.form;
    const [target] = event.composedPath();
    this.typedIn = target instanceof HTMLSelectElement ? undefined : target;
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    const direction = undoKey(event);
    if (direction === undefined || !this.isMeant(event)) return;
    event.preventDefault();
    this.turn(direction);
  };

  // What had the focus may be gone; then the keys go to the form in which somebody was last.
  private isMeant(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    const { form } = this;
    if (form === undefined || !form.checkVisibility() || this.isBehindDialog(path, form))
      return false;
    if (!path.includes(form)) return path[0] === document.body && latest === form;
    return !isWrittenIn(path[0]) || path[0] !== this.typedIn;
  }

  /** What a dialog is about does not change behind it. A form may itself stand in one. */
  private isBehindDialog(path: readonly EventTarget[], form: HTMLElement): boolean {
    const inside = path.filter((each) => each instanceof HTMLDialogElement);
    const around = new Set<unknown>(surroundings(form));
    return inside.some((dialog) => !around.has(dialog)) || this.dialogs.covers(form);
  }

  private readonly handleBack = (): void => this.turn('back');
  private readonly handleForth = (): void => this.turn('forth');

  private turn(direction: 'back' | 'forth'): void {
    if (!this.busy) this.dispatchEvent(new XfUndoEvent(direction));
  }

  /** To what has come back or goes again, so that the person sees what they have done. */
  private async goTo({ nodes: [node] }: NonNullable<Transaction['turned']>): Promise<void> {
    const { context } = this;
    await this.updateComplete;
    if (context !== this.context || node === undefined) return;
    const control = this.controlOf(node);
    if (control?.relevant) this.dispatchEvent(new XfGotoEvent(control));
    else this.button?.focus();
  }

  private controlOf(node: InstanceNode): ControlNode | undefined {
    const { controls } = this.context.form;
    return node.attached ? pathToNode(controls, node).at(-1) : this.repeatOf(node);
  }

  /** Where an item was that is gone. */
  private repeatOf({ parent, definition }: InstanceNode): ControlNode | undefined {
    const { controls } = this.context.form;
    const isRepeat = ({ kind, node, definition: { target } }: ControlNode) =>
      kind === 'repeat' && node === parent && target === definition;
    return controlPath(controls, isRepeat).at(-1);
  }

  /** The item that was removed last, where nothing else was done since. */
  private get removed(): InstanceNode | undefined {
    return [...(this.context.form.journal.last?.subjects ?? [])].find(({ attached }) => !attached);
  }

  protected override render(): unknown {
    if (this.context === undefined) return nothing;
    const shown = orMissingPart(() => this.renderContent());
    if (!(shown instanceof MissingPart)) return shown;
    void shown.fetch().then(() => this.requestUpdate());
    return nothing;
  }

  private renderContent(): unknown {
    const { form, control } = this.words.strings;
    const { journal } = this.context.form;
    const { removed } = this;
    if (journal.canRedo)
      return this.renderNotice(control.undone, 'redo-button', control.redo, this.handleForth);
    if (removed === undefined) return nothing;
    const told = form.removed(plainWords(this.repeatOf(removed)?.label));
    return this.renderNotice(told, 'undo-button', form.undo, this.handleBack);
  }

  private renderNotice(told: string, part: string, words: string, press: () => void): unknown {
    return html`<div part="undo" class="undo">
      <span>${told}</span>
      <button part=${part} type="button" class="button compact" @click=${press}>${words}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-undo': XfUndo;
  }
}
