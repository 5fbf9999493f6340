import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/elements/case/case-post.ts';
import '../../../src/elements/case/case-query.ts';
import type { CaseQuery } from '../../../src/elements/case/case-query.ts';
import type { Geocoder } from '../../../src/elements/shared/geocoder.ts';
import type { QueryField, QueryScreen } from '../../../src/suite/screen.ts';
import {
  button,
  expectAccessible,
  expectNoSidewaysScroll,
  heard,
  mount,
  settle,
  textOf,
  until,
} from './mount.ts';

function field(key: string, more: Partial<QueryField> = {}): QueryField {
  return {
    ...{ key, text: key, input: '', hint: '', receive: undefined, group: '', choices: [] },
    ...{ required: false, value: '', problem: undefined, ...more },
  };
}

const choices = [
  { value: 'n', label: 'North' },
  { value: 's', label: 'South' },
];

function screenOf(prompts: readonly QueryField[], more: Partial<QueryScreen> = {}): QueryScreen {
  const answers = Object.fromEntries(prompts.map(({ key, value }) => [key, value]));
  const datum = { searchOnClear: false } as QueryScreen['datum'];
  return {
    ...{ kind: 'query', entry: {} as QueryScreen['entry'], datum, title: 'Find a mother' },
    ...{ description: '', url: '', prompts, answers, asksAtOnce: false, parameters: [], ...more },
  };
}

const all = screenOf(
  [
    field('Name', { required: true, hint: 'As on the card' }),
    field('Region', { input: 'select1', choices, group: 'Where' }),
    field('Town', { input: 'select', choices, value: 'n', group: 'Where' }),
    field('Born', { input: 'daterange', value: '__range__2000-01-01__2001-12-31' }),
    field('Seen', { input: 'date', value: '2026-01-02' }),
    field('Address', { input: 'address' }),
  ],
  { description: 'Look **twice**' },
);

describe('case-query', () => {
  async function shown(screen: QueryScreen, more: Partial<CaseQuery> = {}): Promise<CaseQuery> {
    return mount('case-query', { screen, ...more });
  }

  const control = (element: CaseQuery, selector: string) =>
    element.renderRoot.querySelector<HTMLInputElement>(selector)!;

  function answer(input: HTMLInputElement, value: string): void {
    input.value = value;
    input.dispatchEvent(new Event('change'));
  }

  it('shows every kind of prompt with its label, accessibly, also when narrow', async () => {
    const element = await shown(all);
    const labels = [...element.renderRoot.querySelectorAll('.label')].map(
      (label) => label.textContent!.trim().split(/\s/)[0],
    );
    expect(labels).to.deep.equal(['Name', 'Region', 'Town', 'Born', 'Seen', 'Address']);
    expect(element.renderRoot.querySelector('strong')!.textContent).to.equal('twice');
    expect(element.renderRoot.querySelector('h2')!.textContent).to.equal('Where');
    await expectAccessible(element);
    expectNoSidewaysScroll(await mount('case-query', { screen: all }, { width: '320px' }));
  });

  it('tells each answer: text, one choice, several, and days from and to', async () => {
    const element = await shown(all);
    const told = heard('case-answer-prompts');
    answer(control(element, '#prompt-0'), ' Zora ');
    answer(control(element, '#prompt-1'), 's');
    element.renderRoot.querySelectorAll<HTMLInputElement>('.choice input')[1]!.click();
    answer(control(element, '#prompt-3-last'), '');
    expect(told.map(({ answers }) => answers)).to.deep.equal([
      { Name: 'Zora' },
      { Region: 's' },
      { Town: 'n#,#s' },
      { Born: '__range__2000-01-01__' },
    ]);
  });

  it('searches by Enter and by its button', async () => {
    const element = await shown(screenOf([field('Name')]));
    const told = heard('case-search');
    control(element, '#prompt-0').focus();
    await sendKeys({ press: 'Enter' });
    button(element, 'Search').click();
    expect(told).to.have.length(2);
  });

  it('says what is missing after a try only, and what is wrong at once', async () => {
    const missing = { kind: 'required', text: 'Give a name' } as const;
    const wrong = { kind: 'invalid', text: '' } as const;
    const element = await shown(
      screenOf([
        field('Name', { required: true, problem: missing }),
        field('Phone', { value: '12', problem: wrong }),
      ]),
    );
    const told = heard('case-search');
    expect(textOf(element.shadowRoot)).not.to.contain('Give a name');
    expect(textOf(element.shadowRoot)).to.contain('cannot be searched');
    button(element, 'Search').click();
    await settle(element);
    expect(told).to.have.length(0);
    expect(element.renderRoot.querySelector('.summary')!.textContent).to.contain('Give a name');
    expect(control(element, '#prompt-0').getAttribute('aria-describedby')).to.equal('error-0');
    await expectAccessible(element);
  });

  it('lets one look for what has no value, alone or beside a value', async () => {
    const prompts = [
      field('Region', { input: 'select1', choices, allowsBlank: true }),
      field('Town', { input: 'select', choices, value: 'n', allowsBlank: true }),
      field('Name', { allowsBlank: true, value: '#,#' }),
    ];
    const element = await shown(screenOf(prompts));
    const told = heard('case-answer-prompts');
    const blanks = element.renderRoot.querySelectorAll<HTMLInputElement>('.blank input');
    expect([...blanks].map(({ checked }) => checked)).to.deep.equal([false, false, true]);
    expect(control(element, '#prompt-2').value).to.equal('');
    blanks[0]!.click();
    blanks[1]!.click();
    answer(control(element, '#prompt-2'), 'Zora');
    blanks[2]!.click();
    expect(told.map(({ answers }) => answers)).to.deep.equal([
      { Region: '#,#' },
      { Town: '#,#n' },
      { Name: '#,#Zora' },
      { Name: '' },
    ]);
    await expectAccessible(element);
  });

  it('clears the answers, and searches then where the app says so', async () => {
    const datum = { searchOnClear: true } as QueryScreen['datum'];
    const element = await shown(screenOf([field('Name', { value: 'Zora' })], { datum }));
    const cleared = heard('case-answer-prompts');
    const searched = heard('case-search');
    button(element, 'Clear answers').click();
    expect(cleared.map(({ answers }) => answers)).to.deep.equal([{ Name: '' }]);
    expect(searched).to.have.length(1);
  });

  it('says that it searches, and lets one stop', async () => {
    const element = await shown(screenOf([field('Name')]), { busy: true });
    const told = heard('case-cancel');
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).to.equal('Searching…');
    button(element, 'Stop searching').click();
    expect(told).to.have.length(1);
  });

  it('says kindly why the server did not answer, with what it said for support', async () => {
    const offline = { kind: 'offline', message: 'Failed to fetch' } as const;
    const element = await shown(screenOf([field('Name')]), { problem: offline });
    expect(textOf(element.shadowRoot))
      .to.contain('needs a connection')
      .and.not.contain('Failed to fetch');
    element.problem = { kind: 'refused', message: '400: no such function' };
    await settle(element);
    expect(textOf(element.shadowRoot)).to.contain('no such function');
    await expectAccessible(element);
  });
});

