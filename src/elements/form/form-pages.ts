import type { FormEntryEvent } from '../../machines/form-entry.ts';
import { pageToCheck } from '../../machines/pages.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { FormScreen, ScreenAddress } from '../../xforms/screens.ts';
import { addressOf, questionsOn, screenAt, screenOf } from '../../xforms/screens.ts';
import type { FormContext } from './form-context.ts';
import { pageKey } from './page-keys.ts';

/** The element whose form is gone through screen by screen. */
interface PagedElement extends HTMLElement {
  readonly form: FormInstance | undefined;
  readonly context: FormContext | undefined;
  /** The screen that is shown; `undefined` where all questions stand on one page. */
  readonly page: ScreenAddress | undefined;
  readonly busy: boolean;
}

/** What turning its screens calls for. */
interface PagedActs {
  /** Hands to the form-entry actor what the person does. */
  tell(event: FormEntryEvent): void;
  /** Goes to a control. False when it is not asked. */
  show(control: ControlNode): Promise<boolean>;
  /** What the last button does. */
  finish(): void;
}

/** Turns the screens of a form, by its buttons and by keys. Which one is shown the form-entry machine says. */
export class FormPages {
  constructor(
    private readonly element: PagedElement,
    private readonly acts: PagedActs,
  ) {}

  /** `undefined` at the end, and where all questions stand on one page. */
  get shown(): FormScreen | undefined {
    const { form, page } = this.element;
    return page === undefined || form === undefined ? undefined : screenAt(form, page);
  }

  get isFirst(): boolean {
    const { form } = this.element;
    const { shown } = this;
    if (form === undefined || shown === undefined) return false;
    const first = screenAt(form, '');
    return first === undefined || addressOf(first) === addressOf(shown);
  }

  /** Hands over what is being typed and says `page.next`. True when nothing was to be checked; else the first of it has the focus. */
  async goForward(): Promise<boolean> {
    const { shown, element, acts } = this;
    const { context } = element;
    if (context === undefined || shown === undefined || element.busy) return false;
    context.flush();
    const questions = questionsOn(shown);
    const unreadable = questions.find(({ node }) => context.isUnreadable(node));
    if (unreadable === undefined) acts.tell({ type: 'page.next' });
    for (const { node } of questions) context.touch(node);
    const first = unreadable ?? pageToCheck(context.form, addressOf(shown))[0];
    if (first !== undefined) await acts.show(first);
    return first === undefined;
  }

  goBack(): void {
    if (this.element.busy) return;
    this.element.context?.flush();
    this.acts.tell({ type: 'page.previous' });
  }

  /** Turns to the screen of a control, if there are several. */
  turnTo(control: ControlNode): void {
    const { form } = this.element;
    const screen = form && screenOf(form, control);
    if (screen === undefined) return;
    const page = addressOf(screen);
    if (page !== this.element.page) this.acts.tell({ type: 'page.goTo', page });
  }

  readonly handleKeydown = (event: KeyboardEvent): void => {
    const { page, busy } = this.element;
    if (page === undefined || busy) return;
    const key = pageKey(event, this.element.matches(':dir(rtl)') ? 'rtl' : 'ltr');
    if (key === undefined) return;
    event.preventDefault();
    if (key === 'previous') this.goBack();
    else if (this.shown !== undefined) void this.goForward();
    else if (key === 'finish') this.acts.finish();
  };
}
