import type { AppDefinition } from '../../suite/app-definition.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  '3gp': 'video/3gpp',
};

/** Gives the pictures and sounds of one app addresses that a page can read, each made when it is first asked for. */
export class AppMedia {
  #app: AppDefinition | undefined;
  readonly #urls = new Map<string, string>();

  /** The address of `jr://file/…` in this app; `undefined` for what did not come with it. Those of the app before end. */
  url(app: AppDefinition | undefined, source: string): string | undefined {
    if (app !== this.#app) this.#begin(app);
    const known = this.#urls.get(source);
    const bytes = app?.media.get(source);
    if (known !== undefined || bytes === undefined) return known;
    const url = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaTypeOf(source) }));
    this.#urls.set(source, url);
    return url;
  }

  #begin(app: AppDefinition | undefined): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
    this.#app = app;
  }
}

/** A picture is drawn whatever its type, but for an SVG; sounds and films play when the type is known. */
function mediaTypeOf(source: string): string {
  return MEDIA_TYPES[source.split('.').at(-1)?.toLowerCase() ?? ''] ?? '';
}
