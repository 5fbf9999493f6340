import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { parseForm } from '../../src/xforms/definition/parse-form.ts';
import type { Environment } from '../../src/xforms/environment.ts';
import type { FormInstanceOptions } from '../../src/xforms/form-instance.ts';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import type { InstanceNode } from '../../src/xforms/instance/instance-node.ts';
import { instancesFromTexts } from '../../src/xforms/secondary/instances-from-texts.ts';
import type { Refusal, Transaction } from '../../src/xforms/transaction.ts';

/** A form in the few words that a test needs; the rest of the XForm is written around them. */
export interface FormParts {
  /** Children of `<data>`. */
  readonly data: string;
  readonly binds?: string;
  readonly body?: string;
  /** Anything else in the model: itext, secondary instances, setvalues. */
  readonly model?: string;
  readonly version?: string;
}

/** The XForm around the parts. The root element is `<data>` in CommCare's kind of namespace. */
export function formXml({ data, binds = '', body = '', model = '', version }: FormParts): string {
  const attribute = version === undefined ? '' : ` version="${version}"`;
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/jr/xforms" xmlns:odk="http://www.opendatakit.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/entities">
<h:head><h:title>Test form</h:title><model>
<instance><data xmlns="http://openrosa.org/formdesigner/test"${attribute}>${data}</data></instance>
${model}${binds}
</model></h:head><h:body>${body}</h:body></h:html>`;
}

/** A pinned world: noon on 15 March 2026 in UTC, and ids that count. `instances` are files by `src`. */
export function pinnedEnvironment(instances: Readonly<Record<string, string>> = {}): Environment {
  let ids = 0;
  return {
    now: () => Date.UTC(2026, 2, 15, 12),
    timeZone: 'UTC',
    random: () => 0.5,
    uuid: () => `uuid-${(ids += 1)}`,
    here: () => '',
    instance: instancesFromTexts(instances),
  };
}

/** A form being filled in by a test, in the words of the form. */
export class Scenario {
  constructor(readonly form: FormInstance) {}

  static load(
    parts: FormParts,
    options: Partial<FormInstanceOptions> & {
      readonly instances?: Readonly<Record<string, string>>;
      readonly preload?: Environment['preload'];
      /** Where the device is. */
      readonly here?: string;
      readonly dialect?: Dialect;
    } = {},
  ): Scenario {
    const { instances, preload, dialect, here, ...rest } = options;
    const environment = {
      ...pinnedEnvironment(instances),
      ...(preload && { preload }),
      here: () => here ?? '',
    };
    const definition = parseForm(formXml(parts), 'test.xml', dialect && { dialect });
    return new Scenario(FormInstance.create(definition, { environment, ...rest }));
  }

  /** A whole XForm. */
  static loadXml(xml: string): Scenario {
    const definition = parseForm(xml, 'test.xml');
    return new Scenario(FormInstance.create(definition, { environment: pinnedEnvironment() }));
  }

  /** The same form, saved and opened again; or what was saved, if it is given. */
  reopened(saved = this.form.draftXml()): Scenario {
    const { definition } = this.form;
    const environment = pinnedEnvironment();
    return new Scenario(FormInstance.restore(definition, saved, { environment }));
  }

  node(ref: string): InstanceNode {
    const node = this.form.node(ref);
    if (node === undefined) throw new RangeError(`No node at ${ref}`);
    return node;
  }

  value(ref: string): string {
    return this.node(ref).lexical;
  }

  answer(ref: string, value: string): Transaction {
    return this.form.transact([{ kind: 'setValue', ref, value }], { source: 'user' });
  }

  /** What an answer was refused for; `undefined` when it was taken. */
  refusal(ref: string, value: string): Refusal['reason'] | undefined {
    return this.answer(ref, value).refusals[0]?.reason;
  }

  addRepeat(ref: string, index?: number): Transaction {
    const edit = index === undefined ? { ref } : { ref, index };
    return this.form.transact([{ kind: 'addRepeat', ...edit }], { source: 'user' });
  }

  removeRepeat(ref: string): Transaction {
    return this.form.transact([{ kind: 'removeRepeat', ref }], { source: 'user' });
  }

  /** References of the nodes that a transaction changed, sorted. */
  static changed(transaction: Transaction): string[] {
    return [...transaction.changed].map((node) => node.ref).sort();
  }
}
