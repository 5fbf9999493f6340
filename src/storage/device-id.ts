const KEY = 'caseload.device';

/** Names this browser in the meta block of forms: made once and kept. Nothing about a person is in it. */
export function deviceId(uuid: () => string): string {
  const known = localStorage.getItem(KEY);
  if (known !== null) return known;
  const made = `caseload-${uuid()}`;
  localStorage.setItem(KEY, made);
  return made;
}
