import type { KeptSearches } from '../../suite/kept-searches.ts';
import type { QueryAnswers } from '../../suite/query-datum.ts';
import type { Setting } from '../setting.ts';

/** More places than this nobody comes back to. */
const MOST = 20;

type Remembered = readonly (readonly [place: string, answers: QueryAnswers])[];

/** The last searches of one app, kept as one text. A comfort only: what cannot be read or kept is forgotten. */
export class RememberedSearches implements KeptSearches {
  readonly #setting: Setting;
  readonly #app: string;

  constructor(setting: Setting, app: string) {
    this.#setting = setting;
    this.#app = app;
  }

  read(place: string): QueryAnswers | undefined {
    const key = this.#key(place);
    return this.#all().find(([each]) => each === key)?.[1];
  }

  write(place: string, answers: QueryAnswers): void {
    const key = this.#key(place);
    const others = this.#all().filter(([each]) => each !== key);
    const all: Remembered = [[key, answers], ...others];
    try {
      this.#setting.write(JSON.stringify(all.slice(0, MOST)));
    } catch {
      // The storage is full or closed to the page.
    }
  }

  #key(place: string): string {
    return `${this.#app} ${place}`;
  }

  #all(): Remembered {
    try {
      const all: unknown = JSON.parse(this.#setting.read() ?? '[]');
      return Array.isArray(all) ? all.filter(isSearch) : [];
    } catch {
      return [];
    }
  }
}

function isSearch(each: unknown): each is Remembered[number] {
  return Array.isArray(each) && typeof each[0] === 'string' && isAnswers(each[1]);
}

function isAnswers(answers: unknown): answers is QueryAnswers {
  if (typeof answers !== 'object' || answers === null) return false;
  return Object.values(answers).every((value) => typeof value === 'string');
}
