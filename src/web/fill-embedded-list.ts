import { AppMedia } from '../elements/case/app-media.ts';
import type { EmbeddedList } from '../elements/case/embedding.ts';
import { loadProblems } from '../elements/case/load-problems.ts';
import { CaseProblemEvent } from '../elements/events/case-problem-event.ts';
import { CaseReadyEvent } from '../elements/events/case-ready-event.ts';
import type { Workspace } from '../machines/workspace.ts';
import { FramePace } from '../storage/frame-pace.ts';
import { AppLoadError } from '../suite/app-load-error.ts';
import type { ListScreen } from '../suite/screen.ts';
import type { Desk } from './desk.ts';
import { embeddedFiles } from './embedded-files.ts';
import { openEmbeddedDesk } from './open-embedded-desk.ts';
import { openFiles } from './open-project.ts';
import { readAddress } from './place-address.ts';

/**
 * Fills a `<case-list>` on somebody else's page with a list of an app, and keeps it up to date with what this browser holds of it.
 * Returns what ends it.
 */
export function fillEmbeddedList(list: EmbeddedList): () => void {
  const ended = new AbortController();
  let desk: Desk | undefined;
  ended.signal.addEventListener('abort', () => desk?.close());
  const open = async () => {
    const workspace = await openApp(list, ended.signal, (opened) => (desk = opened));
    if (ended.signal.aborted) return;
    showMedia(list, workspace);
    const show = () => void (list.screen = listAt(workspace, list.list));
    desk?.atEnd(workspace.sandbox.observeCommits(show));
    desk?.atEnd(workspace.sandbox.observeCatchUps(show));
    show();
    list.dispatchEvent(new CaseReadyEvent());
  };
  open().catch((error: unknown) => {
    if (!ended.signal.aborted) tell(list, error);
  });
  return () => ended.abort();
}

async function openApp(
  list: EmbeddedList,
  signal: AbortSignal,
  keep: (desk: Desk) => void,
): Promise<Workspace> {
  const loading = {
    pace: new FramePace(signal),
    cancelled: signal,
    onReceived: () => undefined,
    onProgress: () => undefined,
  };
  const { openApp: open, apps } = await openFiles(
    await embeddedFiles(list),
    async (owner) => {
      const desk = await openEmbeddedDesk(owner, list, signal);
      keep(desk);
      return desk;
    },
    loading,
  );
  return open(apps[0]?.id ?? '');
}

function showMedia(list: EmbeddedList, { app }: Workspace): void {
  const media = new AppMedia();
  list.media = (source) => media.url(app, source);
}

/** The list at the end of the way; the first one there is when no way is given. */
function listAt({ session, app }: Workspace, way: string): ListScreen {
  const screen = session.goToAddress(readAddress(`#/app/${way}`).steps);
  if (screen.kind === 'list') return screen;
  throw new AppLoadError(
    `there is no list at “${way}”, but something of the kind “${screen.kind}”`,
    app.profile.name,
    'Give in “list” the ids of what is chosen on the way to it, such as m0/m0-f1.',
  );
}

function tell(list: EmbeddedList, error: unknown): void {
  list.problem = error;
  list.dispatchEvent(new CaseProblemEvent(loadProblems(error), error));
}
