/** An id for something new: 32 hexadecimal digits, as CommCare's servers make them. */
export function newId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
