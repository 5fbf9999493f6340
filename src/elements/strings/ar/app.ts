import type { AppStrings } from '../app-strings.ts';
import { countAr, FORM_AR } from './count-ar.ts';

const DRAFT = { one: 'مسودة', two: 'مسودتان', few: 'مسودات', many: 'مسودة' };
const FAULT = { one: 'خلل', two: 'خللان', few: 'أخطاء', many: 'خللًا' };
const CASE = { one: 'ملف', two: 'ملفان', few: 'ملفات', many: 'ملفًا' };

/** Arabic for the page around case work. */
export const appAr: AppStrings = {
  loading: 'لحظة من فضلك…',
  appNotes: {
    problems: (count) =>
      count === 1
        ? 'جزء من هذا التطبيق لا يعمل كما هو. البقية تعمل.'
        : `أجزاء من هذا التطبيق لا تعمل كما هي، وعددها ${count}. البقية تعمل.`,
    practise: 'تدرّب',
    practiceMeaning: 'بملفات مختلقة. لا شيء مما تفعله هناك يُرسل أو يُحفظ.',
    practising: 'تدريب: لا شيء يُرسل أو يُحفظ',
    endPractice: 'إنهاء التدريب',
  },
  interfaceLanguage: { label: 'لغة هذه الصفحة', automatic: 'تلقائي' },
  loadingCases: {
    title: 'ملفاتك في الطريق',
    preparing: 'الخادم يجهّزها…',
    prepared: (percent) => `الخادم يجهّزها: جُهِّز ${percent}٪`,
    received: (size) => `استُلم ${size}`,
    read: (percent) => `قُرئ ${percent}٪`,
    saving: 'يجري حفظها على هذا الحاسوب…',
    once: 'المرة الأولى تستغرق لحظات.',
    cancel: 'إلغاء',
  },
  signOut: 'تسجيل الخروج',
  close: 'إغلاق التطبيق',
  inspect: 'فحص',
  fromFiles: 'مفتوح من ملفات: لا شيء يغادر هذا الحاسوب',
  unsent: (count) => `لم يُرسل: ${countAr(count, FORM_AR)}`,
  drafts: (count) => countAr(count, DRAFT),
  goOn: 'متابعة',
  saveCopy: 'حفظ نسخة من النموذج',
  saveAndLeave: 'حفظ ومغادرة',
  formTitle: 'لا يمكن فتح هذا النموذج',
  formMeaning: 'يوجد خلل في النموذج نفسه. لم يتأثر شيء مما أدخلته.',
  formRemedy: 'أرسل النص أدناه إلى من أعدّ التطبيق.',
  screenTitle: 'لا يمكن عرض هذه الصفحة',
  screenMeaning: 'يوجد خلل في التطبيق في هذا الموضع. بقية التطبيق تعمل.',
  screenRemedy: 'ارجع وأرسل النص أدناه إلى من أعدّ التطبيق.',
  assertionTitle: 'لا يمكنك المتابعة من هنا',
  assertionRemedy: 'ارجع أو اسأل مشرفك.',
  saveTitle: 'تعذّر حفظ النموذج',
  saveMeaning: 'كل ما أدخلته ما زال هنا في هذه الصفحة.',
  saveRemedy: 'اقرأ السبب أدناه ثم حاول مرة أخرى. لا تغلق هذه الصفحة قبل أن ينجح ذلك.',
  syncTitle: 'تعذّر جلب الجديد',
  syncRemedy: 'نماذجك محفوظة على هذا الحاسوب. زامن مرة أخرى أو أخبر مشرفك.',
  signInAgain: 'تسجيل الدخول مرة أخرى',
  later: 'ليس الآن',
  faults: (count) => `في هذا النموذج ${countAr(count, FAULT)}`,
  faultsMeaning:
    'يمكنك ملؤه وإرساله، لكن ما كان يجب أن يحسبه هناك يبقى فارغًا. أرسل التفاصيل إلى من أعدّه.',
  sessionEnded: 'انتهت جلستك. سجّل الدخول مرة أخرى لإرسال نماذجك؛ ما في هذه الصفحة يبقى كما هو.',
  ownerPending: 'ما أدخلته محفوظ كمسودة. يمكنك إرساله عند تغيير الإعدادات.',
  apps: {
    title: 'اختر تطبيقًا',
    all: 'كل التطبيقات',
    empty: 'لا يوجد في هذا المشروع تطبيق لك بعد. اسأل مشرفك.',
    problem: 'لم ينجح ذلك',
    notOffered: (id) => `العنوان الذي اتبعته يقود إلى تطبيق «${id}» غير متاح لك هنا.`,
  },
  link: {
    title: 'هذا يقود إلى تطبيق آخر',
    leadsTo: (host) => `موقعه ${host}. ما فعلته هنا محفوظ.`,
    go: 'الذهاب إليه',
    refused: 'هذا ليس عنوانًا على الويب، لذلك لا يُفتح. أخبر من أعدّ التطبيق.',
  },
  actAs: {
    open: 'العمل باسم…',
    title: 'العمل باسم مستخدم آخر',
    meaning: 'ترى ما يراه ذلك المستخدم، وتُحسب النماذج التي ترسلها له. ويُسجَّل ذلك.',
    search: 'البحث بالاسم أو المجموعة أو الموقع',
    nobody: 'لا أحد بهذا الاسم أو في مثل هذه المجموعة أو الموقع.',
    more: (count) =>
      count === 1 ? 'واحد آخر: اكتب المزيد من الاسم.' : `${count} غيرهم: اكتب المزيد من الاسم.`,
    unknown: 'لا يمكن الوصول إلى الخادم. تحقق من الاتصال ثم حاول مرة أخرى.',
    found: (count) => (count === 1 ? 'عُثر على شخص واحد' : `عدد من عُثر عليهم: ${count}`),
    end: (name) => `العودة إلى ${name}`,
  },
  movedRead: 'لا تعرض هذا مرة أخرى',
  movedMore: (count) => `لم يعد في قائمتك أيضًا: ${countAr(count, CASE)}.`,
  moved: (name, owner) =>
    owner === undefined
      ? `${name}: لم يعد في قائمتك.`
      : `${name}: أصبح تابعًا لـ${owner} ولم يعد في قائمتك.`,
};
