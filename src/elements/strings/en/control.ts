import type { ControlStrings } from '../control-strings.ts';

/** English for the controls that few forms have. */
export const controlEn: ControlStrings = {
  close: 'Close',
  outOf: (value, greatest) => `${value} of ${greatest}`,
  oneMore: 'One more',
  oneLess: 'One less',
  keptUnseen: 'The answer is kept and not shown',
  nextChoice: 'Next choice',

  draw: 'Draw here',
  drawn: 'Drawn',
  drawOn: 'Draw on the picture',
  clearDrawing: 'Clear drawing',
  undoStroke: 'Undo last line',
  givePicture: 'Or choose a picture',

  stopRecording: 'Stop and keep',
  recording: (time) => `Recording: ${time}`,
  cannotRecord: 'This computer does not record here. Choose a file instead.',
  recordedTillFull:
    'The recording was stopped because it may not be longer. What was recorded is kept.',
  scan: 'Scan with the camera',
  scanning: 'Hold the code in front of the camera',
  cannotScan: 'The camera cannot be used here. Type the code instead.',
  scanned: (code) => `Scanned: ${code}`,

  undone: 'Undone',
  redo: 'Redo',

  address: {
    none: 'There is no address search here. Write the whole address.',
    looking: 'Looking for addresses…',
    failed: 'Addresses cannot be looked up now. What you wrote is kept.',
    nothing: 'No such address was found. What you wrote is kept.',
    found: 'Choose the address',
  },

  keys: {
    title: 'Keys',
    next: 'Next or previous question',
    choose: 'Choose by number',
    tick: 'Tick, press a button',
    list: 'Go through choices',
    clear: 'Close a list, clear a choice',
    turn: 'Next screen, from a box',
    turnAnywhere: 'Next or previous screen',
    finish: 'Go on, or send at the end',
    undo: 'Undo the last answer',
    redo: 'Do it again',
    show: 'These keys',
  },
};
