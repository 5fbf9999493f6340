import { controlContract, type ControlCase } from './control-contract.ts';
import { part, parts } from '../case/mount.ts';
import type { XfControl } from '../../../src/elements/form/xf-control.ts';
import { leave, type } from './open-form.ts';

const choices = ['Maize', 'Beans', 'Teff']
  .map((label) => `<item><value>${label.toLowerCase()}</value><label>${label}</label></item>`)
  .join('');

const many = Array.from(
  { length: 12 },
  (_, at) => `<item><value>v${at}</value><label>Village ${at}</label></item>`,
).join('');

/** Fills the boxes of a date in, as a person does, and leaves them. */
const fillBoxes = (year: string, month?: string, day?: string) => (element: XfControl) => {
  type(part<HTMLInputElement>(element, '#year'), year);
  if (month !== undefined) pick(part<HTMLSelectElement>(element, '#month'), month);
  if (day !== undefined) type(part<HTMLInputElement>(element, '#day'), day);
  part(element, '.boxes').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
};

/** Adds points by their boxes, one after the other, and leaves them. */
function fillPoints(...numbers: readonly string[]) {
  return async (element: XfControl) => {
    for (let at = 0; at < numbers.length; at += 2) {
      part(element, '[part=add-button]').click();
      await element.updateComplete;
      type(part<HTMLInputElement>(element, `#latitude-${at / 2}`), numbers[at] ?? '');
      type(part<HTMLInputElement>(element, `#longitude-${at / 2}`), numbers[at + 1] ?? '');
    }
    part(element, '.points').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  };
}

