import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Workspace } from '../../machines/workspace.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { DevStrings } from './strings/dev-strings.ts';
import { devStringsFor } from './strings/dev-strings-for.ts';

/** A part of the inspector: it looks at the user's work in an app, and at the form that is open, and changes nothing. */
export abstract class DevPart extends LitElement {
  protected readonly localize = new StringsController(this);

  /** Whose work is looked at. */
  @property({ attribute: false }) workspace: Workspace | undefined;

  /** The form that is open; `undefined` where none is. */
  @property({ attribute: false }) form: FormInstance | undefined;

  /** Any value; when it is another, something that is looked at has changed. */
  @property({ attribute: false }) moment: unknown;

  protected get text(): DevStrings {
    return devStringsFor(this.localize.lang);
  }
}
