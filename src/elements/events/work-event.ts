/** What a person works on: by these ids the page that listens knows it. */
export interface WorkIds {
  /** The form's own namespace, or the `id` of its root element; `''` where no form is open. */
  readonly formId: string;
  /** `meta/instanceID` of the filling-in; `''` where there is none. */
  readonly instanceId: string;
  /** One filling-in from its first question to its sending, also when it is gone on with later or elsewhere; `''` outside of a form. */
  readonly sessionId: string;
  /** The cases that it is done for, and those that the form changes or creates. */
  readonly caseIds: readonly string[];
}

/** An element that knows what is worked on in it. */
export interface WorkPlace {
  readonly work: WorkIds;
}

interface WorkEventOptions {
  readonly cancelable?: boolean;
  readonly work?: WorkIds;
}

const NO_WORK: WorkIds = { formId: '', instanceId: '', sessionId: '', caseIds: [] };

/**
 * An event of an element: it bubbles, crosses shadow roots, and says what was worked on as it was fired. The ids are those of the
 * nearest element on its way up that knows some (`xf-form`, `case-app`), read when somebody first asks.
 */
export abstract class WorkEvent extends Event implements WorkIds {
  #work: WorkIds | undefined;

  /** `work`: for an event about other work than what is on the page now. */
  constructor(type: string, { cancelable = false, work }: WorkEventOptions = {}) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.#work = work;
  }

  get formId(): string {
    return this.work.formId;
  }

  get instanceId(): string {
    return this.work.instanceId;
  }

  get sessionId(): string {
    return this.work.sessionId;
  }

  get caseIds(): readonly string[] {
    return this.work.caseIds;
  }

  /** All ids at once. */
  get work(): WorkIds {
    return (this.#work ??= workAlong(this.composedPath()));
  }
}

/** For an element that knows what is worked on in it: events of these names keep its ids also after they have been heard. */
export function keepWorkOf(place: HTMLElement, names: readonly string[]): void {
  const keep = (event: Event) => void (event instanceof WorkEvent && event.work);
  for (const name of names) place.addEventListener(name, keep, { capture: true });
}

function workAlong(path: readonly EventTarget[]): WorkIds {
  const place = path.find((each) => 'work' in each && each instanceof HTMLElement);
  return place === undefined ? NO_WORK : (place as HTMLElement & WorkPlace).work;
}
