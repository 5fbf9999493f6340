import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseListStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: ${token('space-3')} ${token('space-4')};
  }
  .search {
    flex: 0 1 24rem;
    min-inline-size: 0;
  }
  .search-line {
    position: relative;
    inline-size: 100%;
  }
  .search-line .icon {
    position: absolute;
    inset-block-start: calc(50% - 0.625em);
    inset-inline-start: ${token('space-3')};
    color: ${token('color-text-muted')};
    pointer-events: none;
  }
  .search-line .control {
    /* On both sides: the text may run against the page. */
    padding-inline: 2.5rem;
  }
  .count {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .container {
    container-type: inline-size;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    border-block-start: 1px solid ${token('color-line')};
    background: ${token('color-surface-raised')};
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: ${token('space-2')} ${token('space-3')};
    border-block-end: 1px solid ${token('color-line')};
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    padding: 0;
    background: ${token('color-surface-muted')};
    font-weight: 600;
  }
  tbody .numeric {
    text-align: end;
  }
  .numeric .sort {
    justify-content: end;
  }
  .group-start > * {
    border-block-start: 2px solid ${token('color-edge')};
  }
  td img,
  th img {
    max-block-size: 3rem;
    max-inline-size: 6rem;
    vertical-align: middle;
  }
  .sort,
  .choose {
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: ${token('space-1')};
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding: ${token('space-2')} ${token('space-3')};
    font-size: ${token('font-size-small')};
  }
  .sort:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .sort .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  .sort:focus-visible {
    outline-offset: -2px;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover {
    background: ${token('color-accent-soft')};
  }
  .choose {
    min-block-size: 1.75rem;
    padding: 0;
    color: ${token('color-accent')};
  }
  tbody tr:hover .choose {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .many {
    display: flex;
    align-items: baseline;
    gap: ${token('space-2')};
  }
  .many input {
    flex: none;
    align-self: center;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: ${token('color-accent')};
  }
  .many-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')} ${token('space-4')};
  }
  tr.focused > :first-child {
    box-shadow: inset 4px 0 0 ${token('color-accent')};
  }
  tr.focused > :first-child:dir(rtl) {
    box-shadow: inset -4px 0 0 ${token('color-accent')};
  }
  .follow {
    min-inline-size: ${token('control-height')};
    min-block-size: ${token('control-height')};
    border: 0;
    background: none;
    color: ${token('color-accent')};
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .follow img {
    max-block-size: 2rem;
  }
  .value .graph,
  .cell .graph {
    inline-size: min(100%, 18rem);
    min-inline-size: min(100%, 12rem);
  }
  .cell-label {
    display: none;
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')} ${token('space-4')};
    font-variant-numeric: tabular-nums;
  }
  .page-size {
    display: flex;
    align-items: center;
    gap: ${token('space-2')};
    margin-inline-start: auto;
  }
  .page-size select {
    inline-size: auto;
  }
  /* Too narrow for columns: each row becomes a small card, and the headers a line of sort buttons. */
  @container (max-width: 36rem) {
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      display: block;
      background: ${token('color-surface-muted')};
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
    }
    thead th {
      border: 0;
      background: none;
    }
    tbody tr {
      padding-block: ${token('space-2')};
      border-block-end: 1px solid ${token('color-line')};
    }
    tbody th,
    tbody td {
      padding-block: ${token('space-1')};
      border: 0;
    }
    tbody td {
      display: grid;
      grid-template-columns: minmax(5.5rem, 35%) minmax(0, 1fr);
      gap: ${token('space-3')};
    }
    tbody .numeric {
      text-align: start;
    }
    tbody .blank {
      display: none;
    }
    .cell-label {
      display: block;
      color: ${token('color-text-muted')};
      font-size: ${token('font-size-small')};
      line-height: 1.7;
    }
  }
  @media print {
    .tools,
    .pages {
      display: none;
    }
  }
`;
