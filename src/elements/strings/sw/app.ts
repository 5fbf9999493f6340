import type { AppStrings } from '../app-strings.ts';

/** Swahili for the page around case work. */
export const appSw: AppStrings = {
  loading: 'Subiri kidogo…',
  appNotes: {
    problems: (count) =>
      count === 1
        ? 'Sehemu moja ya programu hii haifanyi kazi ilivyo. Nyingine zinafanya.'
        : `Sehemu ${count} za programu hii hazifanyi kazi zilivyo. Nyingine zinafanya.`,
    practise: 'Fanya mazoezi',
    practiceMeaning: 'Kwa kesi za kubuni. Unachofanya huko hakitumwi wala kuhifadhiwa.',
    practising: 'Mazoezi: hakuna kinachotumwa wala kuhifadhiwa',
    endPractice: 'Maliza mazoezi',
  },
  interfaceLanguage: { label: 'Lugha ya ukurasa huu', automatic: 'Yenyewe' },
  loadingCases: {
    title: 'Kesi zako zinakuja',
    preparing: 'Seva inaziandaa…',
    prepared: (percent) => `Seva inaziandaa: ${percent}% tayari`,
    received: (size) => `${size} zimepokelewa`,
    read: (percent) => `${percent}% imesomwa`,
    saving: 'Zinahifadhiwa kwenye kompyuta hii…',
    once: 'Mara ya kwanza huchukua muda kidogo.',
    cancel: 'Ghairi',
  },
  signOut: 'Ondoka',
  close: 'Funga programu',
  inspect: 'Kagua',
  fromFiles: 'Imefunguliwa kutoka kwenye faili: hakuna kinachotoka kwenye kompyuta hii',
  unsent: (count) => (count === 1 ? 'Fomu 1 haijatumwa' : `Fomu ${count} hazijatumwa`),
  drafts: (count) => `Rasimu ${count}`,
  goOn: 'Endelea',
  saveCopy: 'Hifadhi nakala ya fomu',
  saveAndLeave: 'Hifadhi na utoke',
  formTitle: 'Fomu hii haiwezi kufunguliwa',
  formMeaning: 'Kuna kasoro kwenye fomu yenyewe. Ulichojaza hakijaathirika.',
  formRemedy: 'Tuma maandishi yaliyo hapa chini kwa aliyetengeneza programu.',
  screenTitle: 'Ukurasa huu hauwezi kuonyeshwa',
  screenMeaning: 'Programu ina kasoro mahali hapa. Sehemu nyingine zinafanya kazi.',
  screenRemedy: 'Rudi nyuma, na utume maandishi ya hapa chini kwa aliyetengeneza programu.',
  assertionTitle: 'Huwezi kuendelea kutoka hapa',
  assertionRemedy: 'Rudi nyuma, au muulize msimamizi wako.',
  saveTitle: 'Fomu haikuweza kuhifadhiwa',
  saveMeaning: 'Kila ulichojaza bado kipo hapa, kwenye ukurasa huu.',
  saveRemedy: 'Soma sababu hapa chini, kisha ujaribu tena. Usifunge ukurasa huu kabla ya hapo.',
  syncTitle: 'Mapya hayakuweza kuletwa',
  syncRemedy:
    'Fomu zako ziko salama kwenye kompyuta hii. Sawazisha tena, au mwambie msimamizi wako.',
  signInAgain: 'Ingia tena',
  later: 'Si sasa',
  faults: (count) => (count === 1 ? 'Fomu hii ina kasoro' : `Fomu hii ina kasoro ${count}`),
  faultsMeaning:
    'Unaweza kuijaza na kuituma, lakini kile ambacho ingekokotoa hapo kinabaki tupu. Tuma maelezo kwa aliyeitengeneza.',
  sessionEnded:
    'Umeondolewa. Ingia tena ili kutuma fomu zako; kilicho kwenye ukurasa huu kinabaki kilivyo.',
  ownerPending:
    'Ulichojaza kimehifadhiwa kama rasimu. Utaweza kukituma mipangilio itakapobadilishwa.',
  apps: {
    title: 'Chagua programu',
    all: 'Programu zote',
    empty: 'Mradi huu bado hauna programu kwa ajili yako. Muulize msimamizi wako.',
    problem: 'Hilo halikufanikiwa',
    notOffered: (id) =>
      `Anwani uliyofuata inaelekeza kwenye programu “${id}”, ambayo haipo kwako hapa.`,
  },
  link: {
    title: 'Hii inaelekeza kwenye programu nyingine',
    leadsTo: (host) => `Iko kwenye ${host}. Ulichofanya hapa kimehifadhiwa.`,
    go: 'Nenda huko',
    refused: 'Hii si anwani ya wavuti, kwa hiyo haifunguliwi. Mwambie aliyetengeneza programu.',
  },
  actAs: {
    open: 'Fanya kazi kama…',
    title: 'Fanya kazi kama mtumiaji mwingine',
    meaning:
      'Unaona anachoona mtumiaji huyo, na fomu unazotuma huhesabiwa kuwa zake. Jambo hili huandikwa.',
    search: 'Tafuta kwa jina, kikundi au eneo',
    nobody: 'Hakuna mwenye jina hili, wala aliye kwenye kikundi au eneo kama hilo.',
    more: (count) =>
      count === 1 ? 'Mwingine 1: andika zaidi ya jina.' : `Wengine ${count}: andika zaidi ya jina.`,
    unknown: 'Seva haifikiki. Hakikisha una mtandao, kisha ujaribu tena.',
    found: (count) => (count === 1 ? 'Mtu 1 amepatikana' : `Watu ${count} wamepatikana`),
    end: (name) => `Rudi kwa ${name}`,
  },
  movedRead: 'Usionyeshe tena',
  movedMore: (count) =>
    count === 1
      ? 'Nyingine 1 haipo tena kwenye orodha yako.'
      : `Nyingine ${count} hazipo tena kwenye orodha yako.`,
  moved: (name, owner) =>
    owner === undefined
      ? `${name} haipo tena kwenye orodha yako.`
      : `${name} sasa ni ya ${owner} na haipo tena kwenye orodha yako.`,
};
