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
  recordedTillFull: 'ቀረጻው ከዚህ በላይ ሊረዝም ስለማይችል ቆሟል። የተቀረጸው ተቀምጧል።',
  scan: 'በካሜራ አንብብ',
  scanning: 'ኮዱን ከካሜራው ፊት ይያዙ',
  cannotScan: 'ካሜራውን እዚህ መጠቀም አይቻልም። ይልቁንም ኮዱን ይጻፉ።',
  scanned: (code) => `የተነበበው፦ ${code}`,

  undone: 'ተመልሷል',
  redo: 'ድገም',

  address: {
    none: 'እዚህ የአድራሻ ፍለጋ የለም። ሙሉ አድራሻውን ይጻፉ።',
    looking: 'አድራሻዎች በመፈለግ ላይ…',
    failed: 'አሁን አድራሻዎችን መፈለግ አይቻልም። የጻፉት ተቀምጧል።',
    nothing: 'እንዲህ ያለ አድራሻ አልተገኘም። የጻፉት ተቀምጧል።',
    found: 'አድራሻውን ይምረጡ',
  },

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
    undo: 'የመጨረሻውን መልስ ቀልብስ',
    redo: 'እንደገና አድርግ',
    show: 'እነዚህ ቁልፎች',
  },
};
