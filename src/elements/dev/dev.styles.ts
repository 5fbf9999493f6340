import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** What the parts of the inspector have in common: two columns where there is room, code, dense tables and lists. */
export const devStyles = css`
  :host {
    font-size: ${token('font-size-small')};
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-4')};
    align-items: start;
  }
  .columns > *,
  .stack > * {
    min-inline-size: 0;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${token('space-3')};
    align-content: start;
  }
  @media (min-width: 56rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  h3 {
    font-size: ${token('font-size-small')};
  }
  code,
  .code {
    font-family: ${token('font-family-code')};
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: ${token('space-3')};
  }
  .control {
    min-block-size: 2.25rem;
    padding-block: ${token('space-1')};
  }
  .tag {
    padding-inline: ${token('space-1')};
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    color: ${token('color-text-muted')};
    font-family: ${token('font-family')};
    white-space: nowrap;
  }
  .tag.wrong {
    border-color: ${token('color-danger')};
    color: ${token('color-danger')};
  }
  .wrong {
    color: ${token('color-danger')};
  }
  .tree ul,
  ul.tree {
    list-style: none;
    margin-inline-start: ${token('space-4')};
  }
  ul.tree {
    margin-inline-start: 0;
  }
  .tree .tree {
    margin-inline-start: ${token('space-4')};
  }
  ol {
    padding-inline-start: ${token('space-5')};
  }
  .node {
    display: flex;
    gap: ${token('space-1')};
    align-items: baseline;
  }
  .node button {
    padding-block: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .fold {
    flex: none;
    inline-size: 1.5rem;
    min-block-size: 1.5rem;
    padding: 0;
  }
  .fold svg {
    transition: none;
  }
  .fold[aria-expanded='true'] svg {
    transform: rotate(90deg);
  }
  .choose {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: ${token('space-1')} ${token('space-2')};
    min-block-size: 1.5rem;
    min-inline-size: 0;
    padding-inline: ${token('space-1')};
    border-radius: ${token('radius')};
  }
  .choose:hover,
  .choose[aria-pressed='true'] {
    background: ${token('color-accent-soft')};
  }
  .choose[aria-pressed='true'] {
    box-shadow: inset 2px 0 ${token('color-accent')};
  }
  .choose .value {
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    gap: ${token('space-1')} ${token('space-3')};
  }
  dt {
    color: ${token('color-text-muted')};
    overflow-wrap: anywhere;
  }
  dd {
    overflow-wrap: anywhere;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: ${token('space-1')} ${token('space-2')};
    border-block-end: 1px solid ${token('color-line')};
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    color: ${token('color-text-muted')};
    font-weight: 400;
  }
`;
