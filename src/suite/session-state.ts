import type { XPathNode } from '../xpath/xpath-node.ts';
import type { AppDefinition } from './app-definition.ts';
import type { AppWorld } from './app-world.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import { ROOT_MENU } from './menu.ts';
import type { Need } from './needed-data.ts';
import { collectDatums, neededData } from './needed-data.ts';
import { SessionInstances } from './session-instances.ts';
import type { EntityDatum } from './session-datum.ts';
import type { SessionFrame, SessionStep } from './session-step.ts';

/** Where a session stands: what is settled so far, and what follows from it. It never changes; a step makes another. */
export class SessionState {
  readonly app: AppDefinition;
  readonly world: AppWorld;
  readonly frame: SessionFrame;
  /** What is asked next. */
  readonly need: Need;
  readonly #instances: SessionInstances;

  constructor(app: AppDefinition, world: AppWorld, frame: SessionFrame) {
    this.app = app;
    this.world = world;
    this.frame = frame;
    this.need = neededData(app, frame, ROOT_MENU);
    this.#instances = new SessionInstances(app, world, frame);
  }

  /** `session/data` by datum id. */
  get datums(): Readonly<Record<string, string>> {
    return collectDatums(this.frame);
  }

  /** The entry that asks, or that has all it asks for; `undefined` in a menu. */
  get entry(): Entry | undefined {
    return this.need.kind === 'command' ? undefined : this.need.entry;
  }

  /** The same session, standing at another frame. */
  at(frame: SessionFrame): SessionState {
    return new SessionState(this.app, this.world, frame);
  }

  after(step: SessionStep): SessionState {
    return this.at([...this.frame, step]);
  }

  /** An evaluator for a place of the app that declares these instances; without any, for the entry that asks. */
  evaluator(declarations: readonly InstanceDeclaration[] = this.entry?.instances ?? []): Evaluator {
    return this.#instances.evaluator(declarations);
  }

  /** The document of an instance, by the source and the id of its declaration. */
  instance(src: string, id: string): XPathNode | undefined {
    return this.#instances.instance(src, id);
  }

  /** The row that would give the datum this value; `undefined` when no row of its list does. Throws XPath errors. */
  row(entry: Entry, datum: EntityDatum, value: string): XPathNode | undefined {
    return this.evaluator(entry.instances).nodeWith(datum.nodeset, datum.value, value);
  }
}
