import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const KINDS = { group: 'kikundi', location: 'eneo' } as const;

const and = (items: readonly string[]) => list('sw', items);
const quoted = (text: string) => `“${text}”`;
const named = (names: readonly string[]) => (names.length === 0 ? 'eneo' : and(names.map(quoted)));
const levels = (names: readonly string[]) =>
  names.length === 0 ? 'ngazi yake ya shirika' : `ngazi ya shirika ${and(names.map(quoted))}`;

const GIVES = 'Fomu hii hutoa inachounda kwa';
const SHARES = 'Kile ambacho fomu hii inaunda hushirikishwa na kikundi au eneo';

const SENTENCES: OwnerSentences = {
  code: 'sw',
  case: 'kesi',
  me: 'akaunti yangu',
  thisUser: 'mtumiaji huyu',
  title: (things) => `Bado huwezi kusajili: ${and(things)}`,
  meanwhile: () => 'Kilichokwisha kusajiliwa bado kinaweza kufunguliwa na kubadilishwa.',
  why: {
    noMembership: () => `${SHARES}, na wewe bado huna chochote kati ya hivyo.`,
    onlyNonSharingGroups: (groups) =>
      `${SHARES}. Wewe uko kwenye ${named(groups)} tu, ambako hakuna kinachoshirikishwa.`,
    onlyNonOwningLocations: (locations) =>
      `${SHARES}. Wewe unafanyia kazi ${named(locations)}, ambako hakuna kinachoweza kuhifadhiwa.`,
    viewOnlyWithoutChildren: (locations) =>
      `${SHARES}. Wewe unafanyia kazi ${named(locations)}, ambako huonekana tu vya maeneo yaliyo chini yake, na bado hakuna hata moja.`,
    many: (memberships) => `Wewe ${memberships}, na fomu hii hutoa inachounda kwa mmoja tu.`,
    belongs: (count, shown) => `uko kwenye ${counted(count, 'kikundi', 'vikundi', shown)}`,
    works: (count, shown) => `unafanyia kazi ${counted(count, 'eneo', 'maeneo', shown)}`,
    sees: (count, shown) =>
      `unaona kesi za ${counted(count, 'eneo', 'maeneo', shown)} chini ya lako`,
    others: (count) => `wengine ${count}`,
    notAtLevel: (level) =>
      `${GIVES} eneo lako la ngazi “${level}”, na wewe hufanyi kazi kwenye eneo kama hilo wala chini yake.`,
    notComputed: (found) =>
      `${GIVES} mmiliki ambaye programu inamtafuta yenyewe, na imepata ${found === 0 ? 'hakuna' : found}.`,
  },
  ask: {
    join: 'Mwombe msimamizi wako akuongeze kwenye kikundi au eneo unalofanyia kazi. Maandishi ya hapa chini yanaeleza jinsi.',
    one: 'Mwombe msimamizi wako abadilishe hili, ili ijulikane wazi nani mmiliki. Maandishi ya hapa chini yanaeleza jinsi.',
    owner:
      'Mwombe msimamizi wako abadilishe hili, ili kuwe na mmiliki. Maandishi ya hapa chini yanaeleza jinsi.',
  },
  situation: {
    noMembership:
      'Siko kwenye kikundi chochote cha kushirikisha kesi, wala eneo linalomiliki kesi.',
    onlyNonSharingGroups: (groups) =>
      `Niko kwenye ${named(groups)}, ambako kushirikisha kesi (case sharing) kumezimwa.`,
    onlyNonOwningLocations: (locations, names) =>
      `Nimepangiwa ${named(locations)}, na “Owns Cases” haijawekewa alama kwenye ${levels(names)}.`,
    viewOnlyWithoutChildren: (locations, names) =>
      `Nimepangiwa ${named(locations)}. Kwenye ${levels(names)} “View Child Data” imewekewa alama na “Owns Cases” haijawekewa, na hakuna eneo la chini linalomiliki kesi.`,
    many: (count) => `Katika kushirikisha kesi ninahesabiwa kwa ${count}:`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${KINDS[kind]})`
        : `- ${name} (${KINDS[kind]}, kwa “View Child Data” ya ${through})`,
    level: (level, found) =>
      `Programu huchukua mmiliki kutoka ngazi ya shirika “${level}”, na ${finds(found)}.`,
    expression: (found) => `Programu huchukua mmiliki kutoka usemi huu, na ${finds(found)}:`,
  },
  fix: {
    joinGroup: (whom) =>
      `Ongeza ${whom} kwenye kikundi kimoja ambacho kushirikisha kesi (case sharing) kumewashwa.`,
    assignLocation: (whom) =>
      `Panga ${whom} kwenye eneo moja ambalo ngazi yake ya shirika ina alama ya “Owns Cases”.`,
    shareGroups: (groups) => `Washa kushirikisha kesi (case sharing) kwenye ${named(groups)}.`,
    ownCases: (names) =>
      `Weka alama ya “Owns Cases” kwenye ${levels(names)}. Inahusu maeneo yote ya ngazi hiyo.`,
    addLocationBelow: (locations) => `Ongeza eneo linalomiliki kesi chini ya ${named(locations)}.`,
    keepOne: (whom) => `Bakiza ${whom} kwenye kimoja tu kati ya hivi.`,
    whenLocationsCount: 'Eneo huhesabiwa ngazi yake inapokuwa na alama ya “Owns Cases”.',
    stopViewing: (locations) =>
      `Ondoa alama ya “View Child Data” kwenye ngazi ya shirika ya ${named(locations)}. Kisha vya maeneo ya chini havitaonekana hapo tena.`,
    assignLevel: (whom, level) =>
      `Panga ${whom} kwenye eneo la ngazi ya shirika “${level}”, au lililo chini yake, kama eneo kuu.`,
    mendLevel: (level) =>
      `Fanya programu ichukue mmiliki kutoka ngazi nyingine ya shirika badala ya “${level}” (“case_owners” katika app.json), au iulize (“owner_policy”).`,
    mendExpression:
      'Badilisha usemi kwenye programu ili utoe mmiliki mmoja (“case_owners” katika app.json), au fanya programu iulize (“owner_policy”).',
    ask: 'Fanya fomu iulize mmiliki: swali ambalo jibu lake huhifadhiwa kwenye sifa owner_id, kwa kila kesi ambayo fomu inaunda.',
  },
  report: {
    cannot: (things, app) =>
      `Siwezi kusajili (${and(things)})${app === '' ? '' : ` kwenye programu “${app}”`}, kwa sababu haijulikani ni kikundi au eneo gani litakuwa mmiliki.`,
    user: (name) => `Jina langu la mtumiaji: ${name}`,
    fixes: 'Lolote kati ya mabadiliko haya litatatua:',
    thenSync: 'Baada ya hapo nitahitaji kusawazisha tu.',
  },
};

/** Swahili about owners. Written so that the noun class of a case type's name need not be known. */
export const ownerSw: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'Unachoweza kufanya',
  fixesTitle: 'Kitakachotatua',
  settings: 'Badilisha',
  fixesHint: 'Unaweza kubadilisha mipangilio hii wewe mwenyewe. Badiliko moja linatosha.',
  fillInFirst:
    'Au jaza fomu sasa. Itahifadhiwa kwenye kompyuta hii kama rasimu na itaweza kutumwa mara atakapokuwepo mmiliki.',
  fillIn: 'Jaza sasa, tuma baadaye',
  chooseTitle: (caseTypes) => `Unachosajili (${and(caseTypes)}) kiwe cha nani?`,
  chooseHint: 'Kila mtu kwenye kikundi au eneo utakalochagua ataweza kukiona na kukifanyia kazi.',
  choose: 'Endelea',
  chooseMissing: 'Chagua kimoja kati ya hivi',
  dontKnow: 'Kama huna uhakika',
  group: 'kikundi',
  location: 'eneo',
  reportTitle: 'Maandishi kwa msimamizi wako',
  reportHint: 'Yanakili kwenye ujumbe. Yanasema nini kibadilishwe, na wapi.',
  copy: 'Nakili maandishi',
  copied: 'Yamenakiliwa. Yabandike kwenye ujumbe kwa msimamizi wako.',
  copyFailed: 'Kivinjari hiki hakiruhusu kunakili. Maandishi yamechaguliwa: bonyeza Ctrl+C.',
  checkAgain: 'Sawazisha na ukague tena',
  checking: 'Inakagua…',
  back: 'Rudi',
  details: 'Ujumbe kwa maneno ya CommCare',
  reviewTitle: 'Nani ataona hii?',
  reviewNew: 'mpya',
  reviewOwner: (owner, people) =>
    people.length === 0
      ? `Inamilikiwa na ${owner}.`
      : `Inamilikiwa na ${owner}: itaonekana na ${and(people)}.`,
  reviewUnknownOwner: 'Inamilikiwa na aliye nje ya vikundi na maeneo yako.',
  reviewNobody: 'Hakuna atakayeiona: haina mmiliki anayeweza.',
  reviewClosed: 'Imefungwa, na inaondoka kwenye orodha za wote.',
  reviewUnseen: 'Hutaiona tena kwenye orodha zako.',
  reviewUnseenNew: 'Hutaiona kwenye orodha zako.',
  confirm: 'Tuma fomu',
  backToForm: 'Rudi kwenye maswali',
};

function counted(count: number, one: string, many: string, shown: readonly string[]): string {
  return count === 1 ? `${one} ${shown[0] ?? ''}` : `${many} ${count} (${and(shown)})`;
}

function finds(found: readonly string[]): string {
  return found.length === 0
    ? 'haipati yeyote kwa ajili yangu'
    : `inapata ${found.length} kwa ajili yangu (${found.join(', ')})`;
}
