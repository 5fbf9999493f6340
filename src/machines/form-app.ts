import type { AppDefinition } from '../suite/app-definition.ts';
import { singleFormApp } from '../suite/single-form-app.ts';
import { parseForm } from '../xforms/definition/parse-form.ts';

/** The app around one form, which is called as the form says, or `name`. Throws `XmlParseError` and `FormParseError`. */
export function formApp(text: string, name: string): AppDefinition {
  const { title, xmlns } = parseForm(text, name);
  return singleFormApp({ path: name, text, title: title || name, xmlns });
}
