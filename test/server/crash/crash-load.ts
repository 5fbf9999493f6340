import { setTimeout as pause } from 'node:timers/promises';
import { crashForm, sharedForm } from './crash-form.ts';
import type { CrashForm } from './crash-form.ts';

const WORKERS = 6;

/** Workers who send form after form, each a chain of its own; what got no answer is sent once more, as devices do. */
export class CrashLoad {
  /** All that was ever sent, by instanceID. */
  readonly sent = new Map<string, CrashForm>();
  readonly acknowledged = new Set<string>();
  /** Answers that must not come, such as a refusal. */
  readonly surprises: string[] = [];
  readonly #next = Array.from({ length: WORKERS }, (_, worker) => crashForm(worker, 0));
  #cookie = '';

  /** Signs in, once for all servers to come, and makes what all forms share. */
  async begin(url: string): Promise<void> {
    const body = JSON.stringify({ username: 'david', password: 'caseload' });
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body });
    this.#cookie = response.headers.get('Set-Cookie')!.split(';')[0]!;
    const made = await this.#post(url, sharedForm(), undefined);
    if (made !== 201) throw new Error(`The shared case was answered with ${made}`);
  }

  /** Sends until the server does not answer any more. */
  async run(url: string): Promise<void> {
    await Promise.all(this.#next.map((_, worker) => this.#work(url, worker)));
  }

  /** Waits for so many further answers. */
  async acknowledgedMore(count: number): Promise<void> {
    const enough = this.acknowledged.size + count;
    while (this.acknowledged.size < enough) await pause(1);
  }

  async #work(url: string, worker: number): Promise<void> {
    for (;;) {
      const form = this.#next[worker]!;
      this.sent.set(form.instanceId, form);
      const status = await this.#post(url, form.xml, form.file).catch(() => undefined);
      if (status === undefined) return;
      if (status !== 201) this.surprises.push(`form ${worker}/${form.number} got ${status}`);
      this.acknowledged.add(form.instanceId);
      this.#next[worker] = crashForm(worker, form.number + 1);
    }
  }

  async #post(url: string, xml: string, file: string | undefined): Promise<number> {
    const body = new FormData();
    body.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'form.xml');
    if (file !== undefined) body.append(file, new Blob(['x'.repeat(20_000)]), file);
    const headers = { Cookie: this.#cookie };
    const response = await fetch(`${url}/api/receiver`, { method: 'POST', headers, body });
    // The status alone is no answer: the server may be killed before the rest of it.
    await response.text();
    return response.status;
  }
}
