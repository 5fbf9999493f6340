import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const shapes = {
  check: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.5 2.7 2.7L16 9.5"/>`,
  tick: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  error: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.4v.1"/>`,
  warning: svg`<path d="M12 4 2.8 19.5h18.4L12 4Z"/><path d="M12 10v4.5M12 17v.1"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>`,
  offline: svg`<path d="M8.2 7.3A6 6 0 0 1 17.5 11a4 4 0 0 1 2.8 6.6M16.5 19H7a4.5 4.5 0 0 1-1-8.9M4 4l16 16"/>`,
  sync: svg`<path d="M19.5 10A8 8 0 0 0 5.6 7.2L3.5 9.5M3.5 4.5v5h5M4.5 14a8 8 0 0 0 13.9 2.8l2.1-2.3M20.5 19.5v-5h-5"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  chevron: svg`<path d="m9 5 7 7-7 7"/>`,
  back: svg`<path d="M19 12H5.5M11.5 5.5 5 12l6.5 6.5"/>`,
  down: svg`<path d="m5 9 7 7 7-7"/>`,
  ascending: svg`<path d="M12 19V5.5M6 11.5l6-6 6 6"/>`,
  descending: svg`<path d="M12 5v13.5M6 12.5l6 6 6-6"/>`,
  user: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8"/>`,
  file: svg`<path d="M13.5 3H6v18h12V7.5L13.5 3ZM13.5 3v4.5H18M9 12.5h6M9 16.5h6"/>`,
  folder: svg`<path d="M3 6h6.5l2 2.5H21V19H3V6Z"/>`,
  copy: svg`<path d="M9 9h11v11H9zM15 9V4H4v11h5"/>`,
  trash: svg`<path d="M4 6.5h16M9.5 6.5V4h5v2.5M6 6.5 7 20h10l1-13.5M10 10.5v6M14 10.5v6"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  language: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>`,
  location: svg`<path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21Z"/><circle cx="12" cy="9.5" r="2.5"/>`,
  camera: svg`<path d="M3 7.5h4.5L9 5h6l1.5 2.5H21V19H3V7.5Z"/><circle cx="12" cy="13" r="3.5"/>`,
  download: svg`<path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The icons there are: few, outlined, drawn for this project on a 24 unit grid. */
export type IconName = keyof typeof shapes;

// What points along the line of writing turns round with it.
const directional: readonly IconName[] = ['chevron', 'back'];

/** An icon in the size and colour of the text around it. Hidden from assistive technology: a word always stands beside it. */
export function icon(name: IconName): TemplateResult {
  const classes = directional.includes(name) ? 'icon directional' : 'icon';
  return html`<svg class=${classes} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${shapes[name]}
  </svg>`;
}
