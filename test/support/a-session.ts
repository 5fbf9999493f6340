import { platformEnvironment } from '../../src/platform/platform-environment.ts';
import type { Form, SessionOptions } from '../../src/xforms/session/form.ts';
import type { FormSession } from '../../src/xforms/session/form-session.ts';
import type { LoadFormOptions } from '../../src/xforms/session/load-form.ts';
import { loadForm } from '../../src/xforms/session/load-form.ts';
import type { FormParts } from './scenario.ts';
import { formXml, pinnedEnvironment } from './scenario.ts';

/** A form in the few words that a test needs, by ODK's rules unless the options say otherwise. */
export function aForm(parts: FormParts, options: LoadFormOptions = {}): Form {
  return loadForm(formXml(parts), platformEnvironment, {
    dialect: 'odk',
    file: 'test.xml',
    ...options,
  });
}

/** A session of it in a pinned world. */
export function aSession(parts: FormParts, options: SessionOptions = {}): FormSession {
  return begin(aForm(parts), options);
}

/** A session of a form in a pinned world. */
export function begin(form: Form, options: SessionOptions = {}): FormSession {
  const { environment } = options;
  return form.createSession({
    ...options,
    environment: { ...pinnedEnvironment(), ...environment },
  });
}
