import type { ControlStrings } from '../control-strings.ts';
import { plural } from '../words.ts';

/** French for the controls that few forms have. */
export const controlFr: ControlStrings = {
  close: 'Fermer',
  outOf: (value, greatest) => `${value} sur ${greatest}`,
  oneMore: 'Un de plus',
  oneLess: 'Un de moins',
  keptUnseen: 'La réponse est gardée et n’est pas affichée',
  nextChoice: 'Choix suivant',

  draw: 'Dessinez ici',
  drawn: 'Dessiné',
  drawOn: 'Dessinez sur l’image',
  clearDrawing: 'Effacer le dessin',
  undoStroke: 'Annuler le dernier trait',
  givePicture: 'Ou choisissez une image',

  stopRecording: 'Arrêter et garder',
  recording: (time) => `Enregistrement : ${time}`,
  cannotRecord: 'Cet ordinateur n’enregistre pas ici. Choisissez plutôt un fichier.',
  scan: 'Lire avec la caméra',
  scanning: 'Tenez le code devant la caméra',
  cannotScan: 'La caméra ne peut pas être utilisée ici. Saisissez plutôt le code.',
  scanned: (code) => `Code lu : ${code}`,

  map: 'Carte',
  setPlace:
    'Cliquez sur la carte pour placer le lieu, ou faites glisser le repère. Les champs font de même.',
  setPoints:
    'Cliquez sur la carte pour ajouter un point, faites-le glisser pour le déplacer. Les champs font de même.',
  mapPoint: (position) => `Point ${position}`,
  zoomIn: 'Plus près',
  zoomOut: 'Plus loin',

  findAddress: 'Chercher l’adresse',
  findingAddress: 'Recherche de l’adresse…',
  addressesFound: (count) =>
    plural(
      'fr',
      count,
      `${count} adresse. Choisissez-la ci-dessous.`,
      `${count} adresses. Choisissez-en une ci-dessous.`,
    ),
  cannotFindAddress: 'Aucune adresse trouvée. Votre saisie est gardée.',

  undoAnswer: (label) => `Annuler la réponse : ${label}`,
  undoAdd: 'Annuler l’ajout',
  undoRemove: 'Annuler le retrait',
  undone: 'Annulé',

  print: 'Imprimer ou enregistrer en PDF',
  printedAt: (time) => `Imprimé le ${time}`,

  keys: {
    title: 'Touches',
    next: 'Question suivante ou précédente',
    choose: 'Choisir par son numéro',
    tick: 'Cocher, appuyer sur un bouton',
    list: 'Parcourir les choix',
    clear: 'Fermer une liste, effacer un choix',
    turn: 'Écran suivant, depuis un champ',
    turnAnywhere: 'Écran suivant ou précédent',
    finish: 'Continuer, ou envoyer à la fin',
    undo: 'Annuler la dernière réponse',
    firstError: 'Réponse suivante à vérifier',
    show: 'Ces touches',
  },
};
