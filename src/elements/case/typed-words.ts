import type { QueryField, QueryScreen } from '../../suite/screen.ts';
import { textAnswer } from './query-control.ts';

/** Words that stand in the prompts of a search and are not its answers yet: nothing that is drawn anew takes them away. */
export class TypedWords {
  readonly #words = new Map<string, string>();

  of({ key }: QueryField): string | undefined {
    return this.#words.get(key);
  }

  note({ key }: QueryField, words: string): void {
    this.#words.set(key, words);
  }

  forget(key: string): void {
    this.#words.delete(key);
  }

  clear(): void {
    this.#words.clear();
  }

  /** What they would answer; only what is not the answer already. */
  answers(prompts: readonly QueryField[]): Record<string, string> {
    const typed = prompts.flatMap((field) => {
      const words = this.#words.get(field.key);
      const answer = words === undefined ? field.value : textAnswer(field, words);
      return answer === field.value ? [] : [[field.key, answer] as const];
    });
    return Object.fromEntries(typed);
  }

  /** Where an answer has changed to something else than the words beside it, the words were meant for what is gone. */
  follow(before: QueryScreen | undefined, now: QueryScreen | undefined): void {
    for (const field of now?.prompts ?? []) {
      const words = this.#words.get(field.key);
      const known = before?.prompts.find(({ key }) => key === field.key)?.value;
      if (words === undefined || known === field.value) continue;
      if (textAnswer(field, words) !== field.value) this.#words.delete(field.key);
    }
  }
}
