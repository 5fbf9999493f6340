import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows the modal dialogs that stand in front of an element. Those in shadow trees beside it cannot be searched for: they are known from
 * the focus, which goes to a dialog as it opens.
 */
export class DialogWatch implements ReactiveController {
  readonly #visited = new Set<HTMLDialogElement>();

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('focusin', this.#note);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this.#note);
    this.#visited.clear();
  }

  /** True while a modal dialog is open that the element does not stand in. */
  covers(element: Element): boolean {
    const around = [...surroundings(element)];
    const dialogs = around.flatMap((each) =>
      each instanceof Document || each instanceof ShadowRoot
        ? [...each.querySelectorAll<HTMLDialogElement>('dialog:modal')]
        : [],
    );
    return [...dialogs, ...this.#visited].some(
      (dialog) => dialog.matches(':modal') && !around.includes(dialog),
    );
  }

  readonly #note = (event: Event): void => {
    for (const dialog of this.#visited) if (!dialog.open) this.#visited.delete(dialog);
    for (const each of event.composedPath())
      if (each instanceof HTMLDialogElement) this.#visited.add(each);
  };
}

/** All that an element stands in, through shadow roots, nearest first. */
export function* surroundings(element: Element): Iterable<Node> {
  let at: Node | null = element;
  while (at !== null) {
    at = at instanceof ShadowRoot ? at.host : at.parentNode;
    if (at !== null) yield at;
  }
}
