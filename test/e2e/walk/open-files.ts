import type { Page } from 'playwright-core';

/** A file as somebody gives it to the web app; `name` may be a path. */
export interface FileToGive {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens an app or a form as a person does who gives its file, on the page where one signs in. */
export async function openFiles(
  page: Page,
  app: FileToGive,
  restore: string | undefined,
): Promise<void> {
  const inputs = page.locator('case-open input[type=file]');
  await inputs.first().setInputFiles(asFile(app));
  if (restore !== undefined)
    await inputs.nth(1).setInputFiles(asFile({ name: 'restore.xml', bytes: Buffer.from(restore) }));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

function asFile({ name: path, bytes }: FileToGive) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}