describe('case-query beside its list', () => {
  const dynamic = { dynamicSearch: true, searchOnClear: false } as QueryScreen['datum'];
  const beside = (name: string, town = '') =>
    screenOf([field('Name', { value: name }), field('Town', { value: town, group: 'Where' })], {
      datum: dynamic,
      isFound: true,
    });
  const words = (element: CaseQuery, index: number) =>
    element.renderRoot.querySelector<HTMLInputElement>(`#prompt-${index}`)!;

  function type(input: HTMLInputElement, value: string): void {
    input.value = value;
    input.dispatchEvent(new InputEvent('input'));
  }

  it('answers once the person pauses, with all that was typed', async () => {
    const element = await mount('case-query', { screen: beside('') });
    const told = heard('case-answer-prompts');
    type(words(element, 0), 'Zo');
    type(words(element, 0), 'Zora ');
    type(words(element, 1), 'Bo');
    expect(told).to.have.length(0);
    await until(() => told.length > 0);
    expect(told.map(({ answers }) => answers)).to.deep.equal([{ Name: 'Zora', Town: 'Bo' }]);
  });

  it('keeps words as they are typed when answers and rows come, but not in place of another answer', async () => {
    const element = await mount('case-query', { screen: beside('') });
    type(words(element, 0), 'Zora ');
    type(words(element, 1), 'B');
    element.screen = beside('Zora');
    await settle(element);
    expect([words(element, 0).value, words(element, 1).value]).to.deep.equal(['Zora ', 'B']);
    element.screen = beside('Amina');
    await settle(element);
    expect([words(element, 0).value, words(element, 1).value]).to.deep.equal(['Amina', 'B']);
    button(element, 'Clear answers').click();
    element.screen = beside('');
    await settle(element);
    expect([words(element, 0).value, words(element, 1).value]).to.deep.equal(['', '']);
  });

  it('answers nothing after it has left the page', async () => {
    const element = await mount('case-query', { screen: beside('') });
    const told: Event[] = [];
    element.addEventListener('case-answer-prompts', (event) => told.push(event));
    type(words(element, 0), 'Zo');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(told).to.deep.equal([]);
  });

  it('is a part of the page, says when the list is older than the answers, and has no other way back', async () => {
    const element = await mount('case-query', { screen: { ...beside('Zo'), isFound: false } });
    const levels = [...element.renderRoot.querySelectorAll('h1, h2')].map((heading) =>
      heading.getAttribute('aria-level'),
    );
    expect(levels).to.deep.equal(['2', '3']);
    expect(textOf(element.shadowRoot))
      .to.contain('what was found before')
      .and.not.contain('Go back');
    await expectAccessible(element);
    element.busy = true;
    await settle(element);
    expect(textOf(element.shadowRoot)).to.contain('Searching…').and.contain('Stop searching');
  });
});

