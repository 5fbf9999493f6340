import type { ControlStrings } from '../control-strings.ts';

/** Hindi for the controls that few forms have. */
export const controlHi: ControlStrings = {
  close: 'बंद करें',
  outOf: (value, greatest) => `${greatest} में से ${value}`,
  oneMore: 'एक बढ़ाएँ',
  oneLess: 'एक घटाएँ',
  keptUnseen: 'उत्तर रखा गया है और दिखाया नहीं जाता',
  nextChoice: 'अगला विकल्प',

  draw: 'यहाँ चित्र बनाएँ',
  drawn: 'चित्र बन गया',
  drawOn: 'तस्वीर पर चित्र बनाएँ',
  clearDrawing: 'चित्र मिटाएँ',
  undoStroke: 'पिछली रेखा हटाएँ',
  givePicture: 'या कोई तस्वीर चुनें',

  stopRecording: 'रोकें और रखें',
  recording: (time) => `रिकॉर्ड हो रहा है: ${time}`,
  cannotRecord: 'यह कंप्यूटर यहाँ रिकॉर्ड नहीं कर सकता। इसके बदले फ़ाइल चुनें।',
  recordedTillFull: 'रिकॉर्डिंग रुक गई, क्योंकि यह और लंबी नहीं हो सकती। जो रिकॉर्ड हुआ वह रखा गया है।',
  scan: 'कैमरे से स्कैन करें',
  scanning: 'कोड को कैमरे के सामने रखें',
  cannotScan: 'यहाँ कैमरा काम नहीं कर सकता। इसके बदले कोड लिखें।',
  scanned: (code) => `स्कैन हुआ: ${code}`,

  undone: 'वापस लिया गया',
  redo: 'फिर से करें',

  address: {
    none: 'यहाँ पते नहीं खोजे जा सकते। पूरा पता लिखें।',
    looking: 'पते खोजे जा रहे हैं…',
    failed: 'अभी पते नहीं खोजे जा सकते। आपका लिखा हुआ रखा गया है।',
    nothing: 'ऐसा कोई पता नहीं मिला। आपका लिखा हुआ रखा गया है।',
    found: 'पता चुनें',
  },

  keys: {
    title: 'कुंजियाँ',
    next: 'अगला या पिछला प्रश्न',
    choose: 'संख्या से चुनें',
    tick: 'निशान लगाएँ, बटन दबाएँ',
    list: 'विकल्पों में घूमें',
    clear: 'सूची बंद करें, चुनाव मिटाएँ',
    turn: 'खाने से अगली स्क्रीन पर',
    turnAnywhere: 'अगली या पिछली स्क्रीन',
    finish: 'आगे बढ़ें, या अंत में भेजें',
    undo: 'पिछला उत्तर वापस लें',
    redo: 'उसे फिर से करें',
    show: 'ये कुंजियाँ',
  },
};
