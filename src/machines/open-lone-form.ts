import { withInstanceId } from '../xforms/definition/with-instance-id.ts';
import { parseForm } from '../xforms/definition/parse-form.ts';
import type { Environment } from '../xforms/environment.ts';
import { FormInstance } from '../xforms/form-instance.ts';
import { nameInstance } from '../xforms/name-instance.ts';
import { instancesFromTexts } from '../xforms/secondary/instances-from-texts.ts';

/** What a form without an app around it is opened from. */
export interface LoneFormSource {
  /** The XForm as text. */
  readonly text: string;
  /** Names it in messages: a path or URL. */
  readonly file: string;
  /** Time, chance and place. */
  readonly environment: Omit<Environment, 'instance'>;
  /** Secondary instances as XML, by their `src`. */
  readonly instances: Readonly<Record<string, string>>;
  /** What `saveDraft` was given, to go on with; `undefined` for a new filling-in. */
  readonly draft: string | undefined;
}

/** Opens a form on its own. Throws `XmlParseError` or `FormParseError`, which name the place. */
export function openLoneForm({
  text,
  file,
  draft,
  environment,
  instances,
}: LoneFormSource): FormInstance {
  const definition = withInstanceId(parseForm(text, file));
  const options = {
    environment: { ...environment, instance: instancesFromTexts(instances) },
  };
  const form =
    draft === undefined
      ? FormInstance.create(definition, options)
      : FormInstance.restore(definition, draft, options);
  nameInstance(form);
  return form;
}
