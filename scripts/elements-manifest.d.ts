/** What is told of an attribute, an event, a slot, a part, a property. */
export interface ManifestItem {
  readonly name: string;
  readonly description?: string;
  readonly kind?: string;
}

/** An element of the manifest. */
export interface ManifestElement {
  readonly name: string;
  readonly tagName: string;
  readonly summary?: string;
  readonly attributes: readonly ManifestItem[];
  readonly events: readonly ManifestItem[];
  readonly members: readonly ManifestItem[];
  readonly slots?: readonly ManifestItem[];
  readonly cssParts?: readonly ManifestItem[];
  readonly cssStates?: readonly ManifestItem[];
}

export interface ElementsManifest {
  readonly schemaVersion: string;
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly ManifestElement[];
  }[];
}

interface EditorElement {
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly { readonly name: string; readonly values?: readonly object[] }[];
}

export const publicTags: readonly string[];
export function elementsManifest(): Promise<ElementsManifest>;
export function webTypes(
  manifest: ElementsManifest,
  own: { readonly name: string; readonly version: string },
): { readonly contributions: { readonly html: { readonly elements: readonly EditorElement[] } } };
export function vscodeData(manifest: ElementsManifest): { readonly tags: readonly EditorElement[] };
