import type { FormDefinition } from './form-definition.ts';

/** By what a server knows the form: the namespace of its root element, or ODK's `id` where that only inherits the one of XForms. */
export function formIdOf({ xmlns, id }: FormDefinition): string {
  return xmlns === '' ? id : xmlns;
}
