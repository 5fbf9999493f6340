import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseMenuStyles = css`
  .page > .choices {
    max-inline-size: 44rem;
    border-block-start: 1px solid ${token('color-line')};
  }
  .choice {
    position: relative;
    border-block-end: 1px solid ${token('color-line')};
  }
  .choice:hover {
    background: ${token('color-surface-muted')};
  }
  .choice button {
    display: flex;
    align-items: center;
    gap: ${token('space-3')};
    inline-size: 100%;
    min-block-size: 3.25rem;
    padding: ${token('space-3')} ${token('space-3')};
    border: 0;
    background: none;
    color: ${token('color-accent')};
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  /* The whole line answers, its explanation included. */
  .choice button::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .choice button .text {
    flex: 1;
  }
  .choice img {
    flex: none;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    object-fit: contain;
  }
  /* Above the line that answers as a whole. */
  .choice audio {
    position: relative;
    z-index: 1;
    display: block;
    inline-size: min(20rem, 100% - 2 * ${token('space-3')});
    block-size: 2.5rem;
    margin-block-end: ${token('space-3')};
    margin-inline: ${token('space-3')};
  }
  .badge {
    padding-inline: ${token('space-2')};
    border: 1px solid ${token('color-edge')};
    border-radius: 1rem;
    color: ${token('color-text')};
    font-size: ${token('font-size-small')};
    font-variant-numeric: tabular-nums;
  }
  .choice button:hover .text {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .choice .icon {
    color: ${token('color-text-muted')};
  }
  .marked {
    border-inline-start: 4px solid ${token('color-waiting')};
    background: ${token('color-waiting-soft')};
  }
  .marked:hover {
    background: ${token('color-waiting-soft')};
  }
  .marked button {
    color: ${token('color-text')};
  }
  .problem {
    display: flex;
    gap: ${token('space-2')};
    padding-inline: ${token('space-3')};
    padding-block-end: ${token('space-3')};
  }
  .problem .icon {
    margin-block-start: 0.125em;
    color: ${token('color-waiting')};
  }
  .problem p {
    max-inline-size: 60ch;
  }
  .see {
    color: ${token('color-accent')};
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .page > .choices.grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
    gap: ${token('space-4')};
    max-inline-size: 60rem;
    border: 0;
  }
  .grid .choice {
    border: 1px solid ${token('color-line')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .grid .choice:hover {
    background: ${token('color-surface-muted')};
  }
  .grid .choice button {
    flex-direction: column;
    padding: ${token('space-4')} ${token('space-3')};
    text-align: center;
  }
  .grid .choice img {
    inline-size: 4rem;
    block-size: 4rem;
  }
  .grid .choice button .icon {
    display: none;
  }
  .grid .marked {
    border-inline-start: 4px solid ${token('color-waiting')};
    background: ${token('color-waiting-soft')};
  }
`;
