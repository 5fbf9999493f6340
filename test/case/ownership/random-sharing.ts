import type { ModelAction, ModelCases, ModelLine, ModelWorld } from './reference-model.ts';

/** Worlds, forms and cases by chance; the same seed gives the same ones. */
export class RandomSharing {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2654435761 + 1;
  }

  world(): ModelWorld {
    const levels = this.#ids('level', 1 + this.#below(5));
    const places = this.#ids('place', this.#below(10));
    return {
      locationTypes: Object.fromEntries(
        levels.map((id) => [id, { ownsCases: this.#is(0.5), viewChildData: this.#is(0.5) }]),
      ),
      locations: Object.fromEntries(
        places.map((id, n) => [
          id,
          {
            type: this.#one(levels),
            parent: this.#is(0.25) ? null : (this.#oneOrNone(places.slice(0, n)) ?? null),
            archived: this.#is(0.2),
          },
        ]),
      ),
      groups: Object.fromEntries(
        this.#ids('group', this.#below(4)).map((id) => [id, { caseSharing: this.#is(0.6) }]),
      ),
    };
  }

  line(world: ModelWorld): ModelLine {
    return {
      caseSharing: this.#is(0.75),
      userKind: this.#is(0.2) ? 'web' : 'mobile',
      memberOf: this.#some(Object.keys(world.groups), 2),
      assignedTo: this.#some(Object.keys(world.locations), 2),
      actions: Array.from({ length: this.#below(4) }, () => this.#action(world)),
    };
  }

  /** Indices lead to earlier cases, or now and then to one that is not there. */
  cases(owners: readonly string[]): ModelCases {
    const ids = this.#ids('case', 1 + this.#below(7));
    return {
      owners: Object.fromEntries(ids.map((id) => [id, this.#one(owners)])),
      closed: ids.filter(() => this.#is(0.3)),
      child: this.#edges(ids),
      extension: this.#edges(ids),
    };
  }

  #action(world: ModelWorld): ModelAction {
    const kinds = ['open', 'subcase', 'advancedOpen', 'update', 'saveToCase'] as const;
    const action = this.#one(kinds);
    return {
      action,
      ...(this.#is(0.3) && { owner: this.#owner(world) }),
      ...(this.#is(0.25) && { condition: this.#is(0.3) }),
      ...(this.#is(0.25) && { iterations: this.#below(4) }),
      ...(action === 'advancedOpen' && this.#is(0.8) && { indices: this.#indices() }),
      ...(action === 'advancedOpen' &&
        this.#is(0.7) && { relationshipAnswer: this.#one(['child', 'extension'] as const) }),
    };
  }

  #owner(world: ModelWorld): string {
    const ids = [...Object.keys(world.groups), ...Object.keys(world.locations)];
    return this.#one(['USER', 'IRRELEVANT', 'BLANK', '-', 'xyz', 'two ids', ...ids]);
  }

  #indices(): ('child' | 'extension' | 'question')[] {
    const kinds = ['child', 'extension', 'question'] as const;
    return Array.from({ length: this.#below(4) }, () => this.#one(kinds));
  }

  #edges(ids: readonly string[]): [string, string][] {
    return ids.flatMap((from, n) => {
      const to = this.#is(0.04) ? 'nowhere' : this.#oneOrNone(ids.slice(0, n));
      return to !== undefined && this.#is(0.45) ? [[from, to] as [string, string]] : [];
    });
  }

  /** In any order, without repeats. */
  #some(ids: readonly string[], most: number): string[] {
    const chosen = Array.from({ length: this.#below(most + 2) }, () => this.#oneOrNone(ids));
    return [...new Set(chosen.flatMap((id) => id ?? []))];
  }

  #ids(name: string, count: number): string[] {
    return Array.from({ length: count }, (_, n) => `${name} ${String.fromCharCode(97 + n)}`);
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#below(of.length)] as T;
  }

  #oneOrNone<T>(of: readonly T[]): T | undefined {
    return of[this.#below(of.length)];
  }

  #is(chance: number): boolean {
    return this.#next() < chance;
  }

  #below(most: number): number {
    return Math.floor(this.#next() * most);
  }

  #next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }
}
