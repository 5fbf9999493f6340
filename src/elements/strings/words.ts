/** The one of two wordings that fits the number, by the language's own plural rule (0 is plural in English, singular in French). */
export function plural(language: string, count: number, one: string, other: string): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? one : other;
}

/** The wording for the number where a language has more than two, by its own plural rule. */
export function wording(
  language: string,
  count: number,
  wordings: Readonly<Record<Intl.LDMLPluralRule, string>>,
): string {
  return wordings[new Intl.PluralRules(language).select(count)];
}

/** A number with the language's own digits grouping. */
export function number(language: string, value: number): string {
  return new Intl.NumberFormat(language).format(value);
}

/** `a, b and c`, as the language joins them. */
export function list(language: string, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** `3 hours ago` for a time `seconds` back, in the largest unit that is not zero. */
export function ago(language: string, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (seconds < 45) return format.format(0, 'second');
  if (seconds < 3600) return format.format(-Math.max(1, Math.round(seconds / 60)), 'minute');
  if (seconds < 86_400) return format.format(-Math.round(seconds / 3600), 'hour');
  return format.format(-Math.round(seconds / 86_400), 'day');
}

/** A file size in the largest unit that keeps it above one. */
export function fileSize(language: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  });
  return format.format(bytes / 1000 ** step);
}
