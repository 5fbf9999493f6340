import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number } from '../words.ts';

const n = (value: number) => number('am', value);
const and = (items: readonly string[]) => list('am', items);
const forms = (count: number) => `${n(count)} ቅጽ`;

/** Amharic for case work. */
export const caseAm: CaseStrings = {
  signIn: {
    title: 'ግባ',
    username: 'የተጠቃሚ ስም',
    password: 'የይለፍ ቃል',
    showPassword: 'የይለፍ ቃሉን አሳይ',
    hidePassword: 'የይለፍ ቃሉን ደብቅ',
    submit: 'ግባ',
    busy: 'በመግባት ላይ…',
    problem: 'አልገቡም',
    enterUsername: 'የተጠቃሚ ስምዎን ያስገቡ',
    enterPassword: 'የይለፍ ቃልዎን ያስገቡ',
  },
  frame: {
    skip: 'ወደ ገጹ ዝለል',
    breadcrumbs: 'ያሉበት ቦታ',
    menu: 'ምናሌ',
    bar: 'ፕሮጀክት',
  },
  menu: {
    empty: 'ይህ መተግበሪያ እዚህ የሚከፈት ነገር የለውም። ለሠራው ሰው ይንገሩ።',
    whatToDo: 'ምን ማድረግ እንደሚችሉ ይመልከቱ',
    leftOut: (count) => `${n(count)} ምርጫ አልታየም`,
    missingTables: (names) =>
      `${and(names.map((name) => `“${name}”`))} ያነባል፤ እሱም በዚህ ኮምፒውተር ላይ የለም።`,
  },
  list: {
    search: 'ፈልግ',
    searchHint: 'ሁሉም ቃላት በማንኛውም ዓምድ መዛመድ አለባቸው',
    pageSize: 'በገጽ ላይ ያሉ ረድፎች',
    moreOfTile: 'ስለዚህ ኬዝ ተጨማሪ',
    clear: 'ፍለጋውን አጥፋ',
    shown: (shown, total) =>
      shown === total ? `በዚህ ዝርዝር ${n(total)}` : `ከ${n(total)} ውስጥ ${n(shown)} ይዛመዳሉ`,
    emptyTitle: 'ገና ምንም የለም',
    empty: (owners) =>
      owners.length === 0 ? 'የሚመዘግቡት እዚህ ይታያል።' : `እርስዎ ወይም ${and(owners)} የሚመዘግቡት እዚህ ይታያል።`,
    noMatch: (search) => `ከ“${search}” ጋር የሚዛመድ የለም።`,
    sortBy: (column) => `በ${column} ደርድር`,
    open: 'ክፈት',
    pages: 'የዚህ ዝርዝር ገጾች',
    previous: 'ቀዳሚ',
    next: 'ቀጣይ',
    page: (page, total) => `ገጽ ${n(page)} ከ${n(total)}`,
    unnamed: 'ስም የለውም',
    continueWith: (count) => (count === 0 ? 'ቀጥል' : `በ${n(count)} ቀጥል`),
    chosen: (count) => `${n(count)} ተመርጧል`,
    chooseAll: (count) => (count === 1 ? 'ይህን ምረጥ' : `እነዚህን ${n(count)} ምረጥ`),
    chooseNone: 'ከእነዚህ ምንም አትምረጥ',
    export: 'እንደ ሰንጠረዥ አስቀምጥ (CSV)',
    orderBy: 'ቅደም ተከተል',
    ownOrder: 'መተግበሪያው እንዳለው',
    order: (column, descending) => (descending ? `${column}፣ ወደ ታች` : `${column}፣ ወደ ላይ`),
    nothingFound: 'ምንም አልተገኘም',
    notFound: 'ተመልሰው በሌላ ቃል ይፈልጉ።',
    chosenTile: 'የተመረጠ',
    most: (count) => `ቢበዛ ${n(count)} ሊመረጡ ይችላሉ። ሌላ ከመጨመርዎ በፊት አንዱን ያስወግዱ።`,
  },
  query: {
    title: 'በሁሉም ኬዞች ውስጥ ፈልግ',
    search: 'ፈልግ',
    clear: 'መልሶቹን አጥፋ',
    back: 'ተመለስ',
    stop: 'ፍለጋውን አቁም',
    busy: 'በመፈለግ ላይ…',
    earlier: 'ዝርዝሩ አሁንም ቀደም ሲል የተገኘውን ያሳያል።',
    faulty: 'መጀመሪያ እነዚህን መልሶች ያረጋግጡ',
    required: 'ግዴታ',
    missing: 'መልስ ይስጡ',
    invalid: 'ይህ ሊፈለግ አይችልም',
    choose: 'ምረጥ',
    any: 'ማንኛውም',
    noChoices: 'እዚህ ገና የሚመረጥ የለም።',
    blankToo: 'ይህ የማይታወቅባቸውም ጭምር',
    from: 'ከ',
    to: 'እስከ',
  },
  remote: {
    offline: {
      title: 'አገልጋዩ ሊገኝ አልቻለም',
      body: 'የሌሎችን ኬዞች ለመፈለግ ግንኙነት ያስፈልጋል። የራስዎ ዝርዝሮችና ቅጾች ያለሱ ይሠራሉ።',
    },
    signIn: {
      title: 'ወጥተዋል',
      body: 'እንደገና ይግቡና አንድ ጊዜ ይሞክሩ።',
    },
    retry: {
      title: 'አገልጋዩ ሥራ በዝቶበታል',
      body: 'ከጥቂት ጊዜ በኋላ እንደገና ይሞክሩ።',
    },
    refused: {
      title: 'አገልጋዩ ይህን አላደረገም',
      body: 'እንደገና መሞከር አይጠቅምም። የሚጠይቁትን ይቀይሩ ወይም መተግበሪያውን ለሠራው ሰው ይንገሩ።',
    },
    noServer: {
      title: 'ለዚህ አገልጋይ የለም',
      body: 'ይህ መተግበሪያ እዚህ ያልተገናኘውን አገልጋይ ይጠይቃል። የራስዎ ዝርዝሮችና ቅጾች ይሠራሉ።',
    },
  },
  post: {
    title: 'ይህ ኬዝ ለእርስዎ በመምጣት ላይ ነው',
    busy: 'አገልጋዩ ይህን ኬዝ እንዲያጋራዎት እየተጠየቀ ነው…',
  },
  detail: {
    continue: 'ቀጥል',
    print: 'አትም',
    cancel: 'ወደ ዝርዝሩ ተመለስ',
    tabs: 'ዝርዝሮች',
    table: 'ሰንጠረዥ',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner}፦ ${people.join('፣ ')}`),
    nobody: 'ባለቤት የለውም',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `በ“${through}” በኩል ${who} ያየዋል`;
    },
    empty: 'የሚታይ ነገር የለም።',
    noValue: 'ባዶ',
    graph: 'ግራፍ',
    numbers: 'እንደ ሰንጠረዥ',
  },
  sync: {
    now: 'አሁን አመሳስል',
    syncing: 'በማመሳሰል ላይ…',
    allSent: 'ሁሉም ተልኳል',
    waiting: (count) => `${forms(count)} በመጠበቅ ላይ`,
    offline: 'ያለ ግንኙነት፦ በዚህ ኮምፒውተር ላይ ተቀምጧል',
    offlineWaiting: (count) => `ያለ ግንኙነት፦ ${forms(count)} በዚህ ኮምፒውተር ላይ ተቀምጧል`,
    rejected: (count) => `${forms(count)} ተቀባይነት አላገኘም`,
    signedOut: 'ወጥተዋል',
    signIn: 'ለመላክ እንደገና ይግቡ',
    last: (time) => `መጨረሻ የተመሳሰለው ${time}`,
    never: 'ገና አልተመሳሰለም',
  },
  outbox: {
    title: 'በዚህ ኮምፒውተር ላይ ያሉ ቅጾች',
    empty: 'ሁሉም ቅጾች ተልከዋል። ገና ያልተላኩ ቅጾች እዚህ ይታያሉ።',
    rejectedTitle: (count) => `${forms(count)} ተቀባይነት አላገኘም`,
    rejectedHelp: 'አገልጋዩ እንዳሉ አልተቀበላቸውም። እስኪወስኑ ድረስ እዚህ ይቆያሉ።',
    waitingTitle: (count) => `${forms(count)} ለመላክ በመጠበቅ ላይ`,
    waitingHelp: 'አገልጋዩ እንደተገኘ በራሳቸው ይላካሉ።',
    sending: 'አሁን በመላክ ላይ…',
    waiting: 'በመጠበቅ ላይ',
    filled: (time) => `የተጠናቀቀው ${time}`,
    reason: 'ምክንያት፦',
    retry: 'እንደገና ላክ',
    keep: 'ቅጂ በፋይል አስቀምጥ',
    remove: 'ሰርዝ',
    about: (action, form) => `${action}፦ ${form}`,
    confirmTitle: (form) => `“${form}” ለዘለዓለም ይሰረዝ?`,
    confirm: 'መልሶቹ ፈጽሞ አልተላኩም፤ ያሉትም በዚህ ኮምፒውተር ላይ ብቻ ነው። ከተጠራጠሩ መጀመሪያ ቅጂ ያስቀምጡ።',
    cancel: 'አቆየው',
  },
  drafts: {
    title: 'ረቂቆች',
    empty: 'ረቂቅ የለም። ከመላክዎ በፊት የሚተዋቸው ቅጾች እዚህ ይቀመጣሉ።',
    ownerPending: 'ተሞልቷል። ባለቤቱ እስኪታወቅ ይጠብቃል።',
    changed: (time) => `የተቀየረው ${time}`,
    answered: (percent) => `${percent} ተመልሷል`,
    changedSince: 'ከጀመሩ በኋላ የተቀየረ ነገር አለ',
    changedTitle: 'ይህን ቅጽ ከጀመሩ በኋላ የተቀየረ ነገር አለ',
    changedMeaning: 'መልሶችዎ እንደተዋቸው ናቸው። ይህ ሊመለከታቸው የሚችለውን ያረጋግጡ።',
    change: changeAm,
    moreChanges: (count) => `እና ሌሎች ${count}`,
    oldForm: 'ከጀመሩ በኋላ መተግበሪያው ታድሷል። እዚህ በዚያን ጊዜ በነበሩት ጥያቄዎች ይቀጥላሉ።',
    newQuestions: 'የጀመሩባቸው ጥያቄዎች አሁን አልተቀመጡም። እዚህ በዛሬዎቹ ጥያቄዎች ይቀጥላሉ።',
    begun: 'ይህን ቅጽ አስቀድመው ጀምረዋል',
    begunOf: (name) => `ይህን ቅጽ ለ${name} አስቀድመው ጀምረዋል`,
    startAnew: 'እንደ አዲስ ጀምር',
    keptUntilSent: 'እንደ አዲስ ከጀመሩ፣ ከላይ ያሉት መልሶች አዲሱ ቅጽ እስኪላክ ድረስ በረቂቆችዎ ውስጥ ይቆያሉ።',
    keptBeside: 'እንደ አዲስ ከጀመሩ፣ ከላይ ያሉት መልሶች በረቂቆችዎ ውስጥ ይቆያሉ።',
    resume: 'ቀጥል',
    remove: 'ሰርዝ',
    about: (action, form) => `${action}፦ ${form}`,
    confirmTitle: (form) => `ረቂቁ “${form}” ይሰረዝ?`,
    confirm: 'መልሶቹ ያሉት በዚህ ኮምፒውተር ላይ ብቻ ነው፤ ይጠፋሉ።',
    cancel: 'አቆየው',
  },
  submitted: {
    sent: 'ቅጹ ተልኳል',
    sentBody: (form) => `“${form}” አገልጋዩ ጋር ደርሷል።`,
    saved: 'በዚህ ኮምፒውተር ላይ ተቀምጧል',
    savedBody: (form) => `አገልጋዩ እንደተገኘ “${form}” በራሱ ይላካል።`,
    rejected: 'ቅጹ ተቀባይነት አላገኘም',
    rejectedBody: (form) => `አገልጋዩ “${form}”ን አልተቀበለም። ምንም አልጠፋም፦ በዚህ ኮምፒውተር ላይ ተቀምጧል።`,
    ownedBy: (owner, people) => `የ${owner} ነው፦ ${and(people)} ያዩታል`,
    ownedByNobodyElse: (owner) => `የ${owner} ነው`,
    next: 'ቀጥሎ ምን?',
  },
  open: {
    title: 'መተግበሪያ ወይም ቅጽ ክፈት',
    intro: 'ፋይሎችዎ በዚህ ኮምፒውተር ላይ ይቆያሉ።',
    drop: 'ፋይሎችን እዚህ ይጣሉ ወይም ይምረጡ፦',
    dropNow: 'ፋይሎቹን ለመጨመር ይልቀቁ',
    chooseApp: 'መተግበሪያ ወይም ቅጽ ይምረጡ',
    chooseRestore: 'ኬዞችን ይምረጡ',
    chooseFolder: 'አቃፊ ይምረጡ',
    folderHint: 'የተፈታ መተግበሪያ ያለበት',
    addressLabel: 'ወይም የመተግበሪያ አድራሻ ይስጡ',
    addressError: 'በhttps:// የሚጀምር አድራሻ ያስገቡ',
    addAddress: 'አድራሻ ጨምር',
    appHint: 'የCommCare መተግበሪያ (.ccz) ወይም አንድ XForm (.xml)',
    restoreHint: 'ከመተግበሪያ ጋር፦ የተጠቃሚው restore (.xml)',
    given: 'ለመክፈት ዝግጁ',
    app: 'መተግበሪያ',
    form: 'ቅጽ',
    restore: 'ኬዞችና ተጠቃሚ',
    folder: 'መተግበሪያ ያለበት አቃፊ',
    address: 'ሲከፈት ከዚያ ይመጣል',
    unknown: 'መተግበሪያ፣ ቅጽ ወይም restore አይደለም',
    size: (bytes) => fileSize('am', bytes),
    remove: (name) => `${name} አስወግድ`,
    open: 'ክፈት',
    busy: 'በመክፈት ላይ…',
    needsApp: 'restore ተጠቃሚና ኬዞችን ይይዛል፤ ቅጾች ግን የሉትም። ከእነሱ ጋር የሚሠራውን መተግበሪያ ይጨምሩ።',
    unreadable: (name) =>
      `${name} መተግበሪያ (.ccz)፣ ቅጽ (.xml) ወይም restore (.xml) አይደለም። አስወግደው ሌላ ፋይል ይምረጡ።`,
    problem: (count) => (count === 1 ? 'ይህ ሊከፈት አልቻለም' : `${n(count)} ነገሮች እንቅፋት ሆነዋል`),
    place: (file, line) => (line === undefined ? file : `${file}፣ መስመር ${n(line)}`),
  },
  problem: {
    title: 'የሆነ ስህተት ተፈጥሯል',
    details: 'ለድጋፍ ዝርዝሮች',
    retry: 'እንደገና ሞክር',
    back: 'ተመለስ',
    safe: 'መልሶችዎ በዚህ ኮምፒውተር ላይ ተቀምጠዋል።',
  },
  ago: (seconds) => ago('am', seconds),
  copied: 'ተቀድቷል',
  user: 'የገባው፦',
};

function changeAm(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `ቅጹ አዲስ ነው (ስሪት ${change.now}፣ የተጀመረው በ${change.before})።`;
    case 'caseGone':
      return `${change.caseName} ከእንግዲህ በዚህ ኮምፒውተር ላይ የለም።`;
    case 'caseClosed':
      return `${change.caseName} ተዘግቷል።`;
    case 'property':
      return `${change.caseName}፣ ${change.property}፦ “${change.before}” አሁን “${change.now}” ነው።`;
  }
}
