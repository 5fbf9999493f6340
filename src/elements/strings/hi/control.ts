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
  scan: 'कैमरे से स्कैन करें',
  scanning: 'कोड को कैमरे के सामने रखें',
  cannotScan: 'यहाँ कैमरा काम नहीं कर सकता। इसके बदले कोड लिखें।',
  scanned: (code) => `स्कैन हुआ: ${code}`,

  map: 'नक्शा',
  setPlace: 'जगह चुनने के लिए नक्शे पर क्लिक करें या निशान को खींचें। खानों से भी यही होता है।',
  setPoints: 'बिंदु जोड़ने के लिए नक्शे पर क्लिक करें, खिसकाने के लिए बिंदु को खींचें। खानों से भी यही होता है।',
  mapPoint: (position) => `बिंदु ${position}`,
  zoomIn: 'पास लाएँ',
  zoomOut: 'दूर ले जाएँ',

  findAddress: 'पता खोजें',
  findingAddress: 'पता खोजा जा रहा है…',
  addressesFound: (count) => `${count} पते मिले। नीचे से एक चुनें।`,
  cannotFindAddress: 'कोई पता नहीं मिला। आपका लिखा हुआ रखा गया है।',

  undoAnswer: (label) => `उत्तर वापस लें: ${label}`,
  undoAdd: 'जोड़ना वापस लें',
  undoRemove: 'हटाना वापस लें',
  undone: 'वापस लिया गया',

  print: 'प्रिंट करें या PDF के रूप में सहेजें',
  printedAt: (time) => `प्रिंट का समय: ${time}`,

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
    firstError: 'जाँचने के लिए अगला उत्तर',
    show: 'ये कुंजियाँ',
  },
};
