import { css } from 'lit';
import { token } from '../theme/tokens.ts';

export const caseAppStyles = css`
  /* In the bar there is room for a line of text, not for a question of a form. */
  xf-languages,
  case-language {
    --xf-control-height: 2rem;
    --xf-space-2: 0.25rem;
    --xf-font-size: var(--xf-font-size-small, 0.875rem);
  }
  /* It says what it is by what it offers; those who do not see it hear the label. */
  xf-languages::part(label) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .button[slot='user'] {
    padding-inline: ${token('space-1')};
  }
  @media (max-width: 56rem) {
    xf-languages,
    case-language {
      --xf-space-3: 0.25rem;
    }
  }
  /* Beside one another where both have room, whatever is around them. */
  .search {
    display: flex;
    flex-wrap: wrap;
    gap: ${token('space-5')};
    align-items: flex-start;
  }
  .search > case-query {
    flex: 1 1 16rem;
  }
  .search > case-list {
    flex: 999 1 34rem;
    min-inline-size: min(100%, 24rem);
  }
  .from-files {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
`;
