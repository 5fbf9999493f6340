/**
 * Camera and microphone, for one who may be gone before the person has allowed them: what comes too late is given back at once. Only one
 * is lent at a time.
 */
export class LentDevice {
  #turn: symbol | undefined;
  #stream: MediaStream | undefined;

  /** True while the stream is lent, and not given back. */
  lends(stream: MediaStream): boolean {
    return this.#stream === stream;
  }

  /**
   * Asks for the device and uses it until `giveBack`. Does nothing while one is asked for or lent. Throws what the browser or `use` throws,
   * unless the device was given back before.
   */
  async lend(
    wanted: MediaStreamConstraints,
    use: (stream: MediaStream) => Promise<void>,
  ): Promise<void> {
    if (this.#turn !== undefined) return;
    const turn = (this.#turn = Symbol('turn'));
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      if (this.#turn !== turn) return stopTracks(stream);
      this.#stream = stream;
      await use(stream);
    } catch (error) {
      if (this.#turn === turn) throw error;
    }
  }

  giveBack(): void {
    if (this.#stream !== undefined) stopTracks(this.#stream);
    this.#turn = this.#stream = undefined;
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
