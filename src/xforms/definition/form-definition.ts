import type { XmlElement } from '../../xml/xml-element.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { DependencyGraph } from '../recalculation/dependency-graph.ts';
import type { ActionDefinition } from './action-definition.ts';
import type { ControlDefinition } from './control-definition.ts';
import type { EntityDefinition } from './entity-definition.ts';
import type { FormProblem } from './form-parse-error.ts';
import type { ItextDefinition } from './itext-definition.ts';
import type { NodeDefinition } from './node-definition.ts';
import type { SubmissionDefinition } from './submission-definition.ts';

/** A form, parsed once and shared by all its instances. */
export interface FormDefinition {
  /** Names the form in messages: a path or URL. */
  readonly file: string;
  readonly title: string;
  /** Namespace of the root element of the main instance: CommCare's form id. `''` when there is none. */
  readonly xmlns: string;
  /** `id` and `version` of that element: what ODK's servers know the form by. `''` when there is none. */
  readonly id: string;
  readonly version: string;
  readonly dialect: Dialect;
  /** The document of the main instance; its one child is the root element. */
  readonly document: NodeDefinition;
  /** The main instance as it stands in the form. */
  readonly instance: XmlElement;
  readonly secondaryInstances: ReadonlyMap<string, SecondaryInstanceDefinition>;
  readonly controls: readonly ControlDefinition[];
  readonly actions: readonly ActionDefinition[];
  readonly itext: ItextDefinition;
  readonly submission: SubmissionDefinition;
  /** The entities that it may create or update, in document order. */
  readonly entities: readonly EntityDefinition[];
  readonly graph: DependencyGraph;
  /** What is odd but does not keep the form from working. */
  readonly warnings: readonly FormProblem[];
}

/** An instance other than the main one: written in the form, or named by `src` and brought by the environment. */
export interface SecondaryInstanceDefinition {
  readonly id: string;
  readonly src: string | undefined;
  readonly internal: XPathNode | undefined;
  readonly line: number;
}
