import type { FormInstance } from './form-instance.ts';
import { instanceIdNode } from './instance/instance-id.ts';

/** Gives an instance of an ODK form its id where the form itself does not say how, as ODK's clients do. */
export function nameInstance(form: FormInstance): void {
  const { definition, environment, root } = form;
  const id = instanceIdNode(root);
  if (definition.dialect !== 'odk' || id === undefined || id.lexical !== '') return;
  const value = `uuid:${environment.uuid()}`;
  form.transact([{ kind: 'setValue', ref: id.ref, value }], { source: 'form' });
}
