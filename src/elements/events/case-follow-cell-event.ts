import { WorkEvent } from './work-event.ts';

/** The user pressed a cell of a list that leads somewhere: the place of its column, and the id of its row. */
export class CaseFollowCellEvent extends WorkEvent {
  readonly column: number;
  readonly id: string;

  constructor(column: number, id: string) {
    super('case-follow-cell');
    this.column = column;
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'case-follow-cell': CaseFollowCellEvent;
  }
}
