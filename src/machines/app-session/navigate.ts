import type { AppSessionEvent } from './context.ts';
import type { Workspace } from '../workspace.ts';

/** Does in the session what the person chose; `selected` is the row whose detail is looked at. */
export function navigate(
  session: Workspace['session'],
  event: AppSessionEvent,
  selected?: string,
): void {
  switch (event.type) {
    case 'choose':
      session.choose(event.id);
      break;
    case 'select':
      session.select(event.id);
      break;
    case 'selectMany':
      session.selectMany(event.ids);
      break;
    case 'continue':
      if (selected !== undefined) session.select(selected);
      break;
    case 'act':
      session.act(event.index);
      break;
    case 'followCell':
      session.followCell(event.column, event.id);
      break;
  }
}
