import type { AppDefinition } from './app-definition.ts';
import { faultMessage } from './app-fault.ts';
import type { Assertion } from './assertion.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import type { Menu, MenuCommand } from './menu.ts';
import { ROOT_MENU } from './menu.ts';
import { entriesOf, missingDatum } from './needed-data.ts';
import type { MenuChoice, MenuScreen } from './screen.ts';
import type { Display } from './suite-text.ts';

/** What a menu is made from: the app, and an evaluator for the instances that a place of it declares. */
export interface MenuSource {
  readonly app: AppDefinition;
  readonly datums: Readonly<Record<string, string>>;
  evaluator(instances: readonly InstanceDeclaration[]): Evaluator;
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
    const evaluator = this.#source.evaluator(instancesOf(this.#source.app, menu));
    if (!this.#shows(menu.relevant, evaluator, `menu ${menu.id}`)) return;
    this.#choices.push(describeChoice(menu.id, 'menu', menu.display, undefined, evaluator));
  }

  #addCommands(menu: Menu): void {
    if (!this.#shows(menu.relevant, this.#menuEvaluator(menu), `menu ${menu.id}`)) return;
    for (const command of menu.commands) this.#addCommand(command, menu);
  }

  #addCommand(command: MenuCommand, menu: Menu): void {
    const entry = this.#source.app.entries.get(command.id);
    if (entry === undefined) return;
    const evaluator = this.#source.evaluator([...entry.instances, ...menu.instances]);
    if (!this.#shows(command.relevant, evaluator, `command ${command.id}`)) return;
    // A view that has all it asks for has nothing left to show.
    if (entry.kind === 'view' && missingDatum(entry, this.#source.datums) === undefined) return;
    this.#choices.push(describeChoice(command.id, 'entry', entry.display, entry, evaluator));
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

function describeChoice(
  id: string,
  kind: MenuChoice['kind'],
  display: Display,
  entry: Entry | undefined,
  evaluator: Evaluator,
): MenuChoice {
  const optional = (text: Display['image']) => text && evaluator.readable(text);
  return {
    id,
    kind,
    entry,
    text: evaluator.readable(display.text),
    image: optional(display.image),
    audio: optional(display.audio),
    badge: optional(display.badge),
  };
}
