import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list, number } from '../words.ts';

const KINDS = { group: 'مجموعة', location: 'موقع' } as const;

const n = (value: number) => number('ar', value);
const and = (items: readonly string[]) => list('ar', items);
const quoted = (text: string) => `«${text}»`;
const named = (names: readonly string[]) => (names.length === 0 ? 'موقع' : and(names.map(quoted)));
const levels = (names: readonly string[]) =>
  names.length === 0 ? 'مستواه التنظيمي' : `المستوى التنظيمي ${and(names.map(quoted))}`;

const GIVES = 'يعطي هذا النموذج ما ينشئه';
const SHARES = 'ما ينشئه هذا النموذج يُشارك مع مجموعة مشاركة أو موقع';

const SENTENCES: OwnerSentences = {
  code: 'ar',
  case: 'ملف',
  me: 'حسابي',
  thisUser: 'هذا المستخدم',
  title: (things) => `لا يمكنك التسجيل بعد: ${and(things)}`,
  meanwhile: () => 'ما سُجّل من قبل ما زال يمكن فتحه وتغييره.',
  why: {
    noMembership: () => `${SHARES}، وأنت لا تنتمي إلى أي منها بعد.`,
    onlyNonSharingGroups: (groups) =>
      `${SHARES}. أنت تنتمي إلى ${named(groups)} فقط، حيث لا يُشارك شيء.`,
    onlyNonOwningLocations: (locations) =>
      `${SHARES}. أنت تعمل في ${named(locations)}، حيث لا يمكن حفظ شيء.`,
    viewOnlyWithoutChildren: (locations) =>
      `${SHARES}. أنت تعمل في ${named(locations)}، ومنه يُرى فقط ما لدى المواقع التابعة له، ولا يوجد أي منها بعد.`,
    many: (memberships) => `أنت ${memberships}، وهذا النموذج يعطي ما ينشئه لواحد فقط.`,
    belongs: (count, shown) => `تنتمي إلى ${counted(count, 'المجموعة', 'مجموعات', shown)}`,
    works: (count, shown) => `تعمل في ${counted(count, 'الموقع', 'مواقع', shown)}`,
    sees: (count, shown) => `ترى ملفات ${counted(count, 'الموقع التابع', 'مواقع تابعة', shown)}`,
    others: (count) => `${n(count)} غيرها`,
    notAtLevel: (level) =>
      `${GIVES} لمكانك في المستوى «${level}»، وأنت لا تعمل في مثله ولا فيما يتبعه.`,
    notComputed: (found) =>
      `${GIVES} لمالك يحدده التطبيق بنفسه، وقد وجد ${found === 0 ? 'لا أحد' : n(found)}.`,
  },
  ask: {
    join: 'اطلب من مشرفك أن يضيفك إلى المجموعة أو الموقع الذي تعمل له. النص أدناه يبيّن كيف.',
    one: 'اطلب من مشرفك تغيير ذلك حتى يكون المالك واضحًا. النص أدناه يبيّن كيف.',
    owner: 'اطلب من مشرفك تغيير ذلك حتى يكون هناك مالك. النص أدناه يبيّن كيف.',
  },
  situation: {
    noMembership: 'لست في أي مجموعة لمشاركة الملفات، ولا في موقع يملك ملفات.',
    onlyNonSharingGroups: (groups) =>
      `أنا في ${named(groups)}، ومشاركة الملفات (case sharing) فيها غير مفعّلة.`,
    onlyNonOwningLocations: (locations, names) =>
      `أنا معيّن في ${named(locations)}، و«Owns Cases» غير محدد في ${levels(names)}.`,
    viewOnlyWithoutChildren: (locations, names) =>
      `أنا معيّن في ${named(locations)}. في ${levels(names)} حُدد «View Child Data» ولم يُحدد «Owns Cases»، ولا يوجد موقع تابع يملك ملفات.`,
    many: (count) => `في مشاركة الملفات أُحسب على ${n(count)}:`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${KINDS[kind]})`
        : `- ${name} (${KINDS[kind]}، من خلال «View Child Data» في ${through})`,
    level: (level, found) =>
      `يأخذ التطبيق المالك من المستوى التنظيمي «${level}»، و${finds(found)}.`,
    expression: (found) => `يأخذ التطبيق المالك من هذه العبارة، و${finds(found)}:`,
  },
  fix: {
    joinGroup: (whom) => `إضافة ${whom} إلى مجموعة واحدة فُعّلت فيها مشاركة الملفات (case sharing).`,
    assignLocation: (whom) => `تعيين ${whom} في موقع واحد حُدد في مستواه التنظيمي «Owns Cases».`,
    shareGroups: (groups) => `تفعيل مشاركة الملفات (case sharing) في ${named(groups)}.`,
    ownCases: (names) => `تحديد «Owns Cases» في ${levels(names)}. يسري ذلك على كل مواقع المستوى.`,
    addLocationBelow: (locations) => `إضافة موقع يملك ملفات تابع لـ${named(locations)}.`,
    keepOne: (whom) => `إبقاء ${whom} في واحد فقط من هذه.`,
    whenLocationsCount: 'يُحسب الموقع إذا حُدد «Owns Cases» في مستواه.',
    stopViewing: (locations) =>
      `إلغاء تحديد «View Child Data» في المستوى التنظيمي لـ${named(locations)}. عندئذ لا يُرى هناك ما تملكه المواقع التابعة.`,
    assignLevel: (whom, level) =>
      `تعيين ${whom} في موقع من المستوى التنظيمي «${level}» أو تابع له، كموقع أساسي.`,
    mendLevel: (level) =>
      `جعل التطبيق يأخذ المالك من مستوى تنظيمي غير «${level}» («case_owners» في app.json)، أو يسأل عنه («owner_policy»).`,
    mendExpression:
      'تغيير العبارة في التطبيق لتعطي مالكًا واحدًا («case_owners» في app.json)، أو جعله يسأل («owner_policy»).',
    ask: 'جعل النموذج يسأل عن المالك: سؤال تُحفظ إجابته في الخاصية owner_id، لكل ملف ينشئه النموذج.',
  },
  report: {
    cannot: (things, app) =>
      `لا أستطيع التسجيل (${and(things)})${app === '' ? '' : ` في التطبيق «${app}»`}، لأنه غير واضح أي مجموعة أو موقع سيكون المالك.`,
    user: (name) => `اسم المستخدم الخاص بي: ${name}`,
    fixes: 'أي من هذه التغييرات يحل المشكلة:',
    thenSync: 'بعد ذلك يكفي أن أزامن.',
  },
};

/** Arabic about owners. Written so that the gender of a case type's name need not be known. */
export const ownerAr: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'ما يمكنك فعله',
  fixesTitle: 'ما يحل المشكلة',
  settings: 'تغييره',
  fixesHint: 'يمكنك تغيير هذه الإعدادات بنفسك. تغيير واحد يكفي.',
  fillInFirst: 'أو املأ النموذج الآن. يُحفظ على هذا الحاسوب كمسودة ويمكن إرساله متى كان هناك مالك.',
  fillIn: 'ملء الآن وإرسال لاحقًا',
  chooseTitle: (caseTypes) => `لمن يكون ما تسجّله (${and(caseTypes)})؟`,
  chooseHint: 'يستطيع كل من في المجموعة أو الموقع الذي تختاره أن يراه ويعمل عليه.',
  choose: 'متابعة',
  chooseMissing: 'اختر واحدًا من هذه',
  dontKnow: 'إذا لم تكن متأكدًا',
  group: 'مجموعة',
  location: 'موقع',
  reportTitle: 'نص لمشرفك',
  reportHint: 'انسخه إلى رسالة. يبيّن ما يجب تغييره وأين.',
  copy: 'نسخ النص',
  copied: 'نُسخ. الصقه في رسالة إلى مشرفك.',
  copyFailed: 'لا يسمح هذا المتصفح بالنسخ. النص محدد: اضغط Ctrl+C.',
  checkAgain: 'مزامنة وتحقق من جديد',
  checking: 'يجري التحقق…',
  back: 'رجوع',
  details: 'الرسالة بكلمات CommCare',
  reviewTitle: 'من سيرى هذا؟',
  reviewNew: 'جديد',
  reviewOwner: (owner, people) =>
    people.length === 0 ? `يملكه ${owner}.` : `يملكه ${owner}: سيراه ${and(people)}.`,
  reviewUnknownOwner: 'يملكه من هو خارج مجموعاتك ومواقعك.',
  reviewNobody: 'لن يراه أحد: لا مالك له يستطيع ذلك.',
  reviewClosed: 'مغلق، ويخرج من قوائم الجميع.',
  reviewUnseen: 'لن تراه في قوائمك بعد الآن.',
  reviewUnseenNew: 'لن تراه في قوائمك.',
  confirm: 'إرسال النموذج',
  backToForm: 'العودة إلى الأسئلة',
};

function counted(count: number, one: string, many: string, shown: readonly string[]): string {
  return count === 1 ? `${one} ${shown[0] ?? ''}` : `${n(count)} ${many} (${and(shown)})`;
}

function finds(found: readonly string[]): string {
  return found.length === 0 ? 'لا يجد أحدًا لي' : `يجد لي ${n(found.length)} (${found.join('، ')})`;
}
