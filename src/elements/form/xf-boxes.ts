import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { XfControl } from './xf-control.ts';

/** Stands for an empty box in an answer that the form will refuse, so that the other boxes keep their places. */
const MARK = '?';

/** What was typed into a box, as it stands in an answer among the others. */
export function marked(typed: string): string {
  return typed.trim() === '' ? MARK : typed.replaceAll(/\s+/g, '');
}

/** What a part of such an answer shows in its box. */
export function unmarked(part: string): string {
  return part === MARK ? '' : part;
}

/**
 * A question that several boxes answer together. Half an answer is none yet: the form hears of it when one leaves the boxes, or
 * presses Enter in one, or sends the form.
 */
export abstract class XfBoxes<Typed> extends XfControl {
  /** What is in the boxes while one of them is being filled in. */
  @state() protected typing: Typed | undefined;

  private release: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.typeOn();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopHolding();
    if (this.typing !== undefined) this.context.keepTyping(this.instance, this.typing);
  }

  protected override willUpdate(changed?: PropertyValues): void {
    super.willUpdate();
    if (changed?.has('node')) this.typeOn();
  }

  /** The question may have been out of sight for a while, or may have another place now. */
  private typeOn(): void {
    const typing = this.context.takeTyping(this.instance) as Typed | undefined;
    if (typing === undefined) this.typing = undefined;
    else this.change(typing);
  }

  /** Hands what stands in the boxes to the form. */
  protected abstract hand(typed: Typed): void;

  protected override get grouped(): boolean {
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('input, select, button, #text');
  }

  protected change(typed: Typed): void {
    this.typing = typed;
    this.release ??= this.context.hold(this.finish);
  }

  protected readonly handleFocusout = (event: FocusEvent): void => {
    const inside = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && inside.contains(event.relatedTarget)) return;
    this.finish();
  };

  protected readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.finish();
  };

  protected readonly finish = (): void => {
    const { typing } = this;
    this.stopHolding();
    // A box that goes loses the focus first. Its question could not be answered any more: its typing is kept as it is.
    if (typing === undefined || !this.instance.relevant) return;
    this.typing = undefined;
    this.hand(typing);
  };

  private stopHolding(): void {
    this.release?.();
    this.release = undefined;
  }
}