function pick(list: HTMLSelectElement, value: string): void {
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

const typed = (text: string) => (element: XfControl) => {
  const box = part<HTMLInputElement>(element, 'input, textarea');
  type(box, text);
  leave(box);
};

/** A picture whose shapes stand for two of the choices. */
const fields = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect id="maize" width="30" height="30" fill="#dddddd"/><rect id="teff" x="60" width="30" height="30" fill="#dddddd"/></svg>',
)}`;

/** A small picture as a camera gives it. */
async function picture(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
  canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob ?? ''], 'Leg.PNG', { type: 'image/png' });
}

const choose = (at: number) => (element: XfControl) => parts(element, 'input')[at]?.click();

const input = { tag: 'xf-input', element: 'input' } as const;

const cases: Readonly<Record<string, ControlCase>> = {
  text: { ...input, value: 'Sun', answer: typed('Moon'), answered: 'Moon' },
  multiline: { ...input, attributes: 'appearance="multiline"', value: 'Sun', answer: typed('a\nb'), answered: 'a\nb' },
  'whole number': { ...input, type: 'xsd:int', value: '4', answer: typed('12'), answered: '12' },
  decimal: { ...input, type: 'xsd:decimal', value: '1.5', answer: typed('36.50'), answered: '36.5' },
  date: { ...input, type: 'xsd:date', value: '2026-02-03', readable: 'February 3, 2026', answer: typed('2026-05-17'), answered: '2026-05-17' },
  time: { ...input, type: 'xsd:time', value: '14:30:00.000+03:00', readable: '2:30', answer: typed('08:05'), answered: '08:05:00.000' },
  'date and time': { ...input, type: 'xsd:dateTime', value: '2026-02-03T14:30:00.000+03:00', readable: 'February 3, 2026', answer: typed('2026-05-17T08:05'), answered: '2026-05-17T08:05:00.000+03' },
  secret: { tag: 'xf-input', element: 'secret', value: 'x1', readable: '••••••', answer: typed('pass'), answered: 'pass' },
  radios: { tag: 'xf-select1', element: 'select1', content: choices, value: 'beans', readable: 'Beans', answer: choose(2), answered: 'teff' },
  dropdown: {
    tag: 'xf-select1', element: 'select1', attributes: 'appearance="minimal"', content: choices, value: 'beans', readable: 'Beans',
    answer: (element) => {
      const list = part<HTMLSelectElement>(element, 'select');
      list.value = 'teff';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    answered: 'teff',
  },
  combobox: {
    tag: 'xf-select1', element: 'select1', content: many, value: 'v3', readable: 'Village 3', answer: typed('village 7'), answered: 'v7',
  },
  checkboxes: { tag: 'xf-select', element: 'select', content: choices, value: 'maize teff', readable: 'Maize and Teff', answer: choose(1), answered: 'beans' },
  trigger: { tag: 'xf-trigger', element: 'trigger', value: 'OK', readable: 'What is it?', answer: choose(0), answered: 'OK' },
  range: {
    tag: 'xf-range', element: 'range', attributes: 'start="0" end="10" step="1"', type: 'xsd:int', value: '4', answer: typed('7'), answered: '7',
  },
  upload: {
    tag: 'xf-upload', element: 'upload', attributes: 'mediatype="image/*"', type: 'binary', value: 'q.png',
    answer: (element) => give(element, new File(['x'], 'Card.PNG', { type: 'image/png' })),
    answered: 'q.png',
  },
  picker: {
    tag: 'xf-range', element: 'range', attributes: 'start="0" end="1" step="0.1" appearance="picker"', type: 'decimal', value: '0.4',
    answer: (element) => pick(part<HTMLSelectElement>(element, 'select'), '0.3'), answered: '0.3',
  },
  verticalRange: {
    tag: 'xf-range', element: 'range', attributes: 'start="0" end="10" step="1" appearance="vertical no-ticks"', type: 'int', value: '4',
    answer: typed('7'), answered: '7',
  },
  rating: {
    tag: 'xf-rating', element: 'range', attributes: 'start="1" end="5" step="1" appearance="rating"', type: 'int', value: '4',
    answer: choose(2), answered: '3',
  },
  counter: {
    tag: 'xf-counter', element: 'input', attributes: 'appearance="counter"', type: 'int', value: '4',
    answer: (element) => part(element, '[part=more-button]').click(), answered: '1',
  },
  code: { tag: 'xf-barcode', element: 'input', type: 'barcode', value: '40170725', answer: typed('4006381333931'), answered: '4006381333931' },
  masked: { ...input, attributes: 'appearance="masked"', value: 'x1', readable: '••••••', answer: typed('pass'), answered: 'pass' },
  hintInBox: { ...input, attributes: 'appearance="hint-as-placeholder"', value: 'Sun', answer: typed('Moon'), answered: 'Moon' },
  cycle: {
    tag: 'xf-cycle', element: 'select1', attributes: 'appearance="button-select"', content: choices, value: 'beans', readable: 'Beans',
    answer: (element) => part(element, '#control').click(), answered: 'maize',
  },
  foldedChecks: {
    tag: 'xf-select-list', element: 'select', attributes: 'appearance="minimal"', content: choices, value: 'maize teff', readable: 'Maize and Teff',
    answer: choose(1), answered: 'beans',
  },
  searchedChecks: {
    tag: 'xf-select-list', element: 'select', attributes: 'appearance="autocomplete"', content: many, value: 'v3', readable: 'Village 3',
    answer: (element) => parts(element, 'input[type=checkbox]')[7]?.click(), answered: 'v7',
  },
  likert: {
    tag: 'xf-select1', element: 'select1', attributes: 'appearance="likert"', content: choices, value: 'beans', readable: 'Beans',
    answer: choose(2), answered: 'teff',
  },
  rowOfTable: {
    tag: 'xf-select1', element: 'select1', attributes: 'appearance="list-nolabel"', content: choices, value: 'beans', readable: 'Beans',
    answer: choose(2), answered: 'teff',
  },
  imageMap: {
    tag: 'xf-image-map', element: 'select1', attributes: 'appearance="image-map"', content: choices, value: 'beans', readable: 'Beans',
    picture: fields, answer: choose(2), answered: 'teff',
  },
  imageMapOfMany: {
    tag: 'xf-image-map', element: 'select', attributes: 'appearance="image-map"', content: choices, value: 'maize teff', readable: 'Maize and Teff',
    picture: fields, answer: choose(1), answered: 'beans',
  },
  signature: {
    tag: 'xf-signature', element: 'upload', attributes: 'mediatype="image/*" appearance="signature"', type: 'binary', value: 'q.png',
    answer: async (element) => give(element, await picture()), answered: 'q.png',
  },
  annotation: {
    tag: 'xf-signature', element: 'upload', attributes: 'mediatype="image/*" appearance="annotate"', type: 'binary', value: 'q.png',
    answer: async (element) => give(element, await picture()), answered: 'q.png',
  },
  ethiopianDate: {
    tag: 'xf-date', element: 'input', attributes: 'appearance="ethiopian"', type: 'date', value: '2026-09-11', readable: '1 Meskerem 2019',
    answer: fillBoxes('2019', '1', '1'), answered: '2026-09-11',
  },
  monthOfYear: {
    tag: 'xf-date', element: 'input', attributes: 'appearance="month-year"', type: 'date', value: '2026-11-01', readable: 'November 2026',
    answer: fillBoxes('2025', '2'), answered: '2025-02-01',
  },
  yearAlone: {
    tag: 'xf-date', element: 'input', attributes: 'appearance="year"', type: 'date', value: '1999-01-01', readable: '1999',
    answer: fillBoxes('2001'), answered: '2001-01-01',
  },
  way: {
    tag: 'xf-geotrace', element: 'input', type: 'geotrace', value: '9.0 38.0 0.0 0.0; 9.1 38.1 0.0 0.0', readable: '9.0 38.0',
    answer: fillPoints('9', '38', '9.1', '38.1'), answered: '9.0 38.0 0.0 0.0; 9.1 38.1 0.0 0.0',
  },
  place: {
    tag: 'xf-geopoint', element: 'input', type: 'geopoint', value: '9.03 38.74 0.0 5.0', readable: '9.03 38.74 0.0 5.0',
    answer: (element) => {
      const [latitude, longitude] = parts(element, 'input') as HTMLInputElement[];
      if (latitude) type(latitude, '9.03');
      if (longitude) type(longitude, '38,74'.replace(',', '.'));
      part(element, '.boxes').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    },
    answered: '9.03 38.74 0.0 0.0',
  },
  rank: {
    tag: 'xf-rank', element: 'rank', content: choices, value: 'teff maize beans', readable: 'Teff, Maize, and Beans',
    answer: (element) => parts(element, 'li button:not(:disabled)')[0]?.click(),
    answered: 'beans maize teff',
  },
}; // prettier-ignore

/** Puts a file into a native file input, as choosing one does. */
function give(element: XfControl, file: File): void {
  const box = part<HTMLInputElement>(element, 'input[type="file"]');
  const transfer = new DataTransfer();
  transfer.items.add(file);
  box.files = transfer.files;
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

for (const [name, given] of Object.entries(cases)) controlContract(name, given);
