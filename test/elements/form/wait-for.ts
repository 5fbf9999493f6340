/** Waits until something holds; fails after a second. */
export async function waitFor(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error(`Waited in vain for ${holds.toString()}`);
}
