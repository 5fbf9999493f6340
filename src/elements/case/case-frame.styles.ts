import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseFrameStyles = css`
  :host {
    min-block-size: 100vh;
    background: ${token('color-surface')};
  }
  .skip {
    position: absolute;
    inset-block-start: ${token('space-1')};
    inset-inline-start: ${token('space-1')};
    z-index: 1;
    padding: ${token('space-2')} ${token('space-4')};
    background: ${token('color-surface-raised')};
    clip-path: inset(50%);
  }
  .skip:focus {
    clip-path: none;
  }
  .bar,
  .breadcrumbs,
  .below {
    padding-inline: max(${token('space-4')}, (100% - ${token('page-width')}) / 2);
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${token('space-4')};
    block-size: ${token('bar-height')};
    border-block-end: 1px solid ${token('color-line')};
    background: ${token('color-surface-raised')};
    font-size: ${token('font-size-small')};
  }
  /* One line, that gives way to the tools: the whole of it is in the title. */
  .place {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .project {
    font-weight: 600;
  }
  .app {
    color: ${token('color-text-muted')};
  }
  .app::before {
    content: '·' / '';
    margin-inline: ${token('space-2')};
  }
  .tools {
    display: flex;
    flex: none;
    align-items: center;
    gap: ${token('space-4')};
    white-space: nowrap;
  }
  .user {
    display: inline-flex;
    align-items: center;
    gap: ${token('space-1')};
  }
  .breadcrumbs {
    padding-block-start: ${token('space-3')};
    font-size: ${token('font-size-small')};
  }
  .breadcrumbs ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 ${token('space-1')};
  }
  .breadcrumbs li {
    display: inline-flex;
    align-items: center;
    gap: ${token('space-1')};
    min-inline-size: 0;
  }
  .breadcrumbs .link-button {
    min-block-size: 1.5rem;
  }
  .breadcrumbs .icon {
    inline-size: 1em;
    block-size: 1em;
    color: ${token('color-text-muted')};
  }
  main {
    padding-block: ${token('space-5')} ${token('space-6')};
  }
  @media (min-width: 64rem) {
    .below {
      display: flex;
      align-items: start;
      gap: ${token('space-5')};
    }
    main {
      flex: 1 1 0;
      min-inline-size: 0;
    }
    ::slotted([slot='side']) {
      position: sticky;
      inset-block-start: 0;
      flex: 0 0 14rem;
      padding-block-start: ${token('space-5')};
    }
  }
  /* No room for one line: the same in the same order, over several. */
  @media (max-width: 56rem) {
    .bar {
      flex-wrap: wrap;
      gap: ${token('space-1')} ${token('space-4')};
      block-size: auto;
      min-block-size: ${token('bar-height')};
      padding-block: ${token('space-2')};
    }
    .place {
      white-space: normal;
    }
    .tools {
      flex: 0 1 auto;
      flex-wrap: wrap;
      gap: ${token('space-1')} ${token('space-2')};
      white-space: normal;
    }
  }
  @media (max-width: 24rem) {
    .user .icon {
      display: none;
    }
  }
  @media print {
    .bar,
    .breadcrumbs {
      display: none;
    }
  }
`;
