import type { TransactionSource } from '../../../xforms/transaction.ts';
import type { ExplainedProperty } from '../../../xforms/explain-node.ts';
import type { InspectorTab } from '../inspector-tab.ts';

/** What the inspector says. It has a catalogue of its own, so that pages that never open it do not load it. */
export interface DevStrings {
  readonly title: string;
  readonly close: string;
  readonly tabs: Readonly<Record<InspectorTab, string>>;
  readonly nothingOpen: string;
  readonly noForm: string;
  readonly search: string;
  readonly more: (count: number) => string;
  readonly replay: {
    readonly title: string;
    readonly lines: string;
    readonly play: string;
    readonly pause: string;
    readonly step: string;
    readonly jump: string;
    readonly restart: string;
    readonly speed: string;
    readonly speeds: Readonly<Record<'slow' | 'normal' | 'fast', string>>;
    readonly played: (count: number, all: number) => string;
    readonly stopAt: (line: number) => string;
    readonly differs: (subject: string, expected: string, actual: string) => string;
    readonly cannot: (reason: string) => string;
  };
  readonly recording: {
    readonly about: string;
    readonly start: string;
    readonly keep: string;
    readonly running: string;
    readonly stop: string;
    readonly failed: (why: string) => string;
    readonly nothingYet: string;
    readonly lines: string;
    readonly save: string;
  };
  readonly expression: {
    readonly label: string;
    readonly hint: string;
    readonly at: string;
    readonly atHint: string;
    readonly result: string;
    readonly type: (
      value: 'number' | 'string' | 'boolean' | 'date' | 'nodes',
      count: number,
    ) => string;
    readonly empty: string;
    readonly parts: string;
    readonly suggestions: (count: number) => string;
    readonly noSuchPlace: string;
  };
  readonly form: {
    readonly nodes: string;
    readonly expand: (name: string) => string;
    readonly chosen: string;
    readonly chooseOne: string;
    readonly value: string;
    readonly type: string;
    readonly notRelevant: string;
    readonly required: string;
    readonly readonly: string;
    readonly invalid: string;
    /** A property of a node, and whether it holds. */
    readonly property: (property: ExplainedProperty, holds: boolean) => string;
    readonly decidedBy: (ref: string, line: number) => string;
    readonly undecided: string;
  };
  readonly cases: {
    readonly type: string;
    readonly allTypes: string;
    readonly found: (count: number) => string;
    readonly none: string;
    readonly open: string;
    readonly closed: string;
    readonly chooseOne: string;
    readonly owner: string;
    readonly heldBy: string;
    /** An owner who holds the case because another one brings it along. */
    readonly through: (owner: string, caseName: string) => string;
    readonly heldByNobody: string;
    readonly properties: string;
    readonly indices: string;
    readonly noIndices: string;
  };
  readonly session: {
    readonly state: string;
    readonly screen: string;
    readonly steps: string;
    readonly noSteps: string;
    readonly datums: string;
    readonly noDatums: string;
    readonly user: string;
    readonly language: string;
  };
  readonly changes: {
    readonly none: string;
    readonly source: (source: TransactionSource) => string;
    readonly refused: string;
    readonly table: string;
    readonly node: string;
    readonly before: string;
    readonly after: string;
    readonly nothing: string;
  };
  readonly app: {
    readonly version: (version: number) => string;
    readonly clean: string;
    readonly place: (file: string, line: number) => string;
  };
}
