/**
 * A picture whose longer side has at most so many pixels: the file itself where it is small enough, is no picture that can be drawn, or
 * moves. Its kind stays where a browser can write it; any other becomes JPEG.
 */
export async function scaledPicture(file: File, longest: number): Promise<File> {
  if (!file.type.startsWith('image/') || KEPT.has(file.type)) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return file;
  const share = longest / Math.max(picture.width, picture.height);
  return share >= 1 ? file : await drawn(picture, share, file);
}

/** Pictures that are drawn by rule, or may move. */
const KEPT: ReadonlySet<string> = new Set(['image/svg+xml', 'image/gif']);

const WRITTEN: ReadonlySet<string> = new Set(['image/png', 'image/webp', 'image/jpeg']);

async function drawn(picture: ImageBitmap, share: number, file: File): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const type = WRITTEN.has(file.type) ? file.type : 'image/jpeg';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9));
  return blob === null ? file : new File([blob], nameAs(file.name, type), { type });
}

/** The name with the ending of the kind that the picture has become. */
function nameAs(name: string, type: string): string {
  return type === 'image/jpeg' && !/\.jpe?g$/i.test(name)
    ? `${name.replace(/\.[^.]+$/, '')}.jpg`
    : name;
}
