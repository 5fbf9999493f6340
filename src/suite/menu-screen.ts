import type { XPathNode } from '../xpath/xpath-node.ts';
import type { AppDefinition } from './app-definition.ts';
import { faultMessage } from './app-fault.ts';
import type { Assertion } from './assertion.ts';
import type { Evaluator } from './evaluator.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import type { Menu, MenuCommand } from './menu.ts';
import { ROOT_MENU } from './menu.ts';
import { entriesOf, missingDatum } from './needed-data.ts';
import type { MenuChoice, MenuScreen } from './screen.ts';
import type { Display } from './suite-text.ts';

/** With the name that people know: a lookup table is called `item-list:…` on the wire. */
const FIXTURE = /^jr:\/\/fixture\/(?:item-list:)?(.+)$/;

/** What a menu is made from: the app, and an evaluator for the instances that a place of it declares. */
export interface MenuSource {
  readonly app: AppDefinition;
  readonly datums: Readonly<Record<string, string>>;
  evaluator(instances: readonly InstanceDeclaration[]): Evaluator;
  /** The document of an instance; `undefined` for one that is not on this device. */
  instance(src: string, id: string): XPathNode | undefined;
}

/** The choices of a menu: its own commands, and the menus below it. A choice of which the condition fails is left out. */
export function buildMenuScreen(source: MenuSource, menuId: string): MenuScreen {
  return new MenuBuilder(source, menuId).build();
}

/** The assertions of all blocks of a menu, in order, with the evaluator to test them by. */
export function menuAssertions(
  source: MenuSource,
  menuId: string,
): { readonly assertion: Assertion; readonly evaluator: Evaluator }[] {
  return source.app.menus
    .filter((menu) => menu.id === menuId)
    .flatMap((menu) => {
      const evaluator = source.evaluator(instancesOf(source.app, menu));
      return menu.assertions.map((assertion) => ({ assertion, evaluator }));
    });
}

class MenuBuilder {
  readonly #source: MenuSource;
  readonly #menuId: string;
  readonly #choices: MenuChoice[] = [];
  readonly #problems: string[] = [];

  constructor(source: MenuSource, menuId: string) {
    this.#source = source;
    this.#menuId = menuId;
  }

  build(): MenuScreen {
    const { menus } = this.#source.app;
    for (const menu of menus) {
      if (menu.id === this.#menuId) this.#addCommands(menu);
      else if (menu.root === this.#menuId) this.#addMenu(menu);
    }
    return {
      kind: 'menu',
      menuId: this.#menuId,
      title: this.#title(),
      style: menus.find((menu) => menu.id === this.#menuId)?.style,
      choices: this.#choices,
      problems: this.#problems,
    };
  }

  #title(): string {
    const { app } = this.#source;
    const menu = app.menus.find(({ id }) => id === this.#menuId);
    if (this.#menuId === ROOT_MENU) return appTitle(this.#source.evaluator([]));
    if (menu === undefined) return app.profile.name;
    return this.#source.evaluator(instancesOf(app, menu)).readable(menu.display.text);
  }

  #addMenu(menu: Menu): void {
    if (this.#choices.some((choice) => choice.kind === 'menu' && choice.id === menu.id)) return;
    const instances = instancesOf(this.#source.app, menu);
    const evaluator = this.#source.evaluator(instances);
    if (!this.#shows(menu.relevant, evaluator, `menu ${menu.id}`)) return;
    const missingTables = this.#missingTables(instances);
    this.#choices.push({
      ...{ id: menu.id, kind: 'menu', entry: undefined, missingTables },
      ...readDisplay(menu.display, evaluator),
    });
  }

  #addCommands(menu: Menu): void {
    const isShown = this.#shows(menu.relevant, this.#menuEvaluator(menu), `menu ${menu.id}`);
    for (const command of menu.commands) this.#addCommand(command, menu, isShown);
  }

  /** What is wrong with the condition of a command is told even where its block is hidden, as commcare-core does. */
  #addCommand(command: MenuCommand, menu: Menu, isShown: boolean): void {
    const entry = this.#source.app.entries.get(command.id);
    if (entry === undefined) return;
    const instances = [...entry.instances, ...menu.instances];
    const evaluator = this.#source.evaluator(instances);
    if (!this.#shows(command.relevant, evaluator, `command ${command.id}`) || !isShown) return;
    // A view that has all it asks for has nothing left to show.
    if (entry.kind === 'view' && missingDatum(entry, this.#source.datums) === undefined) return;
    const missingTables = this.#missingTables(instances);
    this.#choices.push({
      ...{ id: command.id, kind: 'entry', entry, missingTables },
      ...readDisplay(entry.display, evaluator),
    });
  }

  #missingTables(instances: readonly InstanceDeclaration[]): string[] {
    const missing = instances.flatMap(({ src, id }) => {
      const table = FIXTURE.exec(src)?.[1];
      return table !== undefined && this.#source.instance(src, id) === undefined ? [table] : [];
    });
    return [...new Set(missing)];
  }

  #menuEvaluator(menu: Menu): Evaluator {
    return this.#source.evaluator(instancesOf(this.#source.app, menu));
  }

  #shows(relevant: string | undefined, evaluator: Evaluator, place: string): boolean {
    if (relevant === undefined) return true;
    try {
      return evaluator.boolean(relevant);
    } catch (error) {
      this.#problems.push(faultMessage(error, `${place}, condition ${relevant}`));
      return false;
    }
  }
}

/** An app without a display name is called as CommCare itself, since no builder leaves it out. */
function appTitle(evaluator: Evaluator): string {
  return evaluator.translation('app.display.name') ?? 'CommCare';
}

/** What the conditions of a menu may read: its own instances and those of the entries in it. */
function instancesOf(app: AppDefinition, menu: Menu): InstanceDeclaration[] {
  return [...menu.instances, ...entriesOf(app, menu.id).flatMap((entry) => entry.instances)];
}

function readDisplay(display: Display, evaluator: Evaluator) {
  const optional = (text: Display['image']) => text && evaluator.readable(text);
  return {
    text: evaluator.readable(display.text),
    image: optional(display.image),
    audio: optional(display.audio),
    badge: optional(display.badge),
  };
}
