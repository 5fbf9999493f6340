import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number } from '../words.ts';

const n = (value: number) => number('hi', value);
const and = (items: readonly string[]) => list('hi', items);
const forms = (count: number) => `${n(count)} फ़ॉर्म`;

/** Hindi for case work. */
export const caseHi: CaseStrings = {
  signIn: {
    title: 'साइन इन',
    username: 'उपयोगकर्ता नाम',
    password: 'पासवर्ड',
    showPassword: 'पासवर्ड दिखाएँ',
    hidePassword: 'पासवर्ड छिपाएँ',
    submit: 'साइन इन करें',
    busy: 'साइन इन हो रहा है…',
    problem: 'आप साइन इन नहीं हैं',
    enterUsername: 'अपना उपयोगकर्ता नाम भरें',
    enterPassword: 'अपना पासवर्ड भरें',
  },
  frame: {
    skip: 'सीधे पृष्ठ पर जाएँ',
    breadcrumbs: 'आप कहाँ हैं',
    menu: 'मेन्यू',
    bar: 'परियोजना',
  },
  menu: {
    empty: 'इस ऐप में यहाँ खोलने के लिए कुछ नहीं है। इसे बनाने वाले को बताएँ।',
    whatToDo: 'देखें कि आप क्या कर सकते हैं',
    leftOut: (count) => `${n(count)} विकल्प नहीं दिखाए गए`,
    missingTables: (names) =>
      `यह ${and(names.map((name) => `“${name}”`))} पढ़ता है, जो इस कंप्यूटर पर नहीं है।`,
  },
  list: {
    search: 'खोजें',
    searchHint: 'सभी शब्द मेल खाने चाहिए, किसी भी स्तंभ में',
    pageSize: 'प्रति पृष्ठ पंक्तियाँ',
    moreOfTile: 'इस केस के बारे में और',
    clear: 'खोज मिटाएँ',
    shown: (shown, total) =>
      shown === total ? `इस सूची में ${n(total)}` : `${n(total)} में से ${n(shown)} मेल खाते हैं`,
    emptyTitle: 'अभी यहाँ कुछ नहीं',
    empty: (owners) =>
      owners.length === 0
        ? 'आप जो दर्ज करते हैं वह यहाँ दिखता है।'
        : `आप या ${and(owners)} जो दर्ज करते हैं वह यहाँ दिखता है।`,
    noMatch: (search) => `“${search}” से कुछ मेल नहीं खाता।`,
    sortBy: (column) => `${column} के अनुसार क्रम`,
    open: 'खोलें',
    pages: 'इस सूची के पृष्ठ',
    previous: 'पिछला',
    next: 'अगला',
    page: (page, total) => `पृष्ठ ${n(page)}, कुल ${n(total)}`,
    unnamed: 'बिना नाम',
    continueWith: (count) => (count === 0 ? 'जारी रखें' : `${n(count)} के साथ जारी रखें`),
    chosen: (count) => `${n(count)} चुने गए`,
    chooseAll: (count) => (count === 1 ? 'इसे चुनें' : `ये ${n(count)} चुनें`),
    chooseNone: 'इनमें से कोई न चुनें',
    export: 'तालिका के रूप में सहेजें (CSV)',
    orderBy: 'क्रम',
    ownOrder: 'ऐप के अनुसार',
    order: (column, descending) => (descending ? `${column}, घटता` : `${column}, बढ़ता`),
    nothingFound: 'कुछ नहीं मिला',
    notFound: 'वापस जाएँ और दूसरे शब्दों से खोजें।',
    chosenTile: 'चुना गया',
    most: (count) => `अधिकतम ${n(count)} चुने जा सकते हैं। नया जोड़ने से पहले एक हटाएँ।`,
  },
  query: {
    title: 'सभी केस में खोजें',
    search: 'खोजें',
    clear: 'उत्तर मिटाएँ',
    back: 'वापस',
    stop: 'खोज रोकें',
    busy: 'खोजा जा रहा है…',
    earlier: 'सूची में अभी वही है जो पहले मिला था।',
    faulty: 'पहले ये उत्तर जाँचें',
    required: 'ज़रूरी',
    missing: 'उत्तर दें',
    invalid: 'इसे खोजा नहीं जा सकता',
    choose: 'चुनें',
    any: 'कोई भी',
    noChoices: 'यहाँ अभी चुनने के लिए कुछ नहीं है।',
    blankToo: 'वहाँ भी जहाँ यह ज्ञात नहीं',
    from: 'से',
    to: 'तक',
  },
  remote: {
    offline: {
      title: 'सर्वर तक नहीं पहुँचा जा सकता',
      body: 'दूसरों के केस खोजने के लिए कनेक्शन चाहिए। आपकी अपनी सूचियाँ और फ़ॉर्म उसके बिना चलते हैं।',
    },
    signIn: {
      title: 'आप साइन आउट हैं',
      body: 'फिर साइन इन करें और दोबारा कोशिश करें।',
    },
    retry: {
      title: 'सर्वर व्यस्त है',
      body: 'थोड़ी देर में फिर कोशिश करें।',
    },
    refused: {
      title: 'सर्वर ने यह नहीं किया',
      body: 'फिर कोशिश करने से लाभ नहीं होगा। जो माँगा है उसे बदलें या ऐप बनाने वाले को बताएँ।',
    },
    noServer: {
      title: 'इसके लिए कोई सर्वर नहीं है',
      body: 'यह ऐप ऐसे सर्वर से पूछता है जिससे वह यहाँ जुड़ा नहीं है। आपकी अपनी सूचियाँ और फ़ॉर्म काम करते हैं।',
    },
  },
  post: {
    title: 'यह केस आपके लिए लाया जा रहा है',
    busy: 'सर्वर से यह केस आपके साथ साझा करने को कहा जा रहा है…',
  },
  detail: {
    continue: 'जारी रखें',
    print: 'प्रिंट करें',
    cancel: 'सूची पर वापस',
    tabs: 'विवरण',
    table: 'तालिका',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner}: ${people.join(', ')}`),
    nobody: 'इसका कोई स्वामी नहीं',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `“${through}” के ज़रिए ${who} को भी दिखता है`;
    },
    empty: 'दिखाने के लिए कुछ नहीं है।',
    noValue: 'खाली',
    graph: 'ग्राफ़',
    numbers: 'तालिका के रूप में',
  },
  sync: {
    now: 'अभी सिंक करें',
    syncing: 'सिंक हो रहा है…',
    allSent: 'सब भेज दिया गया',
    waiting: (count) => `${forms(count)} प्रतीक्षा में`,
    offline: 'ऑफ़लाइन: इस कंप्यूटर पर सहेजा गया',
    offlineWaiting: (count) => `ऑफ़लाइन: ${forms(count)} इस कंप्यूटर पर सहेजे गए`,
    rejected: (count) => `${forms(count)} स्वीकार नहीं हुए`,
    signedOut: 'साइन आउट',
    signIn: 'भेजने के लिए फिर साइन इन करें',
    last: (time) => `पिछला सिंक ${time}`,
    never: 'अभी सिंक नहीं हुआ',
  },
  outbox: {
    title: 'इस कंप्यूटर पर फ़ॉर्म',
    empty: 'सभी फ़ॉर्म भेज दिए गए हैं। जो भेजने बाकी हों वे यहाँ दिखते हैं।',
    rejectedTitle: (count) => `${forms(count)} स्वीकार नहीं हुए`,
    rejectedHelp: 'सर्वर ने इन्हें ऐसे नहीं लिया। आपके निर्णय तक ये यहाँ रहेंगे।',
    waitingTitle: (count) => `${forms(count)} भेजे जाने हैं`,
    waitingHelp: 'सर्वर तक पहुँचते ही ये अपने-आप भेज दिए जाते हैं।',
    sending: 'अभी भेजा जा रहा है…',
    waiting: 'प्रतीक्षा में',
    filled: (time) => `${time} पूरा हुआ`,
    reason: 'कारण:',
    retry: 'फिर भेजें',
    keep: 'प्रति फ़ाइल में सहेजें',
    remove: 'हटाएँ',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `“${form}” को हमेशा के लिए हटाएँ?`,
    confirm: 'इसके उत्तर कभी नहीं भेजे गए और केवल इस कंप्यूटर पर हैं। संदेह हो तो पहले एक प्रति सहेजें।',
    cancel: 'रखें',
  },
  drafts: {
    title: 'ड्राफ़्ट',
    empty: 'कोई ड्राफ़्ट नहीं। जो फ़ॉर्म आप भेजने से पहले छोड़ते हैं वे यहाँ रखे जाते हैं।',
    ownerPending: 'भरा हुआ। स्वामी स्पष्ट होने तक रुका है।',
    changed: (time) => `${time} बदला गया`,
    answered: (percent) => `${percent} उत्तर दिए गए`,
    changedSince: 'आपके शुरू करने के बाद कुछ बदला है',
    changedTitle: 'यह फ़ॉर्म शुरू करने के बाद कुछ बदला है',
    changedMeaning: 'आपके उत्तर वैसे ही हैं जैसे आपने छोड़े थे। जिन पर असर हो सकता है उन्हें जाँचें।',
    change: changeHi,
    moreChanges: (count) => `और ${count}`,
    oldForm: 'आपके शुरू करने के बाद ऐप बदला गया है। यहाँ आप तब के प्रश्नों के साथ आगे बढ़ते हैं।',
    newQuestions: 'जिन प्रश्नों से आपने शुरू किया था वे अब सहेजे नहीं हैं। यहाँ आप आज के प्रश्नों के साथ आगे बढ़ते हैं।',
    begun: 'आपने यह फ़ॉर्म शुरू किया हुआ है',
    begunOf: (name) => `आपने ${name} के लिए यह फ़ॉर्म शुरू किया हुआ है`,
    startAnew: 'नए सिरे से शुरू करें',
    keptUntilSent: 'नए सिरे से शुरू करने पर ऊपर के उत्तर नया फ़ॉर्म भेजे जाने तक आपके ड्राफ़्ट में रहेंगे।',
    keptBeside: 'नए सिरे से शुरू करने पर ऊपर के उत्तर आपके ड्राफ़्ट में रहेंगे।',
    resume: 'जारी रखें',
    remove: 'हटाएँ',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `ड्राफ़्ट “${form}” हटाएँ?`,
    confirm: 'इसके उत्तर केवल इस कंप्यूटर पर हैं और मिट जाएँगे।',
    cancel: 'रखें',
  },
  submitted: {
    sent: 'फ़ॉर्म भेजा गया',
    sentBody: (form) => `“${form}” सर्वर पर है।`,
    saved: 'इस कंप्यूटर पर सहेजा गया',
    savedBody: (form) => `सर्वर तक पहुँचते ही “${form}” अपने-आप भेज दिया जाएगा।`,
    rejected: 'फ़ॉर्म स्वीकार नहीं हुआ',
    rejectedBody: (form) => `सर्वर ने “${form}” नहीं लिया। कुछ खोया नहीं है: वह इस कंप्यूटर पर रखा है।`,
    ownedBy: (owner, people) => `स्वामी ${owner}: ${and(people)} को दिखता है`,
    ownedByNobodyElse: (owner) => `स्वामी ${owner}`,
    next: 'अब क्या?',
  },
  open: {
    title: 'ऐप या फ़ॉर्म खोलें',
    intro: 'आपकी फ़ाइलें इसी कंप्यूटर पर रहती हैं।',
    drop: 'फ़ाइलें यहाँ छोड़ें या चुनें:',
    dropNow: 'फ़ाइलें जोड़ने के लिए छोड़ें',
    chooseApp: 'ऐप या फ़ॉर्म चुनें',
    chooseRestore: 'केस चुनें',
    chooseFolder: 'फ़ोल्डर चुनें',
    folderHint: 'जिसमें खोला हुआ ऐप हो',
    addressLabel: 'या ऐप का पता दें',
    addressError: 'https:// से शुरू होने वाला पता भरें',
    addAddress: 'पता जोड़ें',
    appHint: 'CommCare ऐप (.ccz) या एक XForm (.xml)',
    restoreHint: 'ऐप के साथ: उपयोगकर्ता का restore (.xml)',
    given: 'खोलने के लिए तैयार',
    app: 'ऐप',
    form: 'फ़ॉर्म',
    restore: 'केस और उपयोगकर्ता',
    folder: 'ऐप वाला फ़ोल्डर',
    address: 'खोलने पर वहाँ से लाया जाता है',
    unknown: 'न ऐप, न फ़ॉर्म, न restore',
    size: (bytes) => fileSize('hi', bytes),
    remove: (name) => `${name} हटाएँ`,
    open: 'खोलें',
    busy: 'खुल रहा है…',
    needsApp: 'restore में उपयोगकर्ता और केस होते हैं, पर फ़ॉर्म नहीं। उनके साथ काम करने वाला ऐप जोड़ें।',
    unreadable: (name) =>
      `${name} न ऐप (.ccz) है, न फ़ॉर्म (.xml), न restore (.xml)। इसे हटाकर दूसरी फ़ाइल चुनें।`,
    problem: (count) => (count === 1 ? 'इसे खोला नहीं जा सका' : `${n(count)} बातें रोक रही हैं`),
    place: (file, line) => (line === undefined ? file : `${file}, पंक्ति ${n(line)}`),
  },
  problem: {
    title: 'कुछ गड़बड़ हुई',
    details: 'सहायता के लिए विवरण',
    retry: 'फिर कोशिश करें',
    back: 'वापस',
    safe: 'आपके उत्तर इस कंप्यूटर पर सहेजे हुए हैं।',
  },
  ago: (seconds) => ago('hi', seconds),
  copied: 'प्रति बन गई',
  user: 'साइन इन:',
};

function changeHi(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `फ़ॉर्म नया है (संस्करण ${change.now}, शुरू ${change.before} से हुआ)।`;
    case 'caseGone':
      return `${change.caseName} अब इस कंप्यूटर पर नहीं है।`;
    case 'caseClosed':
      return `${change.caseName} बंद कर दिया गया है।`;
    case 'property':
      return `${change.caseName}, ${change.property}: “${change.before}” अब “${change.now}” है।`;
  }
}
