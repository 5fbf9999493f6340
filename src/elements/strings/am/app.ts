import type { AppStrings } from '../app-strings.ts';

/** Amharic for the page around case work. */
export const appAm: AppStrings = {
  loading: 'አንድ አፍታ…',
  appNotes: {
    problems: (count) =>
      count === 1
        ? 'የዚህ መተግበሪያ አንድ ክፍል እንዳለ አይሠራም። የቀረው ይሠራል።'
        : `የዚህ መተግበሪያ ${count} ክፍሎች እንዳሉ አይሠሩም። የቀረው ይሠራል።`,
    practise: 'ተለማመድ',
    practiceMeaning: 'በተፈጠሩ ኬዞች። እዚያ የሚያደርጉት አይላክም፣ አይቀመጥም።',
    practising: 'ልምምድ፦ ምንም አይላክም፣ አይቀመጥም',
    endPractice: 'ልምምዱን ጨርስ',
  },
  interfaceLanguage: { label: 'የዚህ ገጽ ቋንቋ', automatic: 'በራሱ' },
  loadingCases: {
    title: 'ኬዞችዎ በመምጣት ላይ ናቸው',
    received: (size) => `${size} ደርሷል`,
    read: (percent) => `${percent}% ተነቧል`,
    saving: 'በዚህ ኮምፒውተር ላይ በማስቀመጥ ላይ…',
    once: 'የመጀመሪያው ጊዜ ትንሽ ይወስዳል።',
    cancel: 'ሰርዝ',
  },
  signOut: 'ውጣ',
  close: 'መተግበሪያውን ዝጋ',
  inspect: 'መርምር',
  fromFiles: 'ከፋይሎች የተከፈተ፦ ከዚህ ኮምፒውተር ምንም አይወጣም',
  unsent: (count) => `ያልተላኩ ቅጾች፦ ${count}`,
  drafts: (count) => `ረቂቆች፦ ${count}`,
  goOn: 'ቀጥል',
  saveCopy: 'የቅጹን ቅጂ አስቀምጥ',
  saveAndLeave: 'አስቀምጥና ውጣ',
  formTitle: 'ይህ ቅጽ ሊከፈት አይችልም',
  formMeaning: 'ስህተቱ በቅጹ ውስጥ ነው። ያስገቡት ምንም አልተነካም።',
  formRemedy: 'ከታች ያለውን ጽሑፍ መተግበሪያውን ለሠራው ሰው ይላኩ።',
  screenTitle: 'ይህ ገጽ ሊታይ አይችልም',
  screenMeaning: 'በዚህ ቦታ መተግበሪያው ስህተት አለበት። የቀረው ይሠራል።',
  screenRemedy: 'ወደ ኋላ ይመለሱ፤ ከታች ያለውን ጽሑፍ መተግበሪያውን ለሠራው ሰው ይላኩ።',
  assertionTitle: 'ከዚህ መቀጠል አይችሉም',
  assertionRemedy: 'ወደ ኋላ ይመለሱ ወይም ተቆጣጣሪዎን ይጠይቁ።',
  saveTitle: 'ቅጹ ሊቀመጥ አልቻለም',
  saveMeaning: 'ያስገቡት ሁሉ አሁንም በዚህ ገጽ ላይ አለ።',
  saveRemedy: 'ምክንያቱን ከታች ያንብቡና እንደገና ይሞክሩ። እስኪሳካ ድረስ ይህን ገጽ አይዝጉ።',
  syncTitle: 'አዲሱን ማምጣት አልተቻለም',
  syncRemedy: 'ቅጾችዎ በዚህ ኮምፒውተር ላይ ደህና ናቸው። እንደገና ያመሳስሉ ወይም ለተቆጣጣሪዎ ይንገሩ።',
  signInAgain: 'እንደገና ግባ',
  later: 'አሁን አይደለም',
  faults: (count) => (count === 1 ? 'ይህ ቅጽ ስህተት አለበት' : `ይህ ቅጽ ${count} ስህተቶች አሉበት`),
  faultsMeaning: 'ሊሞሉትና ሊልኩት ይችላሉ፤ ነገር ግን እዚያ ማስላት የነበረበት ባዶ ይቀራል። ዝርዝሩን ለሠራው ሰው ይላኩ።',
  sessionEnded: 'ወጥተዋል። ቅጾችዎን ለመላክ እንደገና ይግቡ፤ በዚህ ገጽ ላይ ያለው እንዳለ ይቆያል።',
  ownerPending: 'ያስገቡት እንደ ረቂቅ ተቀምጧል። ቅንብሮቹ ሲቀየሩ ሊልኩት ይችላሉ።',
  apps: {
    title: 'መተግበሪያ ይምረጡ',
    all: 'ሁሉም መተግበሪያዎች',
    empty: 'ይህ ፕሮጀክት ለእርስዎ ገና መተግበሪያ የለውም። ተቆጣጣሪዎን ይጠይቁ።',
    problem: 'ያ አልሠራም',
    notOffered: (id) => `የተከተሉት አድራሻ ወደ መተግበሪያ “${id}” ይመራል፤ እሱም እዚህ ለእርስዎ አልቀረበም።`,
  },
  link: {
    title: 'ይህ ወደ ሌላ መተግበሪያ ይመራል',
    leadsTo: (host) => `እሱ በ ${host} ላይ ነው። እዚህ የሠሩት ተቀምጧል።`,
    go: 'ወደዚያ ሂድ',
    refused: 'ይህ የድር አድራሻ ስላልሆነ አይከፈትም። መተግበሪያውን ለሠራው ሰው ይንገሩ።',
  },
  actAs: {
    open: 'እንደ ሌላ ሰው ሥራ…',
    title: 'እንደ ሌላ ተጠቃሚ ሥራ',
    meaning: 'ያ ተጠቃሚ የሚያየውን ያያሉ፤ የሚልኳቸው ቅጾች የእሱ ተደርገው ይቆጠራሉ። ይህም ይመዘገባል።',
    search: 'በስም፣ በቡድን ወይም በቦታ ፈልግ',
    nobody: 'ይህ ስም ያለው ወይም በእንዲህ ያለ ቡድን ወይም ቦታ ያለ ማንም የለም።',
    more: (count) => (count === 1 ? 'ሌላ አንድ፦ ከስሙ ተጨማሪ ይጻፉ።' : `ሌሎች ${count}፦ ከስሙ ተጨማሪ ይጻፉ።`),
    unknown: 'አገልጋዩ ሊገኝ አልቻለም። ግንኙነትዎን ያረጋግጡና እንደገና ይሞክሩ።',
    found: (count) => (count === 1 ? 'አንድ ሰው ተገኝቷል' : `${count} ሰዎች ተገኝተዋል`),
    end: (name) => `ወደ ${name} ተመለስ`,
  },
  movedRead: 'ይህን እንደገና አታሳይ',
  movedMore: (count) => `ሌሎች ${count} ከእንግዲህ በዝርዝርዎ ላይ የሉም።`,
  moved: (name, owner) =>
    owner === undefined
      ? `${name} ከእንግዲህ በዝርዝርዎ ላይ የለም።`
      : `${name} አሁን የ${owner} ነው፤ ከእንግዲህ በዝርዝርዎ ላይ የለም።`,
};
