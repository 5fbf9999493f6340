import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** A question: `.field` around `.label`, `.hint`, `.control` and `.field-error`, in this order. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: ${token('space-1')};
    justify-items: start;
  }
  .label {
    display: block;
    font-weight: 600;
  }
  .label .required {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    font-weight: 400;
  }
  .hint {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  .control {
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding-block: ${token('space-2')};
    padding-inline: ${token('space-3')};
    border: 1px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    font: inherit;
  }
  .control:hover:enabled {
    border-color: ${token('color-text-muted')};
  }
  .control:focus-visible {
    outline-offset: 0;
    border-color: ${token('color-focus-ring')};
  }
  .control:disabled,
  .control:read-only:not(select, [type='file'], [role='textbox']) {
    border-color: ${token('color-line')};
    background: ${token('color-surface-muted')};
  }
  .control[aria-invalid='true'] {
    border-color: ${token('color-danger')};
    box-shadow: inset 0 0 0 1px ${token('color-danger')};
  }
  .control::placeholder {
    color: ${token('color-text-muted')};
    opacity: 1;
  }
  .field-error {
    display: flex;
    gap: ${token('space-2')};
    color: ${token('color-danger')};
    font-weight: 600;
  }
  .field-error .icon {
    margin-block-start: 0.125em;
  }
`;
