import type { ControlStrings } from '../control-strings.ts';

/** Amharic for the controls that few forms have. */
export const controlAm: ControlStrings = {
  close: 'ዝጋ',
  outOf: (value, greatest) => `${value} ከ ${greatest}`,
  oneMore: 'አንድ ጨምር',
  oneLess: 'አንድ ቀንስ',
  keptUnseen: 'መልሱ ተቀምጧል፣ አይታይም',
  nextChoice: 'ቀጣይ ምርጫ',

  draw: 'እዚህ ይሳሉ',
  drawn: 'ተስሏል',
  drawOn: 'በምስሉ ላይ ይሳሉ',
  clearDrawing: 'ስዕሉን አጥፋ',
  undoStroke: 'የመጨረሻውን መስመር መልስ',
  givePicture: 'ወይም ምስል ይምረጡ',

  stopRecording: 'አቁም እና አስቀምጥ',
  recording: (time) => `እየቀዳ ነው፦ ${time}`,
  cannotRecord: 'ይህ ኮምፒውተር እዚህ መቅዳት አይችልም። ይልቁንም ፋይል ይምረጡ።',
  scan: 'በካሜራ አንብብ',
  scanning: 'ኮዱን ከካሜራው ፊት ይያዙ',
  cannotScan: 'ካሜራውን እዚህ መጠቀም አይቻልም። ይልቁንም ኮዱን ይጻፉ።',
  scanned: (code) => `የተነበበው፦ ${code}`,

  map: 'ካርታ',
  setPlace: 'ቦታውን ለመምረጥ ካርታውን ይጫኑ ወይም ምልክቱን ይጎትቱ። ሳጥኖቹም ያንኑ ያደርጋሉ።',
  setPoints: 'ነጥብ ለመጨመር ካርታውን ይጫኑ፣ ለማንቀሳቀስ ነጥቡን ይጎትቱ። ሳጥኖቹም ያንኑ ያደርጋሉ።',
  mapPoint: (position) => `ነጥብ ${position}`,
  zoomIn: 'አቅርብ',
  zoomOut: 'አርቅ',

  findAddress: 'አድራሻ ፈልግ',
  findingAddress: 'አድራሻው እየተፈለገ ነው…',
  addressesFound: (count) => `${count} አድራሻዎች ተገኝተዋል። ከታች አንዱን ይምረጡ።`,
  cannotFindAddress: 'አድራሻ አልተገኘም። የጻፉት ተቀምጧል።',

  undoAnswer: (label) => `መልሱን መልስ፦ ${label}`,
  undoAdd: 'መጨመሩን መልስ',
  undoRemove: 'ማስወገዱን መልስ',
  undone: 'ተመልሷል',

  print: 'አትም ወይም እንደ PDF አስቀምጥ',
  printedAt: (time) => `የታተመው፦ ${time}`,

  keys: {
    title: 'ቁልፎች',
    next: 'ቀጣይ ወይም ቀዳሚ ጥያቄ',
    choose: 'በቁጥር መምረጥ',
    tick: 'ምልክት ማድረግ፣ አዝራር መጫን',
    list: 'በምርጫዎች ውስጥ መሄድ',
    clear: 'ዝርዝር መዝጋት፣ ምርጫ ማጥፋት',
    turn: 'ከሳጥን ወደ ቀጣይ ገጽ',
    turnAnywhere: 'ቀጣይ ወይም ቀዳሚ ገጽ',
    finish: 'መቀጠል፣ በመጨረሻ መላክ',
    undo: 'የመጨረሻውን መልስ መመለስ',
    firstError: 'የሚታይ ቀጣይ መልስ',
    show: 'እነዚህ ቁልፎች',
  },
};
