/** Lets the browser save a file under a name. */
export function offerFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun by then; sooner, some would find nothing there.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
