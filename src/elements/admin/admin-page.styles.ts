import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** Tables and forms of settings. */
export const adminPageStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${token('space-3')};
  }
  form {
    display: grid;
    gap: ${token('space-5')};
    inline-size: 100%;
    max-inline-size: 34rem;
  }
  fieldset {
    display: grid;
    gap: ${token('space-2')};
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    align-items: end;
    gap: ${token('space-4')};
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    accent-color: ${token('color-accent')};
  }
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: ${token('space-3')};
    align-items: start;
    align-content: start;
    min-block-size: 2rem;
  }
  /* In the middle of the first line. */
  .check input {
    margin: 0.1875rem 0 0;
  }
  .check .hint {
    grid-column: 2;
  }
  .checks {
    display: grid;
    grid-auto-rows: max-content;
    gap: ${token('space-1')};
    max-block-size: 20rem;
    overflow-y: auto;
    padding: ${token('space-3')};
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .item {
    display: grid;
    gap: ${token('space-3')};
    padding: ${token('space-4')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .filter {
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    align-items: end;
    gap: ${token('space-3')};
    max-inline-size: none;
  }
  .steps {
    display: grid;
    gap: ${token('space-3')};
  }
  .steps del {
    color: ${token('color-text-muted')};
  }
  .steps ins {
    text-decoration: none;
  }
  .plan:not(:empty) {
    display: grid;
    gap: ${token('space-4')};
    min-inline-size: 0;
  }
  summary {
    padding-block: ${token('space-2')};
    cursor: pointer;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    border-block-start: 1px solid ${token('color-line')};
    background: ${token('color-surface-raised')};
  }
  th,
  td {
    padding: ${token('space-2')} ${token('space-3')};
    border-block-end: 1px solid ${token('color-line')};
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: break-word;
  }
  thead th {
    background: ${token('color-surface-muted')};
    font-size: ${token('font-size-small')};
  }
  tbody th {
    font-weight: 600;
  }
  a {
    color: ${token('color-accent')};
  }
  .trouble {
    color: ${token('color-waiting')};
    font-weight: 600;
  }
  ul.tree {
    padding: 0;
    list-style: none;
  }
  ul.tree li {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-1')} ${token('space-3')};
    align-items: baseline;
    padding-block: ${token('space-2')};
    border-block-end: 1px solid ${token('color-line')};
  }
  .depth-1 {
    padding-inline-start: 1.5rem;
  }
  .depth-2 {
    padding-inline-start: 3rem;
  }
  .depth-3 {
    padding-inline-start: 4.5rem;
  }
  .depth-4 {
    padding-inline-start: 6rem;
  }
  pre {
    max-inline-size: 100%;
    overflow-x: auto;
    font-size: ${token('font-size-small')};
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (max-width: 40rem) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr,
    tbody th,
    td {
      display: block;
      border: 0;
    }
    tbody tr {
      padding-block: ${token('space-2')};
      border-block-end: 1px solid ${token('color-line')};
    }
    tbody th,
    td {
      padding-block: 2px;
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      color: ${token('color-text-muted')};
      font-size: ${token('font-size-small')};
    }
  }
`;
