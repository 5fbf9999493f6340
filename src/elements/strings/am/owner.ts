import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const KINDS = { group: 'ቡድን', location: 'ቦታ' } as const;

const and = (items: readonly string[]) => list('am', items);
const quoted = (text: string) => `“${text}”`;
const named = (names: readonly string[]) =>
  names.length === 0 ? 'አንድ ቦታ' : and(names.map(quoted));
const levels = (names: readonly string[]) =>
  names.length === 0 ? 'የድርጅት ደረጃው' : `የድርጅት ደረጃ ${and(names.map(quoted))}`;

const GIVES = 'ይህ ቅጽ የሚፈጥረውን';
const SHARES = 'ይህ ቅጽ የሚፈጥረው ለአጋሪ ቡድን ወይም ለቦታ ይጋራል';

const SENTENCES: OwnerSentences = {
  code: 'am',
  case: 'ኬዝ',
  me: 'የእኔ መለያ',
  thisUser: 'ይህ ተጠቃሚ',
  title: (things) => `ገና መመዝገብ አይችሉም፦ ${and(things)}`,
  meanwhile: () => 'አስቀድሞ የተመዘገበው አሁንም ሊከፈትና ሊቀየር ይችላል።',
  why: {
    noMembership: () => `${SHARES}፤ እርስዎ ግን ገና በአንዱም የሉም።`,
    onlyNonSharingGroups: (groups) => `${SHARES}። እርስዎ ያሉት በ${named(groups)} ብቻ ነው፤ እዚያ ምንም አይጋራም።`,
    onlyNonOwningLocations: (locations) =>
      `${SHARES}። እርስዎ የሚሠሩት ለ${named(locations)} ነው፤ እዚያ ምንም ሊቀመጥ አይችልም።`,
    viewOnlyWithoutChildren: (locations) =>
      `${SHARES}። እርስዎ የሚሠሩት ለ${named(locations)} ነው፤ ከዚያ የሚታየው በሥሩ ያሉ ቦታዎች ያላቸው ብቻ ነው፤ በሥሩም ገና ቦታ የለም።`,
    many: (memberships) => `እርስዎ ${memberships}፤ ይህ ቅጽ ግን የሚፈጥረውን ለአንድ ብቻ ይሰጣል።`,
    belongs: (count, shown) => `በ${counted(count, 'አጋሪ ቡድን', 'አጋሪ ቡድኖች', shown)} ውስጥ ነዎት`,
    works: (count, shown) => `ለ${counted(count, 'ቦታ', 'ቦታዎች', shown)} ይሠራሉ`,
    sees: (count, shown) => `በሥርዎ ያሉ የ${counted(count, 'ቦታ', 'ቦታዎች', shown)} ኬዞችን ያያሉ`,
    others: (count) => `ሌሎች ${count}`,
    notAtLevel: (level) =>
      `${GIVES} በደረጃ “${level}” ላለው ቦታዎ ይሰጣል፤ እርስዎ ግን በእንዲህ ዓይነት ቦታ ወይም በሥሩ አይሠሩም።`,
    notComputed: (found) =>
      `${GIVES} መተግበሪያው ራሱ ለሚያገኘው ባለቤት ይሰጣል፤ ያገኘውም ${found === 0 ? 'ማንንም አይደለም' : `${found} ነው`}።`,
  },
  ask: {
    join: 'ወደሚሠሩበት ቡድን ወይም ቦታ እንዲጨምርዎት ተቆጣጣሪዎን ይጠይቁ። ከታች ያለው ጽሑፍ እንዴት እንደሆነ ይናገራል።',
    one: 'ባለቤቱ ግልጽ እንዲሆን ይህን እንዲቀይር ተቆጣጣሪዎን ይጠይቁ። ከታች ያለው ጽሑፍ እንዴት እንደሆነ ይናገራል።',
    owner: 'ባለቤት እንዲኖር ይህን እንዲቀይር ተቆጣጣሪዎን ይጠይቁ። ከታች ያለው ጽሑፍ እንዴት እንደሆነ ይናገራል።',
  },
  situation: {
    noMembership: 'ኬዝ በሚጋራ በማንኛውም ቡድን ወይም የኬዝ ባለቤት በሆነ ቦታ የለሁም።',
    onlyNonSharingGroups: (groups) => `በ${named(groups)} ውስጥ ነኝ፤ እዚያ ኬዝ ማጋራት (case sharing) ጠፍቷል።`,
    onlyNonOwningLocations: (locations, names) =>
      `የተመደብኩት በ${named(locations)} ነው፤ በ${levels(names)} “Owns Cases” አልተመረጠም።`,
    viewOnlyWithoutChildren: (locations, names) =>
      `የተመደብኩት በ${named(locations)} ነው። በ${levels(names)} “View Child Data” ተመርጧል፤ “Owns Cases” ግን አልተመረጠም፤ በሥሩም የኬዝ ባለቤት የሆነ ቦታ የለም።`,
    many: (count) => `ለኬዝ ማጋራት ለ${count} እቆጠራለሁ፦`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${KINDS[kind]})`
        : `- ${name} (${KINDS[kind]}፣ በ${through} “View Child Data”)`,
    level: (level, found) => `መተግበሪያው ባለቤቱን ከድርጅት ደረጃ “${level}” ይወስዳል፤ ${finds(found)}።`,
    expression: (found) => `መተግበሪያው ባለቤቱን ከዚህ አገላለጽ ይወስዳል፤ ${finds(found)}፦`,
  },
  fix: {
    joinGroup: (whom) => `${whom} ኬዝ ማጋራት (case sharing) ወደ በራበት አንድ ቡድን ጨምር።`,
    assignLocation: (whom) => `${whom} የድርጅት ደረጃው “Owns Cases” በተመረጠበት አንድ ቦታ መድብ።`,
    shareGroups: (groups) => `በ${named(groups)} ኬዝ ማጋራትን (case sharing) አብራ።`,
    ownCases: (names) => `በ${levels(names)} “Owns Cases” ምረጥ። ለደረጃው ቦታዎች ሁሉ ይሠራል።`,
    addLocationBelow: (locations) => `በ${named(locations)} ሥር የኬዝ ባለቤት የሆነ ቦታ ጨምር።`,
    keepOne: (whom) => `${whom} ከእነዚህ በአንዱ ብቻ አቆይ።`,
    whenLocationsCount: 'ቦታ የሚቆጠረው በደረጃው “Owns Cases” ሲመረጥ ነው።',
    stopViewing: (locations) =>
      `በ${named(locations)} የድርጅት ደረጃ “View Child Data” አስወግድ። ከዚያ በሥሩ ያሉ ቦታዎች ያላቸው እዚያ አይታይም።`,
    assignLevel: (whom, level) => `${whom} በድርጅት ደረጃ “${level}” ባለ ቦታ ወይም በሥሩ ባለ ቦታ እንደ ዋና ቦታ መድብ።`,
    mendLevel: (level) =>
      `መተግበሪያው ባለቤቱን ከ“${level}” ሌላ ከሆነ የድርጅት ደረጃ እንዲወስድ (“case_owners” በapp.json) ወይም እንዲጠይቅ (“owner_policy”) አድርግ።`,
    mendExpression:
      'በመተግበሪያው ያለውን አገላለጽ አንድ ባለቤት እንዲሰጥ ቀይር (“case_owners” በapp.json) ወይም መተግበሪያው እንዲጠይቅ አድርግ (“owner_policy”)።',
    ask: 'ቅጹ ስለ ባለቤቱ እንዲጠይቅ አድርግ፦ ቅጹ ለሚፈጥረው እያንዳንዱ ኬዝ መልሱ በowner_id ንብረት የሚቀመጥ ጥያቄ ጨምር።',
  },
  report: {
    cannot: (things, app) =>
      `${app === '' ? '' : `በመተግበሪያ “${app}” `}መመዝገብ አልችልም (${and(things)})፤ ምክንያቱም የትኛው ቡድን ወይም ቦታ ባለቤት እንደሚሆን ግልጽ አይደለም።`,
    user: (name) => `የተጠቃሚ ስሜ፦ ${name}`,
    fixes: 'ከእነዚህ ማናቸውም ይፈታዋል፦',
    thenSync: 'ከዚያ በኋላ ማመሳሰል ብቻ ይበቃኛል።',
  },
};

/** Amharic about owners. Written so that the gender of a case type's name need not be known. */
export const ownerAm: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'ምን ማድረግ ይችላሉ',
  fixesTitle: 'ምን ይፈታዋል',
  settings: 'ቀይረው',
  fixesHint: 'እነዚህን ቅንብሮች ራስዎ መቀየር ይችላሉ። አንዱ ለውጥ ይበቃል።',
  fillInFirst: 'ወይም ቅጹን አሁን ይሙሉ። በዚህ ኮምፒውተር ላይ እንደ ረቂቅ ይቀመጣል፤ ባለቤት እንደተገኘም ሊላክ ይችላል።',
  fillIn: 'አሁን ሙላ፣ በኋላ ላክ',
  chooseTitle: (caseTypes) => `የሚመዘግቡት (${and(caseTypes)}) የማን ይሁን?`,
  chooseHint: 'በሚመርጡት ቡድን ወይም ቦታ ያሉ ሁሉ ሊያዩትና ሊሠሩበት ይችላሉ።',
  choose: 'ቀጥል',
  chooseMissing: 'ከእነዚህ አንዱን ይምረጡ',
  dontKnow: 'እርግጠኛ ካልሆኑ',
  group: 'ቡድን',
  location: 'ቦታ',
  reportTitle: 'ለተቆጣጣሪዎ የሚሆን ጽሑፍ',
  reportHint: 'ወደ መልእክት ይቅዱት። ምን የትና እንዴት መቀየር እንዳለበት ይናገራል።',
  copy: 'ጽሑፉን ቅዳ',
  copied: 'ተቀድቷል። ለተቆጣጣሪዎ በሚልኩት መልእክት ውስጥ ይለጥፉት።',
  copyFailed: 'ይህ አሳሽ መቅዳት አይፈቅድም። ጽሑፉ ተመርጧል፦ Ctrl+C ይጫኑ።',
  checkAgain: 'አመሳስልና እንደገና አረጋግጥ',
  checking: 'በማረጋገጥ ላይ…',
  back: 'ተመለስ',
  details: 'መልእክቱ በCommCare ቃላት',
  reviewTitle: 'ይህን ማን ያየዋል?',
  reviewNew: 'አዲስ',
  reviewOwner: (owner, people) =>
    people.length === 0 ? `የ${owner} ነው።` : `የ${owner} ነው፦ ${and(people)} ያዩታል።`,
  reviewUnknownOwner: 'ከቡድኖችዎና ከቦታዎችዎ ውጭ ያለ ሰው ነው ባለቤቱ።',
  reviewNobody: 'ማንም አያየውም፦ ሊያይ የሚችል ባለቤት የለውም።',
  reviewClosed: 'ተዘግቷል፤ ከሁሉም ዝርዝሮች ይወጣል።',
  reviewUnseen: 'ከእንግዲህ በዝርዝሮችዎ ላይ አያዩትም።',
  reviewUnseenNew: 'በዝርዝሮችዎ ላይ አያዩትም።',
  confirm: 'ቅጹን ላክ',
  backToForm: 'ወደ ጥያቄዎቹ ተመለስ',
};

function counted(count: number, one: string, many: string, shown: readonly string[]): string {
  return count === 1 ? `${one} ${shown[0] ?? ''}` : `${count} ${many} (${and(shown)})`;
}

function finds(found: readonly string[]): string {
  return found.length === 0 ? 'ለእኔ ማንንም አያገኝም' : `ለእኔ ${found.length} ያገኛል (${found.join('፣ ')})`;
}
