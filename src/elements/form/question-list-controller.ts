import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ControlNode } from '../../xforms/control-node.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { FormContext } from './form-context.ts';
import { QuestionList } from './question-list.ts';
import type { Words } from './resting-picture.ts';

interface Container extends ReactiveControllerHost, Element {
  /** The controls that the host shows, asked or not. */
  readonly listed: readonly ControlNode[];
  readonly context?: FormContext | undefined;
  /** How many headings stand above them. */
  readonly depthInside: number;
}

/** Keeps the list of a container's controls for the container to put into its template, and updates the host when it gets empty. */
export class QuestionListController implements ReactiveController {
  readonly list: QuestionList;
  readonly #host: Container;
  readonly #words: StringsController;
  /** Asked for once an update: finding them climbs the page. */
  readonly #spoken: { -readonly [Key in keyof Words]: Words[Key] };

  /** `counts`: the host is updated whenever the number of those that are asked changes. */
  constructor(host: Container, { counts = false }: { readonly counts?: boolean } = {}) {
    this.#host = host;
    this.#words = new StringsController(host);
    this.#spoken = { strings: this.#words.strings, lang: '' };
    const changed = (isAboutNone: boolean) => {
      if (counts || isAboutNone) host.requestUpdate();
    };
    this.list = new QuestionList(this.#spoken, changed).wakeOnApproach();
    host.addController(this);
  }

  hostConnected(): void {
    this.list.resume();
  }

  hostUpdate(): void {
    const { listed, context, depthInside } = this.#host;
    const speaksAnew = this.#listen();
    if (context === undefined) return this.list.clear();
    if (speaksAnew) this.list.refresh();
    this.list.show({ controls: listed, context, depth: depthInside });
  }

  hostDisconnected(): void {
    this.list.pause();
  }

  /** True when the interface speaks another language than at the last update. */
  #listen(): boolean {
    const { lang, strings } = this.#words;
    const isSame = lang === this.#spoken.lang && strings === this.#spoken.strings;
    Object.assign(this.#spoken, { lang, strings });
    return !isSame;
  }
}
