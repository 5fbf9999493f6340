import type { AppStrings } from '../app-strings.ts';
import { plural } from '../words.ts';

/** French for the page around case work. */
export const appFr: AppStrings = {
  loading: 'Un instant…',
  interfaceLanguage: { label: 'Langue de cette page', automatic: 'Automatique' },
  loadingCases: {
    title: 'Vos dossiers arrivent',
    preparing: 'Le serveur les prépare…',
    prepared: (percent) => `Le serveur les prépare : ${percent} % prêts`,
    received: (size) => `${size} reçus`,
    read: (percent) => `${percent} % lus`,
    saving: 'Enregistrement sur cet ordinateur…',
    once: 'La première fois prend un moment.',
    cancel: 'Annuler',
  },
  signOut: 'Se déconnecter',
  close: 'Fermer l’application',
  inspect: 'Inspecter',
  fromFiles: 'Ouverte à partir de fichiers : rien ne quitte cet ordinateur',
  unsent: (count) =>
    plural('fr', count, `${count} formulaire non envoyé`, `${count} formulaires non envoyés`),
  drafts: (count) => plural('fr', count, `${count} brouillon`, `${count} brouillons`),
  goOn: 'Continuer',
  saveCopy: 'Enregistrer une copie du formulaire',
  saveAndLeave: 'Enregistrer et quitter',
  formTitle: 'Ce formulaire ne peut pas être ouvert',
  formMeaning: 'Le formulaire lui-même a un défaut. Rien de ce que vous avez saisi n’est touché.',
  formRemedy: 'Envoyez le texte ci-dessous à la personne qui a créé l’application.',
  screenTitle: 'Cette page ne peut pas être affichée',
  screenMeaning: 'L’application a un défaut à cet endroit. Le reste fonctionne.',
  screenRemedy: 'Revenez en arrière et envoyez le texte ci-dessous à qui a créé l’application.',
  assertionTitle: 'Vous ne pouvez pas continuer ici',
  assertionRemedy: 'Revenez en arrière, ou demandez à votre responsable.',
  saveTitle: 'Le formulaire n’a pas pu être enregistré',
  saveMeaning: 'Tout ce que vous avez saisi est encore là, sur cette page.',
  saveRemedy: 'Lisez la raison ci-dessous et réessayez. Ne fermez pas cette page avant.',
  syncTitle: 'Les nouveautés n’ont pas pu être récupérées',
  syncRemedy:
    'Vos formulaires sont en sécurité sur cet ordinateur. Synchronisez de nouveau ou prévenez votre responsable.',
  signInAgain: 'Se reconnecter',
  later: 'Plus tard',
  faults: (count) =>
    plural('fr', count, 'Ce formulaire a un défaut', `Ce formulaire a ${count} défauts`),
  faultsMeaning:
    'Vous pouvez le remplir et l’envoyer, mais ce qu’il devrait calculer à ces endroits reste vide. Envoyez les détails à la personne qui l’a créé.',
  sessionEnded:
    'Vous avez été déconnecté. Reconnectez-vous pour envoyer vos formulaires ; cette page reste telle quelle.',
  ownerPending:
    'Votre saisie est gardée comme brouillon. Vous pourrez l’envoyer quand les réglages auront changé.',
  apps: {
    title: 'Choisissez une application',
    all: 'Toutes les applications',
    empty: 'Ce projet n’a pas encore d’application pour vous. Demandez à votre responsable.',
    problem: 'Cela n’a pas fonctionné',
    notOffered: (id) =>
      `L’adresse suivie mène à une application, « ${id} », qui ne vous est pas proposée ici.`,
  },
  link: {
    title: 'Ceci mène à une autre application',
    leadsTo: (host) => `Elle se trouve sur ${host}. Ce que vous avez fait ici est conservé.`,
    go: 'Y aller',
    refused:
      'Ce n’est pas une adresse du web, elle n’est donc pas ouverte. Prévenez la personne qui a créé l’application.',
  },
  appNotes: {
    problems: (count) =>
      plural(
        'fr',
        count,
        'Une partie de cette application ne fonctionne pas telle quelle. Le reste fonctionne.',
        `${count} parties de cette application ne fonctionnent pas telles quelles. Le reste fonctionne.`,
      ),
    practise: 'S’exercer',
    practiceMeaning: 'Avec des dossiers fictifs. Rien n’est envoyé ni conservé.',
    practising: 'Exercice : rien n’est envoyé ni conservé',
    endPractice: 'Terminer l’exercice',
  },
  actAs: {
    open: 'Travailler comme…',
    title: 'Travailler comme quelqu’un d’autre',
    meaning:
      'Vous voyez ce que voit cette personne, et les formulaires envoyés comptent comme les siens. C’est consigné.',
    search: 'Chercher par nom, groupe ou lieu',
    nobody: 'Personne ne porte ce nom ni n’appartient à un tel groupe ou lieu.',
    more: (count) =>
      plural(
        'fr',
        count,
        'Une personne de plus : précisez le nom.',
        `${count} personnes de plus : précisez le nom.`,
      ),
    unknown: 'Le serveur est inaccessible. Vérifiez votre connexion, puis réessayez.',
    found: (count) => plural('fr', count, 'Une personne trouvée', `${count} personnes trouvées`),
    end: (name) => `Revenir à ${name}`,
  },
  movedRead: 'Ne plus afficher',
  movedMore: (count) =>
    plural(
      'fr',
      count,
      'Un autre n’est plus dans votre liste.',
      `${count} autres ne sont plus dans votre liste.`,
    ),
  moved: (name, owner) =>
    owner === undefined
      ? `${name} n’est plus dans votre liste.`
      : `${name} appartient maintenant à ${owner} et n’est plus dans votre liste.`,
};
