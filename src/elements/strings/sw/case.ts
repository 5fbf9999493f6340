import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number } from '../words.ts';

const n = (value: number) => number('sw', value);
const and = (items: readonly string[]) => list('sw', items);
const forms = (count: number) => `Fomu ${n(count)}`;

/** Swahili for case work. */
export const caseSw: CaseStrings = {
  signIn: {
    title: 'Ingia',
    username: 'Jina la mtumiaji',
    password: 'Nenosiri',
    showPassword: 'Onyesha nenosiri',
    hidePassword: 'Ficha nenosiri',
    submit: 'Ingia',
    busy: 'Unaingia…',
    problem: 'Hujaingia',
    enterUsername: 'Andika jina lako la mtumiaji',
    enterPassword: 'Andika nenosiri lako',
  },
  frame: {
    skip: 'Nenda kwenye ukurasa',
    breadcrumbs: 'Uko wapi',
    menu: 'Menyu',
    bar: 'Mradi',
  },
  menu: {
    empty: 'Programu hii haina cha kufungua hapa. Mwambie aliyeitengeneza.',
    whatToDo: 'Angalia unachoweza kufanya',
    leftOut: (count) =>
      count === 1 ? 'Chaguo 1 halikuonyeshwa' : `Machaguo ${n(count)} hayakuonyeshwa`,
    missingTables: (names) =>
      `Husoma ${and(names.map((name) => `“${name}”`))}, ambayo haiko kwenye kompyuta hii.`,
  },
  list: {
    search: 'Tafuta',
    searchHint: 'Maneno yote lazima yalingane, katika safu yoyote',
    pageSize: 'Safu kwa ukurasa',
    moreOfTile: 'Zaidi kuhusu kesi hii',
    clear: 'Futa utafutaji',
    shown: (shown, total) =>
      shown === total
        ? `${n(total)} kwenye orodha hii`
        : `${n(shown)} kati ya ${n(total)} zinalingana`,
    emptyTitle: 'Bado hakuna kitu',
    empty: (owners) =>
      owners.length === 0
        ? 'Unachosajili huonekana hapa.'
        : `Unachosajili wewe au ${and(owners)} huonekana hapa.`,
    noMatch: (search) => `Hakuna kinacholingana na “${search}”.`,
    sortBy: (column) => `Panga kwa ${column}`,
    open: 'Fungua',
    pages: 'Kurasa za orodha hii',
    previous: 'Iliyotangulia',
    next: 'Inayofuata',
    page: (page, total) => `Ukurasa ${n(page)} kati ya ${n(total)}`,
    unnamed: 'Bila jina',
    continueWith: (count) => (count === 0 ? 'Endelea' : `Endelea na ${n(count)}`),
    chosen: (count) => `${n(count)} zimechaguliwa`,
    chooseAll: (count) => (count === 1 ? 'Chagua hii' : `Chagua hizi ${n(count)}`),
    chooseNone: 'Usichague yoyote kati ya hizi',
    export: 'Hifadhi kama jedwali (CSV)',
    orderBy: 'Mpangilio',
    ownOrder: 'Kama ulivyo kwenye programu',
    order: (column, descending) => (descending ? `${column}, kushuka` : `${column}, kupanda`),
    nothingFound: 'Hakuna kilichopatikana',
    notFound: 'Rudi nyuma utafute kwa maneno mengine.',
    chosenTile: 'Imechaguliwa',
    most: (count) => `Zinaweza kuchaguliwa ${n(count)} tu. Ondoa moja kabla ya kuongeza nyingine.`,
  },
  query: {
    title: 'Tafuta katika kesi zote',
    search: 'Tafuta',
    clear: 'Futa majibu',
    back: 'Rudi',
    stop: 'Acha kutafuta',
    busy: 'Inatafuta…',
    earlier: 'Orodha bado inaonyesha kilichopatikana awali.',
    faulty: 'Kagua majibu haya kwanza',
    required: 'lazima',
    missing: 'Toa jibu',
    invalid: 'Hili haliwezi kutafutwa',
    choose: 'Chagua',
    any: 'Yoyote',
    noChoices: 'Bado hakuna cha kuchagua hapa.',
    blankToo: 'Pia pale ambapo hili halijulikani',
    from: 'Kuanzia',
    to: 'Hadi',
  },
  remote: {
    offline: {
      title: 'Seva haifikiki',
      body: 'Kutafuta kesi za wengine kunahitaji mtandao. Orodha na fomu zako zinafanya kazi bila huo.',
    },
    signIn: {
      title: 'Umeondolewa',
      body: 'Ingia tena, kisha ujaribu mara nyingine.',
    },
    retry: {
      title: 'Seva ina shughuli nyingi',
      body: 'Jaribu tena baada ya muda mfupi.',
    },
    refused: {
      title: 'Seva haikufanya hili',
      body: 'Kujaribu tena hakutasaidia. Badilisha unachoomba, au mwambie aliyetengeneza programu.',
    },
    noServer: {
      title: 'Hakuna seva kwa ajili ya hili',
      body: 'Programu hii huuliza seva ambayo haijaunganishwa nayo hapa. Orodha na fomu zako zinafanya kazi.',
    },
  },
  post: {
    title: 'Kesi hii inaletwa kwako',
    busy: 'Seva inaombwa ikushirikishe kesi hii…',
  },
  detail: {
    continue: 'Endelea',
    print: 'Chapisha',
    cancel: 'Rudi kwenye orodha',
    tabs: 'Maelezo',
    table: 'Jedwali',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner}: ${people.join(', ')}`),
    nobody: 'Haimilikiwi na yeyote',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `Inaonekana pia na ${who}, kupitia “${through}”`;
    },
    empty: 'Hakuna cha kuonyesha.',
    noValue: 'Tupu',
    graph: 'Grafu',
    numbers: 'Kama jedwali',
  },
  sync: {
    now: 'Sawazisha sasa',
    syncing: 'Inasawazisha…',
    allSent: 'Zote zimetumwa',
    waiting: (count) => `${forms(count)} zinasubiri`,
    offline: 'Nje ya mtandao: imehifadhiwa kwenye kompyuta hii',
    offlineWaiting: (count) => `Nje ya mtandao: ${forms(count)} kwenye kompyuta hii`,
    rejected: (count) => `${forms(count)} hazikukubaliwa`,
    signedOut: 'Umeondolewa',
    signIn: 'Ingia tena ili kutuma',
    last: (time) => `Ulisawazisha mwisho ${time}`,
    never: 'Bado haijasawazishwa',
  },
  outbox: {
    title: 'Fomu zilizo kwenye kompyuta hii',
    empty: 'Kila fomu imetumwa. Fomu ambazo bado hazijatumwa huonekana hapa.',
    rejectedTitle: (count) => `${forms(count)} hazikukubaliwa`,
    rejectedHelp: 'Seva haikuzipokea zilivyo. Zinabaki hapa hadi utakapoamua.',
    waitingTitle: (count) => `${forms(count)} zinasubiri kutumwa`,
    waitingHelp: 'Hutumwa zenyewe mara seva inapofikika.',
    sending: 'Inatumwa sasa…',
    waiting: 'Inasubiri',
    filled: (time) => `Ilimalizwa ${time}`,
    reason: 'Sababu:',
    retry: 'Tuma tena',
    keep: 'Hifadhi nakala kwenye faili',
    remove: 'Futa',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `Ufute “${form}” kabisa?`,
    confirm:
      'Majibu yake hayajatumwa kamwe na yapo kwenye kompyuta hii tu. Ukiwa na shaka, hifadhi nakala kwanza.',
    cancel: 'Ibaki',
  },
  drafts: {
    title: 'Rasimu',
    empty: 'Hakuna rasimu. Fomu unazoacha kabla ya kuzituma huhifadhiwa hapa.',
    ownerPending: 'Imejazwa. Inasubiri hadi ijulikane nani mmiliki.',
    changed: (time) => `Ilibadilishwa ${time}`,
    answered: (percent) => `${percent} imejibiwa`,
    changedSince: 'Kitu kimebadilika tangu ulipoanza',
    changedTitle: 'Kitu kimebadilika tangu ulipoanza fomu hii',
    changedMeaning: 'Majibu yako yako kama ulivyoyaacha. Kagua yale yanayoweza kuhusika.',
    change: changeSw,
    moreChanges: (count) => `na ${count} zaidi`,
    oldForm:
      'Programu imesasishwa tangu ulipoanza. Hapa unaendelea na maswali yaliyokuwepo wakati huo.',
    newQuestions: 'Maswali uliyoanza nayo hayajahifadhiwa tena. Hapa unaendelea na maswali ya leo.',
    begun: 'Umeshaanza fomu hii',
    begunOf: (name) => `Umeshaanza fomu hii kwa ajili ya ${name}`,
    startAnew: 'Anza upya',
    keptUntilSent:
      'Ukianza upya, majibu yaliyo juu yanabaki kwenye rasimu zako hadi fomu mpya itakapotumwa.',
    keptBeside: 'Ukianza upya, majibu yaliyo juu yanabaki kwenye rasimu zako.',
    resume: 'Endelea',
    remove: 'Futa',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `Ufute rasimu “${form}”?`,
    confirm: 'Majibu yake yapo kwenye kompyuta hii tu na yatapotea.',
    cancel: 'Ibaki',
  },
  submitted: {
    sent: 'Fomu imetumwa',
    sentBody: (form) => `“${form}” iko kwenye seva.`,
    saved: 'Imehifadhiwa kwenye kompyuta hii',
    savedBody: (form) => `“${form}” itatumwa yenyewe seva itakapofikika.`,
    rejected: 'Fomu haikukubaliwa',
    rejectedBody: (form) =>
      `Seva haikupokea “${form}”. Hakuna kilichopotea: imehifadhiwa kwenye kompyuta hii.`,
    ownedBy: (owner, people) => `Inamilikiwa na ${owner}: inaonekana na ${and(people)}`,
    ownedByNobodyElse: (owner) => `Inamilikiwa na ${owner}`,
    next: 'Sasa nini?',
  },
  open: {
    title: 'Fungua programu au fomu',
    intro: 'Faili zako zinabaki kwenye kompyuta hii.',
    drop: 'Weka faili hapa, au uzichague:',
    dropNow: 'Achilia ili kuongeza faili',
    chooseApp: 'Chagua programu au fomu',
    chooseRestore: 'Chagua kesi',
    chooseFolder: 'Chagua folda',
    folderHint: 'yenye programu iliyofunguliwa',
    addressLabel: 'Au toa anwani ya programu',
    addressError: 'Andika anwani inayoanza na https://',
    addAddress: 'Ongeza anwani',
    appHint: 'Programu ya CommCare (.ccz) au XForm moja (.xml)',
    restoreHint: 'Pamoja na programu: restore ya mtumiaji (.xml)',
    given: 'Tayari kufunguliwa',
    app: 'Programu',
    form: 'Fomu',
    restore: 'Kesi na mtumiaji',
    folder: 'Folda yenye programu',
    address: 'Huletwa kutoka huko inapofunguliwa',
    unknown: 'Si programu, si fomu wala restore',
    size: (bytes) => fileSize('sw', bytes),
    remove: (name) => `Ondoa ${name}`,
    open: 'Fungua',
    busy: 'Inafungua…',
    needsApp:
      'Restore ina mtumiaji na kesi, lakini haina fomu. Ongeza programu inayofanya kazi nazo.',
    unreadable: (name) =>
      `${name} si programu (.ccz), si fomu (.xml) wala restore (.xml). Iondoe na uchague faili nyingine.`,
    problem: (count) => (count === 1 ? 'Hii haikuweza kufunguliwa' : `Mambo ${n(count)} yanazuia`),
    place: (file, line) => (line === undefined ? file : `${file}, mstari ${n(line)}`),
  },
  problem: {
    title: 'Kuna hitilafu',
    details: 'Maelezo kwa ajili ya msaada',
    retry: 'Jaribu tena',
    back: 'Rudi',
    safe: 'Majibu yako yamehifadhiwa kwenye kompyuta hii.',
  },
  ago: (seconds) => ago('sw', seconds),
  copied: 'Imenakiliwa',
  user: 'Aliyeingia:',
};

function changeSw(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `Fomu ni mpya zaidi (toleo ${change.now}, ulianza na ${change.before}).`;
    case 'caseGone':
      return `${change.caseName} haipo tena kwenye kompyuta hii.`;
    case 'caseClosed':
      return `${change.caseName} imefungwa.`;
    case 'property':
      return `${change.caseName}, ${change.property}: “${change.before}” sasa ni “${change.now}”.`;
  }
}
