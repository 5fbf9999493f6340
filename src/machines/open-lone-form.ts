import { withInstanceId } from '../xforms/definition/with-instance-id.ts';
import { parseForm } from '../xforms/definition/parse-form.ts';
import type { FormDefinition } from '../xforms/definition/form-definition.ts';
import type { Environment } from '../xforms/environment.ts';
import { FormInstance } from '../xforms/form-instance.ts';
import { nameInstance } from '../xforms/name-instance.ts';
import { instancesFromTexts } from '../xforms/secondary/instances-from-texts.ts';

/** What a filling-in of a form without an app around it begins with. */
export interface LoneFormStart {
  /** Time, chance and place. */
  readonly environment: Omit<Environment, 'instance'>;
  /** Secondary instances as XML, by their `src`. */
  readonly instances: Readonly<Record<string, string>>;
  /** What `saveDraft` was given, to go on with; `undefined` for a new filling-in. */
  readonly draft: string | undefined;
  /** The language of the form to begin in; its default when it is `''` or unknown. */
  readonly language?: string;
}

/** Reads a form that is used on its own; `file` names it in messages. Throws `XmlParseError` or `FormParseError`, which name the place. */
export function parseLoneForm(text: string, file: string): FormDefinition {
  return withInstanceId(parseForm(text, file));
}

/** Opens a form on its own. Throws `XmlParseError`, and `InstanceMismatchError` for a draft of another form. */
export function openLoneForm(
  definition: FormDefinition,
  { draft, environment, instances, language = '' }: LoneFormStart,
): FormInstance {
  const options = {
    environment: { ...environment, instance: instancesFromTexts(instances) },
    language,
  };
  const form =
    draft === undefined
      ? FormInstance.create(definition, options)
      : FormInstance.restore(definition, draft, options);
  nameInstance(form);
  return form;
}
