/** Whether a text can be the name of an element: what projects call the columns of their tables and the data of their users. */
export function isXmlName(text: string): boolean {
  return /^[A-Za-z_][\w.-]{0,79}$/.test(text) && !/^xml/i.test(text);
}
