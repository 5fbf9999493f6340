import { openGivenFiles } from './machines/open-given-files.ts';
import { parseRecording } from './replay/format/parse-recording.ts';
import { Divergence } from './replay/play/divergence.ts';
import type { ReplayHost } from './replay/play/stage.ts';
import { replay } from './replay/replay.ts';
import type { AppDefinition } from './suite/app-definition.ts';
import { chaiMatchers, matchers } from './testing/matchers.ts';
import type { CaseloadMatchers } from './testing/matchers.ts';
import type { ScenarioLine, ScenarioOptions } from './testing/story.ts';
import { Story } from './testing/story.ts';
import { throwDivergence } from './testing/throw-divergence.ts';

// `caseload/testing` where tests run in a page, as with Web Test Runner: apps come by their addresses.

export { chaiMatchers, Divergence, matchers };
export type { CaseloadMatchers, ScenarioLine, ScenarioOptions };

/** A story over an app that the page can fetch. */
export class Scenario extends Story {
  /** Opens an app by the address of its `.ccz`, of a zip of its folder, or of a single XForm. Rejects when it cannot be fetched. */
  static async load(
    app: string,
    { world = [], ...pinned }: ScenarioOptions = {},
  ): Promise<Scenario> {
    const scenario = new Scenario(fetchingHost(), app, document.baseURI, pinned);
    await scenario.play(...world);
    return scenario;
  }
}

/**
 * Plays the recording at an address; its app is `app`, else where the recording says. Rejects with a {@link Divergence} that begins with
 * address and line, and says why. Recordings that include others are for Node.
 */
export async function playRecording(address: string, app?: string): Promise<void> {
  const file = new URL(address, document.baseURI).href;
  const text = new TextDecoder().decode(await fetched(file));
  const recording = parseRecording(text, file);
  const own = app === undefined ? recording.header.app : new URL(app, document.baseURI).href;
  const named = { ...recording, header: { ...recording.header, ...(own && { app: own }) } };
  const { divergence } = await replay(named, fetchingHost());
  throwDivergence(divergence);
}

function fetchingHost(): ReplayHost {
  const apps = new Map<string, Promise<AppDefinition>>();
  return {
    clock: () => Date.now(),
    openApp(name, recording) {
      const address = new URL(name, recording).href;
      const opened = apps.get(address) ?? openAt(address);
      apps.set(address, opened);
      return opened;
    },
  };
}

async function openAt(address: string): Promise<AppDefinition> {
  const name = new URL(address).pathname.split('/').at(-1) ?? '';
  return (await openGivenFiles([{ name, bytes: await fetched(address) }])).app;
}

async function fetched(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} cannot be fetched: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
