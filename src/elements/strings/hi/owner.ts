import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const KINDS = { group: 'समूह', location: 'स्थान' } as const;

const and = (items: readonly string[]) => list('hi', items);
const quoted = (text: string) => `“${text}”`;
const named = (names: readonly string[]) =>
  names.length === 0 ? 'किसी स्थान' : and(names.map(quoted));
const levels = (names: readonly string[]) =>
  names.length === 0 ? 'उसके संगठन स्तर' : `संगठन स्तर ${and(names.map(quoted))}`;

const GIVES = 'यह फ़ॉर्म जो बनाता है उसे';
const SHARES = 'यह फ़ॉर्म जो बनाता है वह किसी साझा समूह या स्थान के साथ बाँटा जाता है';

const SENTENCES: OwnerSentences = {
  code: 'hi',
  case: 'केस',
  me: 'मेरा खाता',
  thisUser: 'इस उपयोगकर्ता',
  title: (things) => `आप अभी दर्ज नहीं कर सकते: ${and(things)}`,
  meanwhile: () => 'जो पहले से दर्ज है उसे अब भी खोला और बदला जा सकता है।',
  why: {
    noMembership: () => `${SHARES}, और आप अभी किसी में नहीं हैं।`,
    onlyNonSharingGroups: (groups) =>
      `${SHARES}। आप केवल ${named(groups)} में हैं, जहाँ कुछ साझा नहीं होता।`,
    onlyNonOwningLocations: (locations) =>
      `${SHARES}। आप ${named(locations)} के लिए काम करते हैं, जहाँ कुछ रखा नहीं जा सकता।`,
    viewOnlyWithoutChildren: (locations) =>
      `${SHARES}। आप ${named(locations)} के लिए काम करते हैं, जहाँ से केवल नीचे के स्थानों का दिखता है, और नीचे अभी कोई स्थान नहीं है।`,
    many: (memberships) => `आप ${memberships}, और यह फ़ॉर्म जो बनाता है उसे ठीक एक को देता है।`,
    belongs: (count, shown) => `${counted(count, 'साझा समूह', 'साझा समूहों', shown)} में हैं`,
    works: (count, shown) => `${counted(count, 'स्थान', 'स्थानों', shown)} के लिए काम करते हैं`,
    sees: (count, shown) => `अपने नीचे के ${counted(count, 'स्थान', 'स्थानों', shown)} के केस देखते हैं`,
    others: (count) => `${count} और`,
    notAtLevel: (level) =>
      `${GIVES} स्तर “${level}” की आपकी जगह को देता है, और आप ऐसी किसी जगह या उसके नीचे काम नहीं करते।`,
    notComputed: (found) =>
      `${GIVES} उस स्वामी को देता है जिसे ऐप खुद निकालता है, और उसे ${found === 0 ? 'कोई नहीं मिला' : `${found} मिले`}।`,
  },
  ask: {
    join: 'अपने पर्यवेक्षक से कहें कि आपको उस समूह या स्थान में जोड़ें जिसके लिए आप काम करते हैं। नीचे का पाठ बताता है कैसे।',
    one: 'अपने पर्यवेक्षक से इसे बदलने को कहें, ताकि स्वामी स्पष्ट हो। नीचे का पाठ बताता है कैसे।',
    owner: 'अपने पर्यवेक्षक से इसे बदलने को कहें, ताकि कोई स्वामी हो। नीचे का पाठ बताता है कैसे।',
  },
  situation: {
    noMembership: 'मैं केस साझा करने वाले किसी समूह में नहीं हूँ, न ऐसे स्थान पर जो केस का स्वामी हो।',
    onlyNonSharingGroups: (groups) =>
      `मैं ${named(groups)} में हूँ, जहाँ केस साझा करना (case sharing) बंद है।`,
    onlyNonOwningLocations: (locations, names) =>
      `मैं ${named(locations)} पर नियुक्त हूँ, और ${levels(names)} में “Owns Cases” नहीं चुना गया है।`,
    viewOnlyWithoutChildren: (locations, names) =>
      `मैं ${named(locations)} पर नियुक्त हूँ। ${levels(names)} में “View Child Data” चुना गया है और “Owns Cases” नहीं, और नीचे का कोई स्थान केस का स्वामी नहीं है।`,
    many: (count) => `केस साझा करने में मैं ${count} के लिए गिना जाता हूँ:`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${KINDS[kind]})`
        : `- ${name} (${KINDS[kind]}, ${through} के “View Child Data” से)`,
    level: (level, found) => `ऐप स्वामी को संगठन स्तर “${level}” से लेता है, और ${finds(found)}।`,
    expression: (found) => `ऐप स्वामी को इस व्यंजक से लेता है, और ${finds(found)}:`,
  },
  fix: {
    joinGroup: (whom) => `${whom} को एक ऐसे समूह में जोड़ें जिसमें केस साझा करना (case sharing) चालू हो।`,
    assignLocation: (whom) =>
      `${whom} को एक ऐसे स्थान पर नियुक्त करें जिसके संगठन स्तर में “Owns Cases” चुना हो।`,
    shareGroups: (groups) => `${named(groups)} में केस साझा करना (case sharing) चालू करें।`,
    ownCases: (names) => `${levels(names)} में “Owns Cases” चुनें। यह उस स्तर के सभी स्थानों पर लागू होता है।`,
    addLocationBelow: (locations) => `${named(locations)} के नीचे एक ऐसा स्थान जोड़ें जो केस का स्वामी हो।`,
    keepOne: (whom) => `${whom} को इनमें से केवल एक में रखें।`,
    whenLocationsCount: 'स्थान तब गिना जाता है जब उसके स्तर में “Owns Cases” चुना हो।',
    stopViewing: (locations) =>
      `${named(locations)} के संगठन स्तर में “View Child Data” हटाएँ। तब नीचे के स्थानों का वहाँ नहीं दिखेगा।`,
    assignLevel: (whom, level) =>
      `${whom} को संगठन स्तर “${level}” के किसी स्थान या उसके नीचे के स्थान पर मुख्य स्थान के रूप में नियुक्त करें।`,
    mendLevel: (level) =>
      `ऐप को “${level}” के बजाय दूसरे संगठन स्तर से स्वामी लेने दें (app.json में “case_owners”), या पूछने दें (“owner_policy”)।`,
    mendExpression:
      'ऐप का व्यंजक बदलें ताकि वह एक स्वामी दे (app.json में “case_owners”), या ऐप को पूछने दें (“owner_policy”)।',
    ask: 'फ़ॉर्म को स्वामी पूछने दें: एक प्रश्न जिसका उत्तर केस के गुण owner_id में सहेजा जाए, हर उस केस के लिए जो फ़ॉर्म बनाता है।',
  },
  report: {
    cannot: (things, app) =>
      `${app === '' ? '' : `ऐप “${app}” में `}मैं दर्ज नहीं कर सकता (${and(things)}), क्योंकि स्पष्ट नहीं है कि कौन-सा समूह या स्थान स्वामी होगा।`,
    user: (name) => `मेरा उपयोगकर्ता नाम: ${name}`,
    fixes: 'इनमें से कोई भी बदलाव इसे ठीक कर देगा:',
    thenSync: 'उसके बाद मुझे केवल सिंक करना है।',
  },
};

/** Hindi about owners. Written so that the gender of a case type's name need not be known. */
export const ownerHi: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'आप क्या कर सकते हैं',
  fixesTitle: 'किससे यह ठीक होगा',
  settings: 'इसे बदलें',
  fixesHint: 'आप ये सेटिंग खुद बदल सकते हैं। इनमें से एक बदलाव काफ़ी है।',
  fillInFirst: 'या फ़ॉर्म अभी भरें। वह इस कंप्यूटर पर ड्राफ़्ट के रूप में रहेगा और स्वामी होते ही भेजा जा सकेगा।',
  fillIn: 'अभी भरें, बाद में भेजें',
  chooseTitle: (caseTypes) => `आप जो दर्ज कर रहे हैं (${and(caseTypes)}), वह किसका हो?`,
  chooseHint: 'चुने हुए समूह या स्थान के सभी लोग इसे देख सकते हैं और इस पर काम कर सकते हैं।',
  choose: 'जारी रखें',
  chooseMissing: 'इनमें से एक चुनें',
  dontKnow: 'अगर आप निश्चित नहीं हैं',
  group: 'समूह',
  location: 'स्थान',
  reportTitle: 'आपके पर्यवेक्षक के लिए पाठ',
  reportHint: 'इसे संदेश में डालें। इसमें लिखा है कि क्या और कहाँ बदलना है।',
  copy: 'पाठ की प्रति लें',
  copied: 'प्रति बन गई। इसे पर्यवेक्षक के संदेश में चिपकाएँ।',
  copyFailed: 'यह ब्राउज़र प्रति लेने नहीं देता। पाठ चुना हुआ है: Ctrl+C दबाएँ।',
  checkAgain: 'सिंक करके फिर जाँचें',
  checking: 'जाँचा जा रहा है…',
  back: 'वापस',
  details: 'CommCare के शब्दों में संदेश',
  reviewTitle: 'इसे कौन देखेगा?',
  reviewNew: 'नया',
  reviewOwner: (owner, people) =>
    people.length === 0 ? `स्वामी ${owner}।` : `स्वामी ${owner}: ${and(people)} को दिखेगा।`,
  reviewUnknownOwner: 'इसका स्वामी आपके समूहों और स्थानों से बाहर है।',
  reviewNobody: 'इसे कोई नहीं देखेगा: ऐसा कोई स्वामी नहीं जो देख सके।',
  reviewClosed: 'बंद है, और सबकी सूचियों से हट जाता है।',
  reviewUnseen: 'यह अब आपकी सूचियों में नहीं दिखेगा।',
  reviewUnseenNew: 'यह आपकी सूचियों में नहीं दिखेगा।',
  confirm: 'फ़ॉर्म भेजें',
  backToForm: 'प्रश्नों पर वापस',
};

function counted(count: number, one: string, many: string, shown: readonly string[]): string {
  return count === 1 ? `${one} ${shown[0] ?? ''}` : `${count} ${many} (${and(shown)})`;
}

function finds(found: readonly string[]): string {
  return found.length === 0
    ? 'मेरे लिए कोई नहीं मिलता'
    : `मेरे लिए ${found.length} मिलते हैं (${found.join(', ')})`;
}
