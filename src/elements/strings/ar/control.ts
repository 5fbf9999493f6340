import type { ControlStrings } from '../control-strings.ts';

/** Arabic for the controls that few forms have. */
export const controlAr: ControlStrings = {
  close: 'إغلاق',
  outOf: (value, greatest) => `${value} من ${greatest}`,
  oneMore: 'زيادة واحد',
  oneLess: 'إنقاص واحد',
  keptUnseen: 'الإجابة محفوظة ولا تُعرض',
  nextChoice: 'الخيار التالي',

  draw: 'ارسم هنا',
  drawn: 'تم الرسم',
  drawOn: 'ارسم على الصورة',
  clearDrawing: 'مسح الرسم',
  undoStroke: 'التراجع عن آخر خط',
  givePicture: 'أو اختر صورة',

  stopRecording: 'إيقاف وحفظ',
  recording: (time) => `جارٍ التسجيل: ${time}`,
  cannotRecord: 'لا يمكن التسجيل هنا على هذا الجهاز. اختر ملفًا بدلًا من ذلك.',
  recordedTillFull: 'توقّف التسجيل لأنه لا يمكن أن يكون أطول. ما سُجّل محفوظ.',
  scan: 'المسح بالكاميرا',
  scanning: 'ضع الرمز أمام الكاميرا',
  cannotScan: 'لا يمكن استخدام الكاميرا هنا. اكتب الرمز بدلًا من ذلك.',
  scanned: (code) => `الرمز المقروء: ${code}`,

  undone: 'تم التراجع',
  redo: 'إعادة',

  address: {
    none: 'لا يوجد هنا بحث عن العناوين. اكتب العنوان كاملًا.',
    looking: 'يجري البحث عن العناوين…',
    failed: 'لا يمكن البحث عن العناوين الآن. ما كتبته محفوظ.',
    nothing: 'لم يُعثر على هذا العنوان. ما كتبته محفوظ.',
    found: 'اختر العنوان',
  },

  keys: {
    title: 'المفاتيح',
    next: 'السؤال التالي أو السابق',
    choose: 'الاختيار بالرقم',
    tick: 'وضع علامة أو ضغط زر',
    list: 'التنقل بين الخيارات',
    clear: 'إغلاق قائمة أو مسح اختيار',
    turn: 'الشاشة التالية من داخل خانة',
    turnAnywhere: 'الشاشة التالية أو السابقة',
    finish: 'المتابعة، أو الإرسال في النهاية',
    undo: 'التراجع عن آخر إجابة',
    redo: 'إعادتها',
    show: 'هذه المفاتيح',
  },
};
