import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number } from '../words.ts';
import { countAr, FORM_AR } from './count-ar.ts';

const n = (value: number) => number('ar', value);
const and = (items: readonly string[]) => list('ar', items);
const forms = (count: number) => countAr(count, FORM_AR);

const CHOICE = { one: 'خيار', two: 'خياران', few: 'خيارات', many: 'خيارًا' };
const OBSTACLE = { one: 'مانع', two: 'مانعان', few: 'موانع', many: 'مانعًا' };

/** Arabic for case work. */
export const caseAr: CaseStrings = {
  signIn: {
    title: 'تسجيل الدخول',
    username: 'اسم المستخدم',
    password: 'كلمة المرور',
    showPassword: 'إظهار كلمة المرور',
    hidePassword: 'إخفاء كلمة المرور',
    submit: 'تسجيل الدخول',
    busy: 'يجري تسجيل الدخول…',
    problem: 'لم يُسجَّل دخولك',
    enterUsername: 'أدخل اسم المستخدم',
    enterPassword: 'أدخل كلمة المرور',
  },
  frame: {
    skip: 'الانتقال إلى الصفحة',
    breadcrumbs: 'أين أنت',
    menu: 'القائمة',
    bar: 'المشروع',
  },
  menu: {
    empty: 'لا يوجد في هذا التطبيق ما يُفتح هنا. أخبر من أعدّه.',
    whatToDo: 'ما الذي يمكنك فعله',
    leftOut: (count) => `غير معروض: ${countAr(count, CHOICE)}`,
    missingTables: (names) =>
      `يقرأ ${and(names.map((name) => `«${name}»`))}، وهو غير موجود على هذا الحاسوب.`,
  },
  list: {
    search: 'بحث',
    searchHint: 'يجب أن تطابق كل الكلمات، في أي عمود',
    pageSize: 'الصفوف في الصفحة',
    moreOfTile: 'المزيد عن هذا الملف',
    clear: 'مسح البحث',
    shown: (shown, total) =>
      shown === total ? `${n(total)} في هذه القائمة` : `يطابق ${n(shown)} من ${n(total)}`,
    emptyTitle: 'لا شيء هنا بعد',
    empty: (owners) =>
      owners.length === 0 ? 'ما تسجّله يظهر هنا.' : `ما تسجّله أنت أو ${and(owners)} يظهر هنا.`,
    noMatch: (search) => `لا شيء يطابق «${search}».`,
    sortBy: (column) => `ترتيب حسب ${column}`,
    open: 'فتح',
    pages: 'صفحات هذه القائمة',
    previous: 'السابق',
    next: 'التالي',
    page: (page, total) => `الصفحة ${n(page)} من ${n(total)}`,
    unnamed: 'بلا اسم',
    continueWith: (count) => (count === 0 ? 'متابعة' : `متابعة مع ${n(count)}`),
    chosen: (count) => `اختير ${n(count)}`,
    chooseAll: (count) => (count === 1 ? 'اختيار هذا' : `اختيار هذه وعددها ${n(count)}`),
    chooseNone: 'عدم اختيار أي من هذه',
    export: 'حفظ كجدول (CSV)',
    orderBy: 'الترتيب',
    ownOrder: 'كما في التطبيق',
    order: (column, descending) => (descending ? `${column}، تنازليًا` : `${column}، تصاعديًا`),
    nothingFound: 'لم يُعثر على شيء',
    notFound: 'ارجع وابحث بكلمات أخرى.',
    chosenTile: 'مختار',
    most: (count) => `يمكن اختيار ${n(count)} على الأكثر. أزل واحدًا قبل إضافة آخر.`,
  },
  query: {
    title: 'البحث في كل الملفات',
    search: 'بحث',
    clear: 'مسح الإجابات',
    back: 'رجوع',
    stop: 'إيقاف البحث',
    busy: 'يجري البحث…',
    earlier: 'ما زالت القائمة تعرض ما وُجد من قبل.',
    faulty: 'راجع هذه الإجابات أولًا',
    required: 'مطلوب',
    missing: 'أعطِ إجابة',
    invalid: 'لا يمكن البحث عن هذا',
    choose: 'اختر',
    any: 'أي',
    noChoices: 'لا يوجد ما يُختار هنا بعد.',
    blankToo: 'حيث لا يُعرف هذا أيضًا',
    from: 'من',
    to: 'إلى',
  },
  remote: {
    offline: {
      title: 'لا يمكن الوصول إلى الخادم',
      body: 'البحث عن ملفات الآخرين يحتاج إلى اتصال. قوائمك ونماذجك تعمل من دونه.',
    },
    signIn: {
      title: 'انتهت جلستك',
      body: 'سجّل الدخول مرة أخرى ثم حاول من جديد.',
    },
    retry: {
      title: 'الخادم مشغول',
      body: 'حاول مرة أخرى بعد لحظات.',
    },
    refused: {
      title: 'لم ينفّذ الخادم هذا',
      body: 'لن تفيد المحاولة مرة أخرى. غيّر ما تطلبه أو أخبر من أعدّ التطبيق.',
    },
    noServer: {
      title: 'لا يوجد خادم لهذا',
      body: 'يسأل هذا التطبيق خادمًا غير متصل به هنا. قوائمك ونماذجك تعمل.',
    },
  },
  post: {
    title: 'يجري إحضار هذا الملف لك',
    busy: 'يُطلب من الخادم أن يشارك هذا الملف معك…',
  },
  detail: {
    continue: 'متابعة',
    print: 'طباعة',
    cancel: 'العودة إلى القائمة',
    tabs: 'التفاصيل',
    table: 'جدول',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner}: ${people.join('، ')}`),
    nobody: 'لا يملكه أحد',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `يراه أيضًا ${who}، من خلال «${through}»`;
    },
    empty: 'لا يوجد ما يُعرض.',
    noValue: 'فارغ',
    graph: 'رسم بياني',
    numbers: 'كجدول',
  },
  sync: {
    now: 'مزامنة الآن',
    syncing: 'تجري المزامنة…',
    allSent: 'أُرسل كل شيء',
    waiting: (count) => `في الانتظار: ${forms(count)}`,
    offline: 'بلا اتصال: محفوظ على هذا الحاسوب',
    offlineWaiting: (count) => `بلا اتصال: محفوظ على هذا الحاسوب ${forms(count)}`,
    rejected: (count) => `لم يُقبل: ${forms(count)}`,
    signedOut: 'سُجّل الخروج',
    signIn: 'سجّل الدخول مرة أخرى للإرسال',
    last: (time) => `آخر مزامنة ${time}`,
    never: 'لم تتم المزامنة بعد',
  },
  outbox: {
    title: 'النماذج على هذا الحاسوب',
    empty: 'أُرسلت كل النماذج. تظهر هنا النماذج التي لم تُرسل بعد.',
    rejectedTitle: (count) => `لم يُقبل: ${forms(count)}`,
    rejectedHelp: 'لم يقبلها الخادم كما هي. تبقى هنا حتى تقرّر.',
    waitingTitle: (count) => `ينتظر الإرسال: ${forms(count)}`,
    waitingHelp: 'تُرسل من تلقاء نفسها متى أمكن الوصول إلى الخادم.',
    sending: 'يجري الإرسال الآن…',
    waiting: 'في الانتظار',
    filled: (time) => `انتهى ${time}`,
    reason: 'السبب:',
    retry: 'إرسال مرة أخرى',
    keep: 'حفظ نسخة في ملف',
    remove: 'حذف',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `هل تحذف «${form}» نهائيًا؟`,
    confirm: 'لم تُرسل إجاباته قط ولا توجد إلا على هذا الحاسوب. عند الشك احفظ نسخة أولًا.',
    cancel: 'الاحتفاظ به',
  },
  drafts: {
    title: 'المسودات',
    empty: 'لا توجد مسودات. النماذج التي تغادرها قبل إرسالها تُحفظ هنا.',
    ownerPending: 'مملوء. ينتظر حتى يتضح من المالك.',
    changed: (time) => `تغيّر ${time}`,
    answered: (percent) => `أُجيب ${percent}`,
    changedSince: 'تغيّر شيء منذ أن بدأت',
    changedTitle: 'تغيّر شيء منذ أن بدأت هذا النموذج',
    changedMeaning: 'إجاباتك كما تركتها. راجع ما قد يتأثر بذلك.',
    change: changeAr,
    moreChanges: (count) => `و${n(count)} غير ذلك`,
    oldForm: 'حُدّث التطبيق منذ أن بدأت. تتابع هنا بالأسئلة كما كانت حينها.',
    newQuestions: 'لم تعد الأسئلة التي بدأت بها محفوظة. تتابع هنا بأسئلة اليوم.',
    begun: 'لقد بدأت هذا النموذج من قبل',
    begunOf: (name) => `لقد بدأت هذا النموذج من قبل لـ${name}`,
    startAnew: 'البدء من جديد',
    keptUntilSent: 'إذا بدأت من جديد تبقى الإجابات أعلاه بين مسوداتك حتى يُرسل النموذج الجديد.',
    keptBeside: 'إذا بدأت من جديد تبقى الإجابات أعلاه بين مسوداتك.',
    resume: 'متابعة',
    remove: 'حذف',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `هل تحذف المسودة «${form}»؟`,
    confirm: 'لا توجد إجاباتها إلا على هذا الحاسوب وستضيع.',
    cancel: 'الاحتفاظ بها',
  },
  submitted: {
    sent: 'أُرسل النموذج',
    sentBody: (form) => `وصل «${form}» إلى الخادم.`,
    saved: 'حُفظ على هذا الحاسوب',
    savedBody: (form) => `سيُرسل «${form}» من تلقاء نفسه متى أمكن الوصول إلى الخادم.`,
    rejected: 'لم يُقبل النموذج',
    rejectedBody: (form) => `لم يقبل الخادم «${form}». لم يضع شيء: هو محفوظ على هذا الحاسوب.`,
    ownedBy: (owner, people) => `يملكه ${owner}: يراه ${and(people)}`,
    ownedByNobodyElse: (owner) => `يملكه ${owner}`,
    next: 'ماذا بعد؟',
  },
  open: {
    title: 'فتح تطبيق أو نموذج',
    intro: 'تبقى ملفاتك على هذا الحاسوب.',
    drop: 'أفلت الملفات هنا أو اخترها:',
    dropNow: 'أفلت لإضافة الملفات',
    chooseApp: 'اختيار تطبيق أو نموذج',
    chooseRestore: 'اختيار الملفات الشخصية',
    chooseFolder: 'اختيار مجلد',
    folderHint: 'فيه تطبيق مفكوك الضغط',
    addressLabel: 'أو أعطِ عنوان تطبيق',
    addressError: 'أدخل عنوانًا يبدأ بـ https://',
    addAddress: 'إضافة العنوان',
    appHint: 'تطبيق CommCare ‏(.ccz) أو نموذج XForm واحد (.xml)',
    restoreHint: 'مع تطبيق: ملف restore للمستخدم (.xml)',
    given: 'جاهز للفتح',
    app: 'تطبيق',
    form: 'نموذج',
    restore: 'ملفات ومستخدم',
    folder: 'مجلد فيه تطبيق',
    address: 'يُجلب من هناك عند فتحه',
    unknown: 'ليس تطبيقًا ولا نموذجًا ولا restore',
    size: (bytes) => fileSize('ar', bytes),
    remove: (name) => `إزالة ${name}`,
    open: 'فتح',
    busy: 'يجري الفتح…',
    needsApp: 'يحتوي restore على مستخدم وملفات، لكن بلا نماذج. أضف التطبيق الذي يعمل معها.',
    unreadable: (name) =>
      `${name} ليس تطبيقًا (.ccz) ولا نموذجًا (.xml) ولا restore ‏(.xml). أزله واختر ملفًا آخر.`,
    problem: (count) => (count === 1 ? 'تعذّر فتح هذا' : `يمنع الفتح ${countAr(count, OBSTACLE)}`),
    place: (file, line) => (line === undefined ? file : `${file}، السطر ${n(line)}`),
  },
  problem: {
    title: 'حدث خطأ ما',
    details: 'تفاصيل للدعم',
    retry: 'المحاولة مرة أخرى',
    back: 'رجوع',
    safe: 'إجاباتك محفوظة على هذا الحاسوب.',
  },
  ago: (seconds) => ago('ar', seconds),
  copied: 'نُسخ',
  user: 'المستخدم:',
};

function changeAr(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `النموذج أحدث (النسخة ${change.now}، بدأت بالنسخة ${change.before}).`;
    case 'caseGone':
      return `${change.caseName}: لم يعد على هذا الحاسوب.`;
    case 'caseClosed':
      return `${change.caseName}: أُغلق.`;
    case 'property':
      return `${change.caseName}، ${change.property}: كان «${change.before}» وأصبح «${change.now}».`;
  }
}
