const KEY = 'caseload.device';

/** Names this browser in the meta block of forms: made once and kept. Nothing about a person is in it. */
export function deviceId(): string {
  const known = localStorage.getItem(KEY);
  if (known !== null) return known;
  const made = `caseload-${crypto.randomUUID()}`;
  localStorage.setItem(KEY, made);
  return made;
}
