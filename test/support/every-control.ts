/** A question of a kind or appearance of its own, for what has to hold for all of them. */
export interface ControlSample {
  /** Also the name of its node. */
  readonly name: string;
  readonly element: string;
  readonly type?: string;
  readonly attributes?: string;
  readonly content?: string;
  /** True for a label with the picture `picture.svg`. */
  readonly onPicture?: boolean;
  /** An answer, as it is stored. */
  readonly value: string;
  /**
   * How it is answered by the keyboard alone, from where Tab reaches it: text that is typed, keys in brackets; `[file]` chooses a
   * picture in the window that Enter opens.
   */
  readonly keys: readonly string[];
  /** What that comes to. */
  readonly answered: string | RegExp;
}

const items = (...labels: readonly string[]) =>
  labels
    .map((label) => `<item><value>${label.toLowerCase()}</value><label>${label}</label></item>`)
    .join('');

const content = items('Maize', 'Beans', 'Teff');
const many = Array.from(
  { length: 12 },
  (_, at) => `<item><value>v${at}</value><label>Village ${at}</label></item>`,
).join('');
const appearance = (words: string) => `appearance="${words}"`;
const image = (words: string) => `mediatype="image/*" ${words === '' ? '' : appearance(words)}`;

/** One of each. */
export const controlSamples: readonly ControlSample[] = [
  { name: 'text', element: 'input', value: 'Asha', keys: ['Moon'], answered: 'Moon' },
  { name: 'lines', element: 'input', attributes: appearance('multiline'), value: 'one\ntwo', keys: ['a', '[Enter]', 'b'], answered: 'a\nb' },
  { name: 'integer', element: 'input', type: 'int', value: '12', keys: ['12'], answered: '12' },
  { name: 'decimal', element: 'input', type: 'decimal', value: '36.5', keys: ['36.5'], answered: '36.5' },
  { name: 'digits', element: 'input', attributes: appearance('numeric'), value: '007', keys: ['007'], answered: '007' },
  { name: 'secret', element: 'secret', value: 'x1', keys: ['pass'], answered: 'pass' },
  { name: 'counter', element: 'input', type: 'int', attributes: appearance('counter'), value: '4', keys: ['[Tab]', '[Tab]', '[Enter]'], answered: '1' },
  { name: 'code', element: 'input', type: 'barcode', value: '40170725', keys: ['4006'], answered: '4006' },
  { name: 'date', element: 'input', type: 'date', value: '2026-02-03', keys: ['05172026'], answered: '2026-05-17' },
  { name: 'time', element: 'input', type: 'time', value: '14:30:00.000', keys: ['0805AM'], answered: /^08:05:00/ },
  { name: 'moment', element: 'input', type: 'dateTime', value: '2026-02-03T14:30:00.000Z', keys: ['05172026', '[Tab]', '0805AM'], answered: /^2026-05-17T08:05:00/ },
  { name: 'month', element: 'input', type: 'date', attributes: appearance('month-year'), value: '2026-11-01', keys: ['F', '[Tab]', '2025'], answered: '2025-02-01' },
  { name: 'ethiopian', element: 'input', type: 'date', attributes: appearance('ethiopian'), value: '2026-09-11', keys: ['1', '[Tab]', 'M', '[Tab]', '2019'], answered: '2026-09-11' },
  { name: 'radios', element: 'select1', content, value: 'beans', keys: ['[Space]', '[ArrowDown]'], answered: 'beans' },
  { name: 'columns', element: 'select1', attributes: appearance('columns-3'), content, value: 'beans', keys: ['[Space]', '[ArrowDown]'], answered: 'beans' },
  { name: 'likert', element: 'select1', attributes: appearance('likert'), content, value: 'beans', keys: ['[Space]'], answered: 'maize' },
  { name: 'dropdown', element: 'select1', attributes: appearance('minimal'), content, value: 'beans', keys: ['t'], answered: 'teff' },
  { name: 'combobox', element: 'select1', attributes: appearance('autocomplete'), content: many, value: 'v3', keys: ['village 7', '[Enter]'], answered: 'v7' },
  { name: 'cycle', element: 'select1', attributes: appearance('button-select'), content, value: 'beans', keys: ['[Enter]', '[Enter]'], answered: 'beans' },
  { name: 'checks', element: 'select', content, value: 'maize teff', keys: ['[Space]', '[Tab]', '[Space]'], answered: 'maize beans' },
  { name: 'folded', element: 'select', attributes: appearance('minimal'), content, value: 'maize teff', keys: ['[Enter]', '[Tab]', '[Space]'], answered: 'maize' },
  { name: 'searched', element: 'select', attributes: appearance('autocomplete'), content: many, value: 'v3 v4', keys: ['lage 7', '[Tab]', '[Space]'], answered: 'v7' },
  { name: 'places', element: 'select', attributes: appearance('image-map'), content, onPicture: true, value: 'maize', keys: ['[Space]'], answered: 'maize' },
  { name: 'rank', element: 'rank', content, value: 'teff maize beans', keys: ['[Enter]'], answered: 'beans maize teff' },
  { name: 'slider', element: 'range', type: 'int', attributes: 'start="0" end="10" step="1"', value: '4', keys: ['[ArrowRight]'], answered: '1' },
  { name: 'upright', element: 'range', type: 'int', attributes: `start="0" end="10" step="1" ${appearance('vertical')}`, value: '4', keys: ['[ArrowUp]'], answered: '1' },
  { name: 'picker', element: 'range', type: 'decimal', attributes: `start="0" end="0.5" step="0.1" ${appearance('picker')}`, value: '0.4', keys: ['0.3'], answered: '0.3' },
  { name: 'rating', element: 'range', type: 'int', attributes: `start="1" end="5" step="1" ${appearance('rating')}`, value: '4', keys: ['[Space]', '[ArrowRight]'], answered: '2' },
  { name: 'acknowledge', element: 'trigger', value: 'OK', keys: ['[Space]'], answered: 'OK' },
  { name: 'file', element: 'upload', type: 'binary', attributes: image(''), value: 'file.png', keys: ['[file]'], answered: 'file.png' },
  { name: 'signature', element: 'upload', type: 'binary', attributes: image('signature'), value: 'signature.png', keys: ['[file]'], answered: 'signature.png' },
  { name: 'sketch', element: 'upload', type: 'binary', attributes: image('draw'), value: 'sketch.png', keys: ['[file]'], answered: 'sketch.png' },
  { name: 'annotation', element: 'upload', type: 'binary', attributes: image('annotate'), value: 'annotation.png', keys: ['[file]'], answered: 'annotation.png' },
  { name: 'place', element: 'input', type: 'geopoint', value: '9.03 38.74 0.0 0.0', keys: ['9.03', '[Tab]', '38.74', '[Enter]'], answered: '9.03 38.74 0.0 0.0' },
  { name: 'way', element: 'input', type: 'geotrace', value: '9.0 38.0 0.0 0.0; 9.1 38.1 0.0 0.0', keys: ['[Enter]', '9', '[Tab]', '38', '[Tab]', '[Tab]', '[Enter]', '9.1', '[Tab]', '38.1'], answered: '9.0 38.0 0.0 0.0; 9.1 38.1 0.0 0.0' },
]; // prettier-ignore

