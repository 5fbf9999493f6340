import { faultText } from './app-fault.ts';
import type { QueryPrompt } from './query-datum.ts';

/** What the app got wrong in expressions of prompts: told at the prompt, so that its answer can be changed and the others given. */
export class PromptFaults {
  readonly #texts: Map<string, string>;

  /** Goes on from `former`, which stays as it is. */
  constructor(former?: PromptFaults) {
    this.#texts = new Map(former === undefined ? [] : former.#texts);
  }

  textOf({ key }: QueryPrompt): string | undefined {
    return this.#texts.get(key);
  }

  /** What `read` gives, or `otherwise` where the app got it wrong. Of a hidden prompt that is thrown: nobody could see it there. */
  attempt<Value>(prompt: QueryPrompt, otherwise: Value, read: () => Value): Value {
    if (prompt.hidden) return read();
    try {
      return read();
    } catch (error) {
      this.#texts.set(prompt.key, faultText(error));
      return otherwise;
    }
  }
}
