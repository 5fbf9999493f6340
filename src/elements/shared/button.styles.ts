import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/**
 * `.button` (edge and paper), `.button.primary` (the one next step), `.button.danger` (destroys), `.button.quiet` (no edge until
 * pointed at), `.link-button` (a button that reads as a link inside a sentence).
 */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: ${token('space-2')};
    min-block-size: ${token('control-height')};
    padding-block: ${token('space-2')};
    padding-inline: ${token('space-4')};
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    font: inherit;
    font-weight: 600;
    line-height: ${token('line-height-tight')};
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color ${token('fade')};
  }
  .button:where(:hover) {
    background: ${token('color-surface-muted')};
  }
  .button.primary {
    border-color: ${token('color-accent')};
    background: ${token('color-accent')};
    color: ${token('color-on-accent')};
  }
  .button.primary:where(:hover) {
    border-color: ${token('color-accent-strong')};
    background: ${token('color-accent-strong')};
  }
  .button.danger {
    border-color: ${token('color-danger')};
    color: ${token('color-danger')};
  }
  .button.danger:where(:hover) {
    background: ${token('color-danger-soft')};
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: ${token('color-accent')};
  }
  .button.quiet:where(:hover) {
    background: ${token('color-surface-muted')};
    color: ${token('color-accent-strong')};
  }
  .button.compact {
    min-block-size: 2rem;
    padding-block: ${token('space-1')};
    padding-inline: ${token('space-3')};
    font-size: ${token('font-size-small')};
  }
  /* After what the pointer does, which weighs no more: what cannot be pressed does not answer to it. */
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: ${token('color-line')};
    background: ${token('color-surface-muted')};
    color: ${token('color-text-muted')};
    cursor: default;
  }
  .link-button {
    padding: 0;
    border: 0;
    background: none;
    color: ${token('color-accent')};
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .link-button:hover {
    color: ${token('color-accent-strong')};
    text-decoration-thickness: 2px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-3')};
  }
  @media (forced-colors: active) {
    .button.primary {
      border-width: 2px;
    }
    .button.quiet {
      border-color: ButtonText;
    }
  }
`;
