import { expect } from 'chai';
import { en } from '../../../src/elements/strings/en.ts';
import { fr } from '../../../src/elements/strings/fr.ts';
import {
  registerStrings,
  registeredStrings,
  stringsFor,
} from '../../../src/elements/strings/registry.ts';
import type { Strings } from '../../../src/elements/strings/strings.ts';
import { ago, fileSize } from '../../../src/elements/strings/words.ts';

describe('the registry of strings', () => {
  it('takes the language of the tag, without its region if need be, and English otherwise', () => {
    registerStrings(fr);
    expect(stringsFor('fr-CA').code).to.equal('fr');
    expect(stringsFor('FR').code).to.equal('fr');
    expect(stringsFor('xx-Latn-YY').code).to.equal('en');
    expect(stringsFor('').code).to.equal('en');
  });

  it('offers what is registered by its own name', () => {
    registerStrings(fr);
    expect(registeredStrings().map(({ name }) => name)).to.deep.equal(['English', 'Français']);
  });
});

describe('the French strings', () => {
  it('say something wherever the English ones do', () => {
    expect(paths(fr)).to.deep.equal(paths(en));
    expect([...texts(fr).values()]).to.not.include('');
  });

  it('are not English, but for the words that both languages share', () => {
    const french = texts(fr);
    const same = [...texts(en)].filter(([path, text]) => french.get(path) === text);
    const shared = [
      'form.questions',
      'form.minute',
      'form.latitude',
      'form.longitude',
      'form.altitude',
    ];
    expect(same.map(([path]) => path)).to.have.members(['dir', ...shared]);
  });
});

describe('words for numbers and times', () => {
  it('put a time into its largest unit', () => {
    const seconds = [10, 50, 60 * 59, 3600 * 2, 86_400, 86_400 * 9];
    expect(seconds.map((value) => ago('en', value))).to.deep.equal([
      'now',
      '1 minute ago',
      '59 minutes ago',
      '2 hours ago',
      'yesterday',
      '9 days ago',
    ]);
  });

  it('put a size into its largest unit', () => {
    const sizes = [0, 1, 999, 1000, 235_000, 1_250_000].map((bytes) => fileSize('en', bytes));
    expect(sizes).to.deep.equal(['0 bytes', '1 byte', '999 bytes', '1 kB', '235 kB', '1.3 MB']);
  });

  it('follow the plural of each language', () => {
    expect([0, 1, 2].map(en.case.sync.waiting)).to.deep.equal([
      '0 forms waiting',
      '1 form waiting',
      '2 forms waiting',
    ]);
    expect([0, 1, 2].map(fr.case.sync.waiting)).to.deep.equal([
      '0 formulaire en attente',
      '1 formulaire en attente',
      '2 formulaires en attente',
    ]);
  });
});

function entries(value: object, before = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] =>
    typeof inner === 'object' ? entries(inner, `${before}${key}.`) : [[before + key, inner]],
  );
}

function paths(strings: Strings): string[] {
  return entries(strings)
    .map(([path]) => path)
    .sort();
}

/** The strings that are no functions. */
function texts(strings: Strings): Map<string, unknown> {
  return new Map(entries(strings).filter(([, text]) => typeof text === 'string'));
}
