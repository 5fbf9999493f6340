import { expect } from 'chai';
import { en } from '../../../src/elements/strings/en.ts';
import { fr } from '../../../src/elements/strings/fr.ts';
import {
  INTERFACE_LANGUAGES,
  interfaceLanguage,
} from '../../../src/elements/strings/interface-languages.ts';
import { languageDirection } from '../../../src/elements/form/form-language.ts';
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

for (const { code, name, load } of INTERFACE_LANGUAGES.filter((each) => each.code !== 'en')) {
  describe(`the strings in ${name}`, () => {
    let strings: Strings;
    before(async () => (strings = await load()));

    it('say what language they are', () => {
      expect(strings).to.include({ code, name, dir: languageDirection(code) });
    });

    it('say something wherever the English ones do', () => {
      expect(paths(strings)).to.deep.equal(paths(en));
      expect([...texts(strings).values()]).to.not.include('');
    });

    it('are not English, but for the words that both languages share', () => {
      const own = texts(strings);
      const same = [...texts(en)].filter(([path, text]) => own.get(path) === text);
      expect(same.map(([path]) => path).filter((path) => path !== 'dir')).to.have.members(
        SHARED_WITH_ENGLISH[code] ?? [],
      );
    });

    it('name what the English ones name, in each sentence with a number or a name', () => {
      const own = new Map(functions(strings));
      const forgetful = functions(en).filter(([path, say]) => {
        const named = tokensIn(say);
        const here = tokensIn(own.get(path) ?? (() => ''));
        return [...named].some((token) => !here.has(token));
      });
      expect(forgetful.map(([path]) => path)).to.deep.equal([]);
    });
  });
}

/** Words that are spelled alike. */
const SHARED_WITH_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  es: ['form.error'],
  pt: ['form.latitude', 'form.longitude', 'form.altitude'],
  fr: ['form.questions', 'form.minute', 'form.latitude', 'form.longitude', 'form.altitude'],
};

describe('the language of the interface', () => {
  it('is the first wanted one that it speaks, whatever the region', () => {
    expect(interfaceLanguage(['nb', 'fr-CA', 'en'])).to.equal('fr');
    expect(interfaceLanguage(['', 'EN_gb'])).to.equal('en');
    expect(interfaceLanguage(['nb'])).to.equal('en');
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

type Sentence = (...given: readonly unknown[]) => unknown;

function functions(strings: Strings): [string, Sentence][] {
  return entries(strings).flatMap(([path, say]): [string, Sentence][] =>
    typeof say === 'function' ? [[path, say as Sentence]] : [],
  );
}

const TOKENS = ['37', '58', '69'];

/** Which of the things that a sentence is given it says. Names may be numbers here; where a list is needed, it holds one. */
function tokensIn(say: Sentence): ReadonlySet<string> {
  for (let lists = 0; lists < 8; lists += 1) {
    const given = TOKENS.map((token, at) => (lists & (1 << at) ? [token] : Number(token)));
    try {
      const said = latinDigits(String(say(...given)));
      return new Set(TOKENS.filter((token) => said.includes(token)));
    } catch {
      // Another of the arguments has to be a list.
    }
  }
  return new Set();
}

function latinDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}
