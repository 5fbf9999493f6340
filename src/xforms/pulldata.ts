import { toText } from '../xpath/conversions.ts';
import { XPathEvaluationError } from '../xpath/xpath-error.ts';
import type { XPathNode, XPathValue } from '../xpath/xpath-node.ts';
import type { XPathScope } from '../xpath/xpath-scope.ts';
import type { FormInstance } from './form-instance.ts';

/**
 * `pulldata('cities', 'label', 'name', /data/city)`: the `label` of the first row of `cities.csv` whose `name` has that
 * text; empty when there is none. The file is an instance of the form with that id, or one that the environment has.
 */
export function pulldata(
  args: readonly XPathValue[],
  scope: XPathScope,
  { conversion, environment }: FormInstance,
): string {
  const [file = '', wanted = '', key = '', value = ''] = args.map((argument) =>
    toText(argument, conversion).trim(),
  );
  const id = file.replace(/\.csv$/i, '');
  const document = scope.instance(id) ?? environment.instance(`jr://file-csv/${id}.csv`, id);
  const root = document?.children[0];
  if (root === undefined) throw missing(id);
  const row = rowsWith(root, key, value)[0];
  return row === undefined ? '' : (nodesAt(row, wanted)[0]?.text ?? '');
}

function missing(id: string): XPathEvaluationError {
  return new XPathEvaluationError(
    `pulldata() reads “${id}.csv”, which the form does not have; attach that file to it`,
  );
}

function rowsWith(root: XPathNode, key: string, value: string): readonly XPathNode[] {
  const indexed = root.lookup?.('item', key, value);
  return indexed ?? root.children.filter((row) => nodesAt(row, key)[0]?.text === value);
}

function nodesAt(row: XPathNode, step: string): readonly (XPathNode | undefined)[] {
  return step.startsWith('@') ? [row.attribute(step.slice(1))] : row.childrenNamed(step);
}
