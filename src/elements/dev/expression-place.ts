import type { Dialect } from '../../xpath/compiled-expression.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { XPathScope } from '../../xpath/xpath-scope.ts';
import { declaredInstances } from '../../suite/declared-instances.ts';
import { NO_INSTANCE } from '../../suite/no-instance-node.ts';
import type { Workspace } from '../../machines/workspace.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';

/** Where an expression is tried out. */
export interface ExpressionPlace {
  readonly dialect: Dialect;
  readonly scope: XPathScope;
  readonly node: XPathNode;
  /** What `instance('…')` may name. */
  readonly instances: readonly string[];
}

/**
 * The node at `ref` of the form that is open, or where none is, the session. A form is given the instances of the app as well.
 * `undefined` when the form has no such node.
 */
export function expressionPlace(
  workspace: Workspace,
  form: FormInstance | undefined,
  ref: string,
): ExpressionPlace | undefined {
  const session = workspace.session.scope;
  const ofApp = declaredInstances(workspace.app).map(({ id }) => id);
  if (form === undefined)
    return { dialect: 'commcare', scope: session, node: NO_INSTANCE, instances: ofApp };
  const node = ref.trim() === '' ? form.root : form.node(ref.trim());
  if (node === undefined) return undefined;
  const { dialect, secondaryInstances } = form.definition;
  const instance = (id: string) => form.scope.instance(id) ?? session.instance(id);
  const instances = [...new Set([...secondaryInstances.keys(), ...ofApp])];
  return { dialect, scope: { ...form.scope, instance }, node, instances };
}
