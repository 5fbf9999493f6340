import type { Embedding } from '../elements/case/embedding.ts';
import { fetchEveryElement } from '../elements/form/elements-on-demand.ts';
import { fetchEveryPart } from '../platform/missing-part.ts';
import { fillEmbeddedList } from './fill-embedded-list.ts';
import { runEmbeddedApp } from './run-embedded-app.ts';

/** What `<case-app>` and `<case-list>` need to run an app by themselves. An app may call for anything, so all of it is fetched. */
export async function embedding(): Promise<Embedding> {
  await Promise.all([fetchEveryElement(), fetchEveryPart()]);
  await fetchEveryPart();
  return { runApp: runEmbeddedApp, fillList: fillEmbeddedList };
}
