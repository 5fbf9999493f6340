import type { ControlStrings } from '../control-strings.ts';

/** Spanish for the controls that few forms have. */
export const controlEs: ControlStrings = {
  close: 'Cerrar',
  outOf: (value, greatest) => `${value} de ${greatest}`,
  oneMore: 'Uno más',
  oneLess: 'Uno menos',
  keptUnseen: 'La respuesta se guarda y no se muestra',
  nextChoice: 'Opción siguiente',

  draw: 'Dibuje aquí',
  drawn: 'Dibujado',
  drawOn: 'Dibuje sobre la imagen',
  clearDrawing: 'Borrar el dibujo',
  undoStroke: 'Deshacer el último trazo',
  givePicture: 'O elija una imagen',

  stopRecording: 'Parar y guardar',
  recording: (time) => `Grabando: ${time}`,
  cannotRecord: 'Este equipo no puede grabar aquí. Elija un archivo.',
  recordedTillFull: 'La grabación se detuvo porque no puede ser más larga. Lo grabado se conserva.',
  scan: 'Leer con la cámara',
  scanning: 'Ponga el código delante de la cámara',
  cannotScan: 'No se puede usar la cámara aquí. Escriba el código.',
  scanned: (code) => `Código leído: ${code}`,

  undone: 'Deshecho',
  redo: 'Rehacer',

  address: {
    none: 'Aquí no hay búsqueda de direcciones. Escriba la dirección completa.',
    looking: 'Buscando direcciones…',
    failed: 'Ahora no se pueden buscar direcciones. Se guarda lo que escribió.',
    nothing: 'No se encontró esa dirección. Se guarda lo que escribió.',
    found: 'Elija la dirección',
  },

  keys: {
    title: 'Teclas',
    next: 'Pregunta siguiente o anterior',
    choose: 'Elegir por número',
    tick: 'Marcar, pulsar un botón',
    list: 'Recorrer las opciones',
    clear: 'Cerrar una lista, borrar una elección',
    turn: 'Pantalla siguiente, desde un campo',
    turnAnywhere: 'Pantalla siguiente o anterior',
    finish: 'Seguir, o enviar al final',
    undo: 'Deshacer la última respuesta',
    redo: 'Rehacerla',
    show: 'Estas teclas',
  },
};
