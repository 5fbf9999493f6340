/**
 * The BCP 47 tag of a form's language, or `''` when its name holds none. Authors write `fra`, `hin`, `French (fr)` or just
 * `default`; tags of three letters that have one of two are shortened by the browser.
 */
export function languageTag(language: string): string {
  const candidate = /\(([\w-]+)\)\s*$/.exec(language)?.[1] ?? language.trim();
  if (!/^[a-z]{2,3}([-_][\w]+)*$/i.test(candidate)) return '';
  try {
    return Intl.getCanonicalLocales(candidate.replaceAll('_', '-'))[0] ?? '';
  } catch {
    return '';
  }
}

const RIGHT_TO_LEFT = new Set('Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa'.split(' '));

/** The direction in which the language is written, by the script it is most likely in. */
export function languageDirection(tag: string): 'ltr' | 'rtl' {
  if (tag === '') return 'ltr';
  const script = new Intl.Locale(tag).maximize().script ?? '';
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** The language's name for itself (`français`), or what the author called it. */
export function languageName(language: string): string {
  const tag = languageTag(language);
  if (tag === '' || /\s/.test(language.trim())) return language;
  const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
  return own === undefined ? language : own.charAt(0).toLocaleUpperCase(tag) + own.slice(1);
}
