import type { ConcernStrings } from './concern-strings.ts';

export const concernsFr: ConcernStrings = {
  hint: 'Formulaires qui ont touché un dossier que leur auteur ne détenait pas, ou qui en ont donné un à personne. Ils ont été enregistrés malgré tout : vérifiez que tout va bien, et dites-le.',
  none: 'Rien à vérifier. Les formulaires qui vont au-delà de ce que leur auteur peut toucher apparaissent ici, tant que le projet les enregistre et les signale.',
  form: (name, username) => `${name}, par ${username}`,
  foreignCase: 'a été modifié alors que l’auteur ne le détenait pas',
  foreignTarget: (target) =>
    `a été rattaché au dossier ${target}, que l’auteur ne détenait pas et qu’il voit désormais`,
  unknownOwner: (owner) =>
    `a été donné à ${owner}, qui n’est personne dans ce projet : nul ne le voit`,
  seen: 'Tout va bien',
  seenOf: (form) => `Tout va bien avec ${form}`,
  seenBy: (username) => `${username} l’a vérifié`,
  marked: (form) => `${form} : mis de côté.`,
  withSeen: 'Montrer aussi ce que quelqu’un a vérifié',
  older: 'Formulaires plus anciens',
};
