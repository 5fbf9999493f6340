const JUNK = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/;

/** True for what operating systems leave among the files of a folder or an archive. */
export function isJunk(path: string): boolean {
  return JUNK.test(path);
}
