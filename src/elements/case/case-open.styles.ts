import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseOpenStyles = css`
  .page > .drop,
  .page > .problems,
  .page > .section {
    max-inline-size: 44rem;
  }
  .drop {
    display: grid;
    gap: ${token('space-4')};
    justify-items: center;
    padding: ${token('space-5')} ${token('space-4')};
    border: 2px dashed ${token('color-edge')};
    border-radius: ${token('radius-large')};
    background: ${token('color-surface-raised')};
    text-align: center;
  }
  .drop.over {
    border-style: solid;
    border-color: ${token('color-accent')};
    background: ${token('color-accent-soft')};
  }
  .drop > .icon {
    inline-size: 2rem;
    block-size: 2rem;
    color: ${token('color-text-muted')};
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: ${token('space-4')} ${token('space-5')};
    inline-size: 100%;
  }
  .choice {
    display: grid;
    flex: 0 1 16rem;
    gap: ${token('space-1')};
    align-content: start;
  }
  .address-form {
    inline-size: 100%;
    max-inline-size: 34rem;
    text-align: start;
  }
  .address-line {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-2')};
    inline-size: 100%;
  }
  .address-line .control {
    flex: 1 1 14rem;
    inline-size: auto;
    min-inline-size: 0;
  }
  .given {
    border-block-start: 1px solid ${token('color-line')};
  }
  .file {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: ${token('space-3')};
    align-items: center;
    padding-block: ${token('space-2')};
    border-block-end: 1px solid ${token('color-line')};
  }
  .file > .icon {
    color: ${token('color-sent')};
  }
  .file.unknown > .icon {
    color: ${token('color-danger')};
  }
  .name {
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .open-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space-3')};
  }
  .refusal {
    display: flex;
    flex: 1 1 16rem;
    gap: ${token('space-2')};
    color: ${token('color-danger')};
    font-weight: 600;
  }
`;
