import type { XmlElement } from '../xml/xml-element.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { AppDefinition } from './app-definition.ts';
import type { AppWorld } from './app-world.ts';
import { Evaluator } from './evaluator.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';
import { collectDatums } from './needed-data.ts';
import { sessionInstance } from './session-instance.ts';
import type { SessionFrame } from './session-step.ts';
import { stepRoot } from './session-step.ts';

const OWN_INSTANCE = /^jr:\/\/instance\/(?:selected-entities|remote|search-input)(?:\/(.+))?$/;

/** The documents that `instance()` gives while a session stands at one frame. Made when they are first asked for. */
export class SessionInstances {
  readonly #app: AppDefinition;
  readonly #world: AppWorld;
  readonly #frame: SessionFrame;
  readonly #documents = new Map<string, XPathNode>();

  constructor(app: AppDefinition, world: AppWorld, frame: SessionFrame) {
    this.#app = app;
    this.#world = world;
    this.#frame = frame;
  }

  /** By `src` and `id` of a declaration: the session's own, the host's, then the fixtures of the app. */
  instance(src: string, id: string): XPathNode | undefined {
    if (src === 'jr://instance/session') return this.#document('', () => this.#sessionRoot());
    const own = OWN_INSTANCE.exec(src);
    if (own !== null) return this.#own(own[1] ?? id) ?? this.#own(id);
    return this.#world.instance(src, id) ?? this.#appFixture(src);
  }

  /** An evaluator for a place of the app that declares these instances. */
  evaluator(declarations: readonly InstanceDeclaration[]): Evaluator {
    return new Evaluator({
      app: this.#app,
      environment: this.#world.environment,
      language: this.#world.language,
      instance: (id) => this.#own(id) ?? this.#declared(id, declarations),
    });
  }

  #declared(id: string, declarations: readonly InstanceDeclaration[]): XPathNode | undefined {
    const declaration = declarations.find((candidate) => candidate.id === id);
    return declaration && this.instance(declaration.src, id);
  }

  /** What the person chose together, or what a search server answered, by the id of its datum. */
  #own(id: string): XPathNode | undefined {
    const datumId = id.replace(/^search-input:/, '');
    const step = this.#frame.findLast(({ kind, id: of }) => kind !== 'command' && of === datumId);
    const root = step && stepRoot(step, id);
    if (root === undefined) return undefined;
    const blanks = step?.kind === 'query' && step.caseTemplate;
    return this.#document(id, () => root, blanks ? caseDocument : staticDocument);
  }

  #sessionRoot(): XmlElement {
    const { context, userData } = this.#world;
    return sessionInstance({ datums: collectDatums(this.#frame), context, userData });
  }

  #appFixture(src: string): XPathNode | undefined {
    const { userid } = this.#world.context;
    const fixture = this.#app.fixtures.find(
      ({ id, userId }) =>
        src === `jr://fixture/${id}` && (userId === undefined || userId === userid),
    );
    return fixture && this.#document(src, () => fixture.root);
  }

  #document(
    key: string,
    root: () => XmlElement,
    make: (root: XmlElement) => XPathNode = staticDocument,
  ): XPathNode {
    const known = this.#documents.get(key);
    if (known !== undefined) return known;
    const document = make(root());
    this.#documents.set(key, document);
    return document;
  }
}

/** Results that read like the case database: a property that a case does not have is blank. */
function caseDocument(root: XmlElement): XPathNode {
  const document = staticDocument(root);
  for (const results of document.children) {
    for (const node of [results, ...results.childrenNamed('case')]) node.canHave = () => true;
  }
  return document;
}
