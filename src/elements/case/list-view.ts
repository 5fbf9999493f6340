/** How a user looks at a list: kept by whoever shows it, so that going back finds the list as it was left. */
export interface ListView {
  readonly search: string;
  /** The column that is sorted by, from 0; `undefined` for the order of the app. */
  readonly sortColumn: number | undefined;
  readonly descending: boolean;
  /** From 0. */
  readonly page: number;
  /** Rows on one page, where the person has chosen; `undefined` for the list's own number. */
  readonly pageSize?: number | undefined;
}

/** A list as the app gives it. */
export const initialListView: ListView = {
  search: '',
  sortColumn: undefined,
  descending: false,
  page: 0,
};
