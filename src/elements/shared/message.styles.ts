import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** `.message` with `.danger`, `.waiting`, `.sent` or nothing (a note): a coloured edge at the start, an icon and words. */
export const messageStyles = css`
  .message {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: ${token('space-3')};
    padding: ${token('space-4')};
    border: 1px solid ${token('color-line')};
    border-inline-start: 4px solid ${token('color-edge')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .message > .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    color: ${token('color-text-muted')};
  }
  .message-body {
    display: grid;
    gap: ${token('space-2')};
    justify-items: start;
  }
  .message-body > * {
    max-inline-size: ${token('measure')};
  }
  .message.danger {
    border-inline-start-color: ${token('color-danger')};
    background: ${token('color-danger-soft')};
  }
  .message.danger > .icon {
    color: ${token('color-danger')};
  }
  .message.waiting {
    border-inline-start-color: ${token('color-waiting')};
    background: ${token('color-waiting-soft')};
  }
  .message.waiting > .icon {
    color: ${token('color-waiting')};
  }
  .message.sent {
    border-inline-start-color: ${token('color-sent')};
    background: ${token('color-sent-soft')};
  }
  .message.sent > .icon {
    color: ${token('color-sent')};
  }
`;
