import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseOwnerProblemStyles = css`
  .why {
    font-size: ${token('font-size-large')};
    line-height: 1.4;
  }
  .ways {
    display: grid;
    gap: ${token('space-2')};
    padding-inline-start: 1.25em;
  }
  .page > .choice,
  .page > .field {
    max-inline-size: ${token('measure')};
  }
  .choice {
    display: grid;
    gap: ${token('space-4')};
  }
  .page > details {
    max-inline-size: ${token('measure')};
  }
  .candidate {
    display: flex;
    align-items: center;
    gap: ${token('space-3')};
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding-block: ${token('space-1')};
    cursor: pointer;
  }
  .candidate input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: ${token('color-accent')};
  }
  .report {
    resize: vertical;
    field-sizing: content;
    font-size: ${token('font-size-small')};
  }
  .copy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-2')} ${token('space-4')};
    margin-block-start: ${token('space-2')};
  }
  .copied {
    color: ${token('color-sent')};
    font-weight: 600;
  }
`;
