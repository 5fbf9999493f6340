import type { ControlStrings } from '../control-strings.ts';

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
  recordedTillFull:
    'L’enregistrement s’est arrêté, car il ne peut pas être plus long. Ce qui a été enregistré est gardé.',
  scan: 'Lire avec la caméra',
  scanning: 'Tenez le code devant la caméra',
  cannotScan: 'La caméra ne peut pas être utilisée ici. Saisissez plutôt le code.',
  scanned: (code) => `Code lu : ${code}`,

  undone: 'Annulé',
  redo: 'Refaire',

  address: {
    none: 'Il n’y a pas de recherche d’adresses ici. Écrivez l’adresse entière.',
    looking: 'Recherche d’adresses…',
    failed: 'On ne peut pas chercher d’adresses en ce moment. Ce que vous avez écrit est gardé.',
    nothing: 'Aucune adresse de ce genre n’a été trouvée. Ce que vous avez écrit est gardé.',
    found: 'Choisissez l’adresse',
  },

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
    redo: 'La refaire',
    show: 'Ces touches',
  },
};