/** The picture of the label where one is asked for. */
export const samplePicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect id="maize" width="28" height="30" fill="#e8d48a"/><rect id="beans" x="31" width="28" height="30" fill="#9fc79a"/><rect id="teff" x="62" width="28" height="30" fill="#d9b99b"/></svg>';

/** A form that asks these, each with label, hint and, where `answered`, an answer. */
export function sampleForm(
  samples: readonly ControlSample[],
  { answered = false, bind = '', around = '' } = {},
): string {
  const data = samples.map(({ name, value }) => `<${name}>${answered ? value : ''}</${name}>`);
  const binds = samples.map(
    ({ name, type }) => `<bind nodeset="/d/${name}" ${type ? `type="${type}"` : ''} ${bind}/>`,
  );
  const others = around === '' ? [] : ['before', 'after'];
  const [before = '', after = ''] = others.map(
    (name) => `<input ref="/d/${name}"><label>${name}</label></input>`,
  );
  return `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms" xmlns:jr="http://openrosa.org/javarosa">
    <h:head><h:title>Every question</h:title><model>
      <instance><d id="every">${others.map((name) => `<${name}/>`).join('')}${data.join('')}<optional/></d></instance>
      <itext><translation lang="en"><text id="picture"><value>Where does it grow?</value><value form="image">jr://images/picture.svg</value></text></translation></itext>
      ${binds.join('')}
    </model></h:head>
    <h:body>${before}${samples.map(controlOf).join('')}${after}
      <input ref="/d/optional"><label>Anything else?</label></input></h:body></h:html>`;
}

function controlOf({
  name,
  element,
  attributes = '',
  content: inner = '',
  onPicture,
}: ControlSample) {
  const label = onPicture
    ? '<label ref="jr:itext(\'picture\')"/>'
    : `<label>The question ${name}</label>`;
  return `<${element} ref="/d/${name}" ${attributes}>${label}<hint>What to look at here</hint>${inner}</${element}>`;
}
