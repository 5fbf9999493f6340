import type { ControlStrings } from '../control-strings.ts';

/** Swahili for the controls that few forms have. */
export const controlSw: ControlStrings = {
  close: 'Funga',
  outOf: (value, greatest) => `${value} kati ya ${greatest}`,
  oneMore: 'Ongeza moja',
  oneLess: 'Punguza moja',
  keptUnseen: 'Jibu limehifadhiwa na halionyeshwi',
  nextChoice: 'Chaguo linalofuata',

  draw: 'Chora hapa',
  drawn: 'Imechorwa',
  drawOn: 'Chora juu ya picha',
  clearDrawing: 'Futa mchoro',
  undoStroke: 'Tengua mstari wa mwisho',
  givePicture: 'Au chagua picha',

  stopRecording: 'Simamisha na uhifadhi',
  recording: (time) => `Inarekodi: ${time}`,
  cannotRecord: 'Kompyuta hii haiwezi kurekodi hapa. Chagua faili badala yake.',
  recordedTillFull:
    'Kurekodi kumesimama kwa sababu hakuwezi kuwa kurefu zaidi. Kilichorekodiwa kimehifadhiwa.',
  scan: 'Soma kwa kamera',
  scanning: 'Shika msimbo mbele ya kamera',
  cannotScan: 'Kamera haiwezi kutumika hapa. Andika msimbo badala yake.',
  scanned: (code) => `Imesomwa: ${code}`,

  undone: 'Imetenduliwa',
  redo: 'Rudia',

  address: {
    none: 'Hapa hakuna utafutaji wa anwani. Andika anwani yote.',
    looking: 'Inatafuta anwani…',
    failed: 'Anwani haziwezi kutafutwa sasa. Ulichoandika kimehifadhiwa.',
    nothing: 'Anwani hiyo haikupatikana. Ulichoandika kimehifadhiwa.',
    found: 'Chagua anwani',
  },

  keys: {
    title: 'Vitufe',
    next: 'Swali linalofuata au lililotangulia',
    choose: 'Chagua kwa namba',
    tick: 'Weka alama, bonyeza kitufe',
    list: 'Pitia machaguo',
    clear: 'Funga orodha, futa chaguo',
    turn: 'Skrini inayofuata, kutoka kisanduku',
    turnAnywhere: 'Skrini inayofuata au iliyotangulia',
    finish: 'Endelea, au tuma mwishoni',
    undo: 'Tendua jibu la mwisho',
    redo: 'Lirudie',
    show: 'Vitufe hivi',
  },
};
