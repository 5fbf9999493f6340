import type { ControlStrings } from '../control-strings.ts';

/** Portuguese for the controls that few forms have. */
export const controlPt: ControlStrings = {
  close: 'Fechar',
  outOf: (value, greatest) => `${value} de ${greatest}`,
  oneMore: 'Mais um',
  oneLess: 'Menos um',
  keptUnseen: 'A resposta é guardada e não é mostrada',
  nextChoice: 'Opção seguinte',

  draw: 'Desenhe aqui',
  drawn: 'Desenhado',
  drawOn: 'Desenhe sobre a imagem',
  clearDrawing: 'Apagar o desenho',
  undoStroke: 'Desfazer o último traço',
  givePicture: 'Ou escolha uma imagem',

  stopRecording: 'Parar e guardar',
  recording: (time) => `A gravar: ${time}`,
  cannotRecord: 'Este computador não grava aqui. Escolha um ficheiro.',
  recordedTillFull:
    'A gravação parou porque não pode ser mais longa. O que foi gravado fica guardado.',
  scan: 'Ler com a câmara',
  scanning: 'Ponha o código em frente da câmara',
  cannotScan: 'A câmara não pode ser usada aqui. Escreva o código.',
  scanned: (code) => `Código lido: ${code}`,

  undone: 'Desfeito',
  redo: 'Refazer',

  address: {
    none: 'Aqui não há procura de endereços. Escreva o endereço completo.',
    looking: 'A procurar endereços…',
    failed: 'Agora não é possível procurar endereços. O que escreveu fica guardado.',
    nothing: 'Não se encontrou esse endereço. O que escreveu fica guardado.',
    found: 'Escolha o endereço',
  },

  keys: {
    title: 'Teclas',
    next: 'Pergunta seguinte ou anterior',
    choose: 'Escolher pelo número',
    tick: 'Marcar, premir um botão',
    list: 'Percorrer as opções',
    clear: 'Fechar uma lista, apagar uma escolha',
    turn: 'Ecrã seguinte, a partir de um campo',
    turnAnywhere: 'Ecrã seguinte ou anterior',
    finish: 'Continuar, ou enviar no fim',
    undo: 'Desfazer a última resposta',
    redo: 'Refazê-la',
    show: 'Estas teclas',
  },
};
