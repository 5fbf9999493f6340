import type { ControlStrings } from '../control-strings.ts';
import { plural } from '../words.ts';

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
  scan: 'Ler com a câmara',
  scanning: 'Ponha o código em frente da câmara',
  cannotScan: 'A câmara não pode ser usada aqui. Escreva o código.',
  scanned: (code) => `Código lido: ${code}`,

  map: 'Mapa',
  setPlace: 'Clique no mapa para marcar o lugar, ou arraste a marca. Os campos fazem o mesmo.',
  setPoints:
    'Clique no mapa para juntar um ponto e arraste-o para o mover. Os campos fazem o mesmo.',
  mapPoint: (position) => `Ponto ${position}`,
  zoomIn: 'Mais perto',
  zoomOut: 'Mais longe',

  findAddress: 'Procurar o endereço',
  findingAddress: 'A procurar o endereço…',
  addressesFound: (count) =>
    plural('pt', count, '1 endereço. Escolha-o abaixo.', `${count} endereços. Escolha um abaixo.`),
  cannotFindAddress: 'Nenhum endereço encontrado. O que escreveu fica guardado.',

  undoAnswer: (label) => `Desfazer a resposta: ${label}`,
  undoAdd: 'Desfazer o que juntou',
  undoRemove: 'Desfazer o que tirou',
  undone: 'Desfeito',

  print: 'Imprimir ou guardar como PDF',
  printedAt: (time) => `Impresso: ${time}`,

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
    firstError: 'Resposta seguinte a verificar',
    show: 'Estas teclas',
  },
};