describe('an address among the prompts of a search', () => {
  const lane = {
    ...{ text: '4 Mango Lane, Bo', latitude: 7.9, longitude: -11.7 },
    parts: { city: 'Bo', region: 'Southern' },
  };
  const prompts = [
    field('home', { input: 'address' }),
    field('town', { receive: 'home-city' }),
    field('region', {
      ...{ input: 'select1', choices, receive: 'home-county||region' },
      choices: [{ value: 's', label: 'southern' }],
    }),
    field('work', { receive: 'office-city', value: 'Kenema' }),
  ];

  it('is found by the geocoder, and the prompts that listen are answered with it', async () => {
    const geocoder = async () => [lane];
    const element = await mount('case-query', { screen: screenOf(prompts), geocoder });
    const told = heard('case-answer-prompts');
    const box = element.renderRoot.querySelector<HTMLInputElement>('#prompt-0')!;
    box.value = 'mango';
    box.dispatchEvent(new InputEvent('input'));
    await until(() => element.renderRoot.querySelector('.address') !== null);
    await expectAccessible(element);
    element.renderRoot.querySelector<HTMLElement>('.address')!.click();
    const answered = { home: '4 Mango Lane, Bo', town: 'Bo', region: 's' };
    expect(told.map(({ answers }) => answers)).to.deep.equal([answered]);
    await settle(element);
    expect(element.renderRoot.querySelector('.address')).to.equal(null);
    const answersNow = { ...answered, region: 'other' } as Record<string, string>;
    element.screen = {
      ...screenOf(prompts.map((each) => ({ ...each, value: answersNow[each.key] ?? each.value }))),
      datum: element.screen!.datum,
    };
    await settle(element);
    box.value = '';
    box.dispatchEvent(new Event('change'));
    // The region has another answer by now, which stays.
    expect(told[1]?.answers).to.deep.equal({ home: '', town: '' });
  });

  it('is not looked up any more when another search takes its place, nor is what was typed answered', async () => {
    const looked: { words: string; signal: AbortSignal }[] = [];
    const geocoder: Geocoder = (words, { signal }) => {
      looked.push({ words, signal });
      return new Promise(() => undefined);
    };
    const element = await mount('case-query', { screen: screenOf(prompts), geocoder });
    const type = (words: string) => {
      const box = element.renderRoot.querySelector<HTMLInputElement>('#prompt-0')!;
      box.value = words;
      box.dispatchEvent(new InputEvent('input'));
    };
    type('mango');
    await until(() => looked.length > 0);
    element.screen = screenOf(prompts);
    await settle(element);
    expect(looked[0]!.signal.aborted).to.equal(true);
    type('mango lane');
    element.screen = screenOf(prompts);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(looked.map(({ words }) => words)).to.deep.equal(['mango']);
  });

  it('that was cleared takes nothing away that was answered afterwards', async () => {
    const element = await mount('case-query', {
      screen: screenOf(prompts),
      geocoder: async () => [lane],
    });
    const told = heard('case-answer-prompts');
    const box = element.renderRoot.querySelector<HTMLInputElement>('#prompt-0')!;
    box.value = 'mango';
    box.dispatchEvent(new InputEvent('input'));
    await until(() => element.renderRoot.querySelector('.address') !== null);
    element.renderRoot.querySelector<HTMLElement>('.address')!.click();
    button(element, 'Clear answers').click();
    const town = prompts.map((each) => (each.key === 'town' ? { ...each, value: 'Bo' } : each));
    element.screen = { ...screenOf(town), datum: element.screen!.datum };
    await settle(element);
    box.value = 'Hill Street';
    box.dispatchEvent(new Event('change'));
    expect(told.at(-1)?.answers).to.deep.equal({ home: 'Hill Street' });
  });

  it('is written out without a geocoder, and says so', async () => {
    const element = await mount('case-query', { screen: screenOf(prompts) });
    expect(textOf(element.shadowRoot)).to.contain('Write the whole address');
  });
});

describe('case-post', () => {
  it('says what it waits for, and after a failure offers to try again', async () => {
    const element = await mount('case-post');
    expect(textOf(element.shadowRoot)).to.contain('asked to share');
    element.problem = { kind: 'offline', message: '' };
    await settle(element);
    const told = heard('case-retry');
    button(element, 'Try again').click();
    expect(told).to.have.length(1);
    await expectAccessible(element);
  });
});
