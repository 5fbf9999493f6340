import type { FormInstance } from '../../xforms/form-instance.ts';
import type { StringsController } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';
import { questionsOf } from './form-progress.ts';

/** The element as the `<form>` around it sees it. */
export interface FormMember extends HTMLElement {
  readonly form: FormInstance | undefined;
  readonly context: FormContext | undefined;
  readonly name: string;
  flush(): void;
  reportValidity(): boolean;
}

/**
 * The `<form>` of the page around an `<xf-form>`. It sends the answers, or the whole instance under the element's name, and is not sent
 * while something is to be checked: that is shown instead. Without such a form nothing is done.
 */
export class OuterForm {
  readonly #element: FormMember;
  readonly #internals: ElementInternals;
  readonly #words: StringsController;
  #owner: HTMLFormElement | null = null;
  #leave = new AbortController();

  constructor(element: FormMember, internals: ElementInternals, words: StringsController) {
    this.#element = element;
    this.#internals = internals;
    this.#words = words;
    // The browser's bubble would point at the middle of the form, and say less.
    element.addEventListener('invalid', (event) => {
      event.preventDefault();
      element.reportValidity();
    });
  }

  /** The page has put the element into a form, or taken it out of one. */
  associate(owner: HTMLFormElement | null): void {
    this.#leave.abort();
    this.#leave = new AbortController();
    this.#owner = owner;
    const { signal } = this.#leave;
    owner?.addEventListener('submit', this.#handleSubmit, { signal, capture: true });
    owner?.addEventListener('formdata', this.#handleFormdata, { signal });
    owner?.addEventListener('mousedown', this.#handleMousedown, { signal });
    owner?.addEventListener('click', this.#handleClick, { signal, capture: true });
    this.mirror();
  }

  /** The answers have changed. */
  mirror(): void {
    if (this.#owner === null) return;
    const count = this.#element.context?.faultCount ?? 0;
    if (count === 0) this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, this.#sentence(count));
  }

  #sentence(count: number): string {
    return this.#words.strings.form.errorSummary(count);
  }

  // As with the form's own buttons: an error that comes or goes must not move the button from under the pointer.
  readonly #handleMousedown = (event: Event): void => {
    if (isSubmitter(event.target)) event.preventDefault();
  };

  /** Before the browser asks whether all is valid. */
  readonly #handleClick = ({ target }: Event): void => {
    if (!isSubmitter(target)) return;
    this.#element.flush();
    this.mirror();
  };

  /** By program there is no click before: what is being typed is heard of now, and may be wrong, or leave something to be asked. */
  readonly #handleSubmit = (event: SubmitEvent): void => {
    this.#element.flush();
    this.mirror();
    if (this.#internals.checkValidity() || isUnasked(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  readonly #handleFormdata = ({ formData }: FormDataEvent): void => {
    const { form, name } = this.#element;
    if (form === undefined) return;
    this.#element.flush();
    if (name !== '') formData.append(name, form.submissionXml());
    else for (const { node } of questionsOf(form.controls)) formData.append(node.ref, node.lexical);
  };
}

/** The page sends it whether or not something is wrong. */
function isUnasked({ target, submitter }: SubmitEvent): boolean {
  return (
    (target as HTMLFormElement).noValidate || Boolean(submitter?.hasAttribute('formnovalidate'))
  );
}

function isSubmitter(target: EventTarget | null): boolean {
  const pressed = target instanceof Element ? target.closest('button, input') : null;
  return (pressed as HTMLButtonElement | HTMLInputElement | null)?.type === 'submit';
}
