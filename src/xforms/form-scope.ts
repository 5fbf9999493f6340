import type { XPathNode } from '../xpath/xpath-node.ts';
import type { XPathFunction, XPathScope } from '../xpath/xpath-scope.ts';
import { toText } from '../xpath/conversions.ts';
import type { Environment } from './environment.ts';
import type { FormInstance } from './form-instance.ts';
import { itextText } from './form-text.ts';

/** What the expressions of a form can reach: its instances, and the functions that need the form itself. */
export function formScope(form: FormInstance, environment: Environment): XPathScope {
  const instances = new Map<string, XPathNode | undefined>();
  const functions = formFunctions(form);
  return {
    environment,
    main: form.document,
    instance(id) {
      if (!instances.has(id)) instances.set(id, findInstance(id, form, environment));
      return instances.get(id);
    },
    variable: () => undefined,
    function: (name) => functions.get(name),
  };
}

/** An instance of the form itself comes before one that the environment has under its `src`. */
function findInstance(
  id: string,
  form: FormInstance,
  environment: Environment,
): XPathNode | undefined {
  const declared = form.definition.secondaryInstances.get(id);
  if (declared === undefined) return undefined;
  if (declared.src === undefined) return declared.internal;
  return environment.instance(declared.src, id) ?? declared.internal;
}

function formFunctions(form: FormInstance): ReadonlyMap<string, XPathFunction> {
  const itext: XPathFunction = ([id = '']) =>
    itextText(toText(id, form.conversion), form.textContext(form.root)).text;
  const choiceName: XPathFunction = ([value = '', ref = '']) => {
    const node = form.node(toText(ref, form.conversion).trim());
    const control = node?.definition.controls.find((each) => 'items' in each);
    if (node === undefined || control === undefined) return '';
    const wanted = toText(value, form.conversion);
    const choice = form.choicesAt(control, node).find((each) => each.value === wanted);
    return choice?.label.text ?? '';
  };
  return new Map([
    ['version', () => form.definition.version],
    ['jr:itext', itext],
    ['itext', itext],
    ['jr:choice-name', choiceName],
    ['choice-name', choiceName],
  ]);
}
