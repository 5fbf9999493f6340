import type { XmlElement } from '../xml/xml-element.ts';
import { childElements } from '../xml/xml-element.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { XPathFunction, XPathScope } from '../xpath/xpath-scope.ts';
import { toText } from '../xpath/conversions.ts';
import { choiceLabel } from './choice-label.ts';
import type { Environment } from './environment.ts';
import type { FormInstance } from './form-instance.ts';
import { computedItext } from './form-text.ts';
import { pulldata } from './pulldata.ts';

/** What the expressions of a form can reach: its instances, and the functions that need the form itself. */
export function formScope(form: FormInstance, environment: Environment): XPathScope {
  const instances = new Map<string, XPathNode | undefined>();
  const functions = formFunctions(form);
  return {
    environment,
    main: form.document,
    formVersion: form.definition.version,
    instance(id) {
      if (!instances.has(id)) instances.set(id, findInstance(id, form, environment));
      return instances.get(id);
    },
    variable: () => undefined,
    function: (name) => functions.get(name),
  };
}

/** The environment's document for the `src` comes before what stands in the form itself. */
function findInstance(
  id: string,
  form: FormInstance,
  environment: Environment,
): XPathNode | undefined {
  const declared = form.definition.secondaryInstances.get(id);
  if (declared === undefined) return undefined;
  const { src, internal } = declared;
  if (src === undefined) return internal;
  return environment.instance(src, id) ?? (isLastSaved(src) ? blankInstance(form) : internal);
}

/** ODK XForms, "Virtual Endpoints": what was saved last of this form. */
export function isLastSaved(src: string): boolean {
  return src.toLowerCase().startsWith('jr://instance/last-saved');
}

/** What was saved last when nothing was saved yet: the form's own shape without any values. */
function blankInstance({ definition }: FormInstance): XPathNode {
  return staticDocument(withoutText(definition.instance));
}

function withoutText(element: XmlElement): XmlElement {
  return { ...element, children: childElements(element).map(withoutText) };
}

function formFunctions(form: FormInstance): ReadonlyMap<string, XPathFunction> {
  const itext: XPathFunction = ([id = ''], node) =>
    computedItext(toText(id, form.conversion), { ...form.textContext(form.root), node });
  const choiceName: XPathFunction = ([value = '', ref = ''], context) =>
    choiceLabel(toText(value, form.conversion), toText(ref, form.conversion), context, form);
  return new Map<string, XPathFunction>([
    ['jr:itext', itext],
    ['itext', itext],
    ['jr:choice-name', choiceName],
    ['choice-name', choiceName],
    ['pulldata', (args, _node, scope) => pulldata(args, scope, form)],
  ]);
}
