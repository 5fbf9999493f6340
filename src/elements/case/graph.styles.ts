import { css } from 'lit';
import { token } from '../theme/tokens.ts';

/** For what `render-graph.ts` draws. */
export const graphStyles = css`
  .graph {
    display: grid;
    gap: ${token('space-2')};
    inline-size: min(100%, 34rem);
    margin: 0;
  }
  .graph svg {
    inline-size: 100%;
    /* A plot runs from left to right on every page: its words are anchored so. */
    direction: ltr;
    fill: ${token('color-text-muted')};
    font-size: 12px;
  }
  .graph .axis,
  .graph .line {
    fill: none;
    stroke: ${token('color-edge')};
  }
  /* The picture shrinks with its room; its words must not. */
  @container (max-width: 26rem) {
    .graph svg {
      font-size: 18px;
    }
  }
  .graph .annotation {
    fill: ${token('color-text')};
    font-weight: 600;
  }
  .graph .bubble {
    fill-opacity: 0.6;
  }
  .graph .legend,
  .graph .annotations {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-1')} ${token('space-4')};
    margin: 0;
    padding: 0;
    font-size: ${token('font-size-small')};
    list-style: none;
  }
  .graph .swatch {
    inline-size: 1.5rem;
    block-size: 0.5rem;
    vertical-align: middle;
  }
  .graph .line {
    stroke-width: 2;
  }
  .graph .line.look-0 {
    stroke: ${token('color-accent')};
  }
  .graph .line.look-1 {
    stroke: ${token('color-text-muted')};
    stroke-dasharray: 6 4;
  }
  .graph .line.look-2 {
    stroke: ${token('color-danger')};
    stroke-dasharray: 2 3;
  }
  .graph .line.look-3 {
    stroke: ${token('color-waiting')};
    stroke-dasharray: 8 3 2 3;
  }
  .graph circle.look-0,
  .graph rect.look-0 {
    fill: ${token('color-accent')};
  }
  .graph circle.look-2,
  .graph rect.look-2 {
    fill: ${token('color-danger')};
  }
  .graph circle.look-3,
  .graph rect.look-3 {
    fill: ${token('color-waiting')};
  }
`;
