import { expect } from 'chai';
import { adoptTheme, setColorTheme } from '../../../src/elements/theme/adopt-theme.ts';
import type { TokenName } from '../../../src/elements/theme/tokens.ts';

const canvas = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;

/** Red, green and blue of a token as this browser paints it in the theme of the document. */
function paint(name: TokenName): number[] {
  const probe = document.body.appendChild(document.createElement('div'));
  probe.style.color = `var(--xf-${name})`;
  canvas.fillStyle = getComputedStyle(probe).color;
  canvas.fillRect(0, 0, 1, 1);
  probe.remove();
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** WCAG 2.2: relative luminance. */
function luminance(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: TokenName, other: TokenName): number {
  const [low = 0, high = 0] = [luminance(paint(one)), luminance(paint(other))].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['color-surface', 'color-surface-raised', 'color-surface-muted'] as const;
const inks = [
  'color-text',
  'color-text-muted',
  'color-accent',
  'color-accent-strong',
  'color-danger',
  'color-waiting',
  'color-sent',
] as const;
const soft = [
  ['color-danger', 'color-danger-soft'],
  ['color-waiting', 'color-waiting-soft'],
  ['color-sent', 'color-sent-soft'],
  ['color-accent', 'color-danger-soft'],
  ['color-accent', 'color-waiting-soft'],
  ['color-accent', 'color-accent-soft'],
  ['color-on-accent', 'color-accent'],
  ['color-on-accent', 'color-accent-strong'],
] as const;

for (const theme of ['light', 'dark'] as const) {
  describe(`the ${theme} colours`, () => {
    before(() => {
      adoptTheme(document);
      setColorTheme(document, theme);
    });

    it('are those of the theme that was chosen', () => {
      const [text, surface] = [luminance(paint('color-text')), luminance(paint('color-surface'))];
      expect(theme === 'light' ? surface > text : text > surface).to.equal(true);
    });

    for (const ground of grounds) {
      it(`give text at least 4.5 to 1 on ${ground}`, () => {
        for (const ink of inks) expect(contrast(ink, ground), ink).to.be.at.least(4.5);
      });

      it(`give edges and the focus ring at least 3 to 1 on ${ground}`, () => {
        expect(contrast('color-edge', ground)).to.be.at.least(3);
        expect(contrast('color-focus-ring', ground)).to.be.at.least(3);
      });
    }

    it('give text at least 4.5 to 1 on messages and buttons', () => {
      for (const [ink, ground] of soft)
        expect(contrast(ink, ground), `${ink} on ${ground}`).to.be.at.least(4.5);
    });
  });
}

describe('the theme', () => {
  it('is adopted once, however often it is asked for', () => {
    adoptTheme(document);
    const count = document.adoptedStyleSheets.length;
    adoptTheme(document);
    expect(document.adoptedStyleSheets).to.have.length(count);
  });

  it('gives way to the rules of the page', () => {
    adoptTheme(document);
    const own = document.head.appendChild(document.createElement('style'));
    own.textContent = ':root { --xf-radius: 9px; }';
    expect(getComputedStyle(document.documentElement).getPropertyValue('--xf-radius')).to.equal(
      '9px',
    );
    own.remove();
  });

  it('follows the system when no theme is chosen', () => {
    setColorTheme(document, 'dark');
    setColorTheme(document, 'system');
    expect(getComputedStyle(document.documentElement).colorScheme).to.equal('light dark');
  });
});
