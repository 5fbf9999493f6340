import type { AppStrings } from './app-strings.ts';

export const appsFr: AppStrings = {
  hint: 'Ce avec quoi on travaille. Une application déjà présente devient, une fois téléversée à nouveau, sa nouvelle version ; on la reçoit en l’ouvrant.',
  upload: 'Téléverser une application',
  uploadHint:
    'Un .ccz de CommCare, un dossier zippé avec un app.json, ou un seul formulaire (.xml).',
  newVersion: 'Nouvelle version',
  newVersionHint: (name) => `Un fichier avec une autre version de ${name}.`,
  file: 'Fichier',
  uploaded: (name) => `${name} est en place et devient la version actuelle.`,
  version: 'Version',
  ofServer: 'vient avec le serveur',
  ownName: (name) => `Laissez vide pour l’appeler ${name}.`,
  sharing: 'Partage des dossiers',
  shares: 'partage les dossiers',
  sharesNothing: 'ne partage pas les dossiers',
  createsNothing: 'ne crée aucun dossier à partager',
  caseSharing: 'Partage des dossiers',
  asTheApp: (shares) => (shares ? 'Selon l’application : oui' : 'Selon l’application : non'),
  on: 'Oui : les nouveaux dossiers vont au groupe ou au site',
  off: 'Non : les nouveaux dossiers vont à la personne qui les enregistre',
  isCompiled: 'Cette application est compilée : le partage se règle là où elle a été construite.',
  receivers: 'Pour qui',
  everybody: 'tout le monde',
  receiversHint:
    'Choisissez des groupes pour ne la proposer qu’à leurs membres. Sans groupe, elle est pour tout le monde.',
  versions: 'Versions',
  versionsHint:
    'Tout le monde reçoit celle qui est choisie ici. Ce qui a été commencé avec une autre continue avec elle.',
  versionName: (version, ownVersion) => `${version} (se dit ${ownVersion})`,
  versionFrom: (file, when, username) => `${file}, ${when}, ${username}`,
  delete: 'Retirer cette application',
  deleteHint:
    'Elle part avec toutes ses versions. Les dossiers et les formulaires restent, et ce qui a été commencé aussi.',
  deleteAsk: (name) => `Retirer ${name} ?`,
};
