import { parseXml } from '../../xml/parse-xml.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import { staticDocument } from '../../xpath/static-node.ts';
import type { FormDefinition } from '../definition/form-definition.ts';
import type { FormProblem } from '../definition/form-parse-error.ts';
import type { Environment } from '../environment.ts';
import type { FormInstanceOptions } from '../form-instance.ts';
import { FormInstance } from '../form-instance.ts';
import { isLastSaved } from '../form-scope.ts';
import type { LoadedInstances } from '../secondary/load-secondary-instances.ts';
import type { AnswerFile } from './attachment.ts';
import { FormSession } from './form-session.ts';
import type { PreloadValues } from './preload-values.ts';
import { preloadFrom } from './preload-values.ts';

/** Time, chance and place, which a form has none of itself. */
export type Surroundings = Omit<Environment, 'instance' | 'preload'>;

/** How a session begins, and in which surroundings. */
export type SessionOptions = BeginningOptions & {
  /** In place of the real ones: a pinned clock, other secondary instances (`casedb`, `session` …) … */
  readonly environment?: Partial<Environment>;
  /** Files that the given instance names. Those of an edit are not sent again. */
  readonly attachments?: Iterable<AnswerFile>;
  /** What `jr:preload` asks about device and user. */
  readonly preload?: PreloadValues;
  /** The instance that this form was last sent as, in XML: what `jr://instance/last-saved` is. */
  readonly lastSaved?: string;
  /** The form's default language when it is left out or unknown. */
  readonly language?: string;
  /**
   * What becomes of an answer that fails its constraint, or empties a required question: `refuse` (CommCare, JavaRosa; the
   * default) keeps the old one, `keep` (ODK Web Forms) stores and flags it.
   */
  readonly invalidAnswers?: 'refuse' | 'keep';
};

type BeginningOptions =
  | { readonly mode?: 'create'; readonly instanceXml?: undefined }
  /** `restore` takes what `FormSession.serialize` gave, or a submission; `edit` a submission. */
  | { readonly mode: 'restore' | 'edit'; readonly instanceXml: string };

/** A form that can be filled in, by any number of sessions. */
export class Form {
  constructor(
    /** The engine's own definition. */
    readonly definition: FormDefinition,
    private readonly instances: LoadedInstances,
    private readonly surroundings: Surroundings,
  ) {}

  get title(): string {
    return this.definition.title;
  }

  /** `id` of the instance's root element; `''` when it has none, as in CommCare: there it is {@link xmlns}. */
  get id(): string {
    return this.definition.id;
  }

  /** `version` of the instance's root element; `''` when it has none. */
  get version(): string {
    return this.definition.version;
  }

  /** Namespace of the instance's root element; `''` when it has none of its own. */
  get xmlns(): string {
    return this.definition.xmlns;
  }

  /** Whose rules its expressions follow. */
  get dialect(): Dialect {
    return this.definition.dialect;
  }

  /** The languages of its texts, in its order. */
  get languages(): readonly string[] {
    return this.definition.itext.languages;
  }

  /** What is odd but does not keep it from working, files that are missing among it. */
  get warnings(): readonly FormProblem[] {
    return [...this.definition.warnings, ...this.instances.warnings];
  }

  /**
   * Begins a filling-in, at once. Throws `XmlParseError` for an instance that is not well-formed, and
   * `InstanceMismatchError` for one of another form.
   */
  createSession(options: SessionOptions = {}): FormSession {
    const { mode = 'create', attachments = [] } = options;
    return new FormSession(this.#open(options), mode, attachments);
  }

  #open(options: SessionOptions): FormInstance {
    const { mode, instanceXml } = options;
    if (mode !== undefined && mode !== 'create' && typeof instanceXml !== 'string') {
      throw new RangeError(
        `A session in mode "${mode}" needs instanceXml, the text of an instance`,
      );
    }
    const own = this.#instanceOptions(options);
    if (mode === 'restore') return FormInstance.restore(this.definition, instanceXml, own);
    if (mode === 'edit') return FormInstance.edit(this.definition, instanceXml, own);
    return FormInstance.create(this.definition, own);
  }

  #instanceOptions(options: SessionOptions): FormInstanceOptions {
    const { language, invalidAnswers } = options;
    return {
      environment: this.#environment(options),
      ...(language !== undefined && { language }),
      ...(invalidAnswers !== undefined && { invalidAnswers }),
    };
  }

  #environment({ environment = {}, preload = {}, lastSaved }: SessionOptions): Environment {
    const saved =
      lastSaved === undefined ? undefined : parseXml(lastSaved, 'the last saved instance');
    return {
      ...this.surroundings,
      preload: preloadFrom(preload),
      ...environment,
      instance: (src, id) =>
        environment.instance?.(src, id) ??
        (saved !== undefined && isLastSaved(src)
          ? staticDocument(saved)
          : this.instances.instance(src, id)),
    };
  }
}
