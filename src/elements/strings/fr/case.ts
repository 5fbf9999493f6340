import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number, plural } from '../words.ts';

const n = (value: number) => number('fr', value);
const and = (items: readonly string[]) => list('fr', items);
const forms = (count: number) =>
  plural('fr', count, `${n(count)} formulaire`, `${n(count)} formulaires`);
const agree = (count: number, word: string) => plural('fr', count, word, `${word}s`);

/** French for case work. */
export const caseFr: CaseStrings = {
  signIn: {
    title: 'Connexion',
    username: 'Nom d’utilisateur',
    password: 'Mot de passe',
    showPassword: 'Afficher le mot de passe',
    hidePassword: 'Masquer le mot de passe',
    submit: 'Se connecter',
    busy: 'Connexion…',
    problem: 'Vous n’êtes pas connecté',
    enterUsername: 'Saisissez votre nom d’utilisateur',
    enterPassword: 'Saisissez votre mot de passe',
  },
  frame: {
    skip: 'Aller à la page',
    breadcrumbs: 'Où vous êtes',
    menu: 'Menu de l’application',
    bar: 'Projet',
  },
  menu: {
    empty: 'Cette application n’a rien à ouvrir ici. Prévenez la personne qui l’a créée.',
    whatToDo: 'Voir ce que vous pouvez faire',
    leftOut: (count) =>
      plural('fr', count, `${n(count)} choix manque`, `${n(count)} choix manquent`),
    missingTables: (names) =>
      `Lit ${and(names.map((name) => `« ${name} »`))}, qui ${plural('fr', names.length, 'n’est', 'ne sont')} pas sur cet appareil.`,
  },
  list: {
    search: 'Rechercher',
    pageSize: 'Lignes par page',
    moreOfTile: 'Plus sur ce cas',
    searchHint: 'Tous les mots doivent se trouver, dans n’importe quelle colonne',
    clear: 'Effacer la recherche',
    shown: (shown, total) =>
      shown === total
        ? `${n(total)} dans cette liste`
        : `${n(shown)} sur ${n(total)} ${plural('fr', shown, 'correspond', 'correspondent')}`,
    emptyTitle: 'Rien pour l’instant',
    empty: (owners) =>
      owners.length === 0
        ? 'Ce que vous enregistrez apparaît ici.'
        : `Ce que vous enregistrez apparaît ici, comme ce qu’enregistre ${and(owners)}.`,
    noMatch: (search) => `Rien ne correspond à « ${search} ».`,
    sortBy: (column) => `Trier par ${column}`,
    open: 'Ouvrir',
    pages: 'Pages de cette liste',
    previous: 'Précédent',
    next: 'Suivant',
    page: (page, total) => `Page ${n(page)} sur ${n(total)}`,
    unnamed: 'Sans nom',
    continueWith: (count) => (count === 0 ? 'Continuer' : `Continuer avec ${n(count)}`),
    chosen: (count) => `${n(count)} ${agree(count, 'choisi')}`,
    chooseAll: (count) => plural('fr', count, 'Choisir celui-ci', `Choisir ces ${n(count)}`),
    chooseNone: 'N’en choisir aucun ici',
    export: 'Enregistrer en tableau (CSV)',
    orderBy: 'Ordre',
    ownOrder: 'Celui de l’application',
    order: (column, descending) => (descending ? `${column}, décroissant` : `${column}, croissant`),
    nothingFound: 'Rien n’a été trouvé',
    notFound: 'Revenez et cherchez avec d’autres mots.',
    chosenTile: 'Choisi',
    most: (count) => `${n(count)} au plus. Retirez-en avant d’en ajouter.`,
  },
  query: {
    title: 'Chercher dans tous les dossiers',
    search: 'Chercher',
    clear: 'Effacer les réponses',
    back: 'Revenir',
    stop: 'Arrêter la recherche',
    busy: 'Recherche en cours…',
    earlier: 'La liste montre encore ce qui avait été trouvé avant.',
    faulty: 'Vérifiez d’abord ces réponses',
    required: 'obligatoire',
    missing: 'Donnez une réponse',
    invalid: 'On ne peut pas chercher cela',
    choose: 'Choisir',
    any: 'Tous',
    noChoices: 'Il n’y a encore rien à choisir ici.',
    blankToo: 'Aussi là où ce n’est pas connu',
    from: 'Du',
    to: 'Au',
  },
  remote: {
    offline: {
      title: 'Le serveur est injoignable',
      body: 'Chercher les dossiers des autres demande une connexion. Vos listes et vos formulaires marchent sans.',
    },
    signIn: {
      title: 'Vous êtes déconnecté',
      body: 'Reconnectez-vous, puis essayez encore.',
    },
    retry: {
      title: 'Le serveur est occupé',
      body: 'Essayez encore dans un moment.',
    },
    refused: {
      title: 'Le serveur ne l’a pas fait',
      body: 'Essayer encore ne servira à rien. Changez ce que vous demandez, ou parlez-en à la personne qui a fait l’application.',
    },
    noServer: {
      title: 'Il n’y a pas de serveur pour cela',
      body: 'Cette application demande un serveur auquel elle n’est pas reliée ici. Vos listes et vos formulaires marchent.',
    },
  },
  post: {
    title: 'Ce dossier vient chez vous',
    busy: 'Le serveur est prié de partager ce dossier avec vous…',
  },
  detail: {
    continue: 'Continuer',
    print: 'Imprimer',
    cancel: 'Retour à la liste',
    tabs: 'Détails',
    table: 'Tableau',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner} : ${people.join(', ')}`),
    nobody: 'N’appartient à personne',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `Visible aussi pour ${who}, par « ${through} »`;
    },
    empty: 'Il n’y a rien à afficher.',
    noValue: 'Vide',
    graph: 'Graphique',
    numbers: 'En tableau',
  },
  sync: {
    now: 'Synchroniser',
    syncing: 'Synchronisation…',
    allSent: 'Tout est envoyé',
    waiting: (count) => `${forms(count)} en attente`,
    offline: 'Hors ligne : enregistré sur cet ordinateur',
    offlineWaiting: (count) =>
      `Hors ligne : ${forms(count)} ${agree(count, 'enregistré')} sur cet ordinateur`,
    rejected: (count) => `${forms(count)} ${agree(count, 'refusé')}`,
    signedOut: 'Déconnecté',
    signIn: 'Se reconnecter pour envoyer',
    last: (time) => `Dernière synchronisation ${time}`,
    never: 'Pas encore synchronisé',
  },
  outbox: {
    title: 'Formulaires sur cet ordinateur',
    empty: 'Tous les formulaires sont envoyés. Ceux qui restent à envoyer apparaissent ici.',
    rejectedTitle: (count) => `${forms(count)} ${agree(count, 'refusé')}`,
    rejectedHelp:
      'Le serveur ne les a pas acceptés tels quels. Ils restent ici jusqu’à votre décision.',
    waitingTitle: (count) => `${forms(count)} à envoyer`,
    waitingHelp: 'Ils partent tout seuls dès que le serveur est joignable.',
    sending: 'Envoi en cours…',
    waiting: 'En attente',
    filled: (time) => `Terminé ${time}`,
    reason: 'Motif :',
    retry: 'Envoyer de nouveau',
    keep: 'Garder une copie dans un fichier',
    remove: 'Supprimer',
    about: (action, form) => `${action} : ${form}`,
    confirmTitle: (form) => `Supprimer « ${form} » pour de bon ?`,
    confirm:
      'Ses réponses n’ont jamais été envoyées et n’existent que sur cet ordinateur. Dans le doute, gardez d’abord une copie.',
    cancel: 'Garder',
  },
  drafts: {
    title: 'Brouillons',
    empty: 'Aucun brouillon. Les formulaires que vous quittez avant l’envoi sont gardés ici.',
    ownerPending: 'Rempli. Il attend qu’on sache à qui l’attribuer.',
    changed: (time) => `Modifié ${time}`,
    changedSince: 'Quelque chose a changé depuis que vous avez commencé',
    changedTitle: 'Quelque chose a changé depuis que vous avez commencé ce formulaire',
    changedMeaning:
      'Vos réponses sont restées comme vous les avez laissées. Vérifiez celles que cela peut concerner.',
    oldForm:
      'L’application a été mise à jour depuis. Vous continuez ici avec les questions d’alors.',
    newQuestions:
      'Les questions d’alors ne sont plus conservées. Vous continuez ici avec celles d’aujourd’hui.',
    begun: 'Vous avez commencé ce formulaire',
    begunOf: (name) => `Vous avez commencé ce formulaire pour ${name}`,
    startAnew: 'Recommencer',
    keptUntilSent:
      'Si vous recommencez, les réponses ci-dessus restent parmi vos brouillons jusqu’à l’envoi du nouveau formulaire.',
    keptBeside: 'Si vous recommencez, les réponses ci-dessus restent parmi vos brouillons.',
    change: changeFr,
    moreChanges: (count) => plural('fr', count, 'et 1 de plus', `et ${count} de plus`),
    answered: (percent) => `rempli à ${percent}`,
    resume: 'Continuer',
    remove: 'Supprimer',
    about: (action, form) => `${action} : ${form}`,
    confirmTitle: (form) => `Supprimer le brouillon « ${form} » ?`,
    confirm: 'Ses réponses n’existent que sur cet ordinateur et seront perdues.',
    cancel: 'Garder',
  },
  submitted: {
    sent: 'Formulaire envoyé',
    sentBody: (form) => `« ${form} » est arrivé au serveur.`,
    saved: 'Enregistré sur cet ordinateur',
    savedBody: (form) => `« ${form} » partira tout seul dès que le serveur sera joignable.`,
    rejected: 'Formulaire refusé',
    rejectedBody: (form) =>
      `Le serveur n’a pas accepté « ${form} ». Rien n’est perdu : il est gardé sur cet ordinateur.`,
    ownedBy: (owner, people) => `Appartient à ${owner} : visible pour ${and(people)}`,
    ownedByNobodyElse: (owner) => `Appartient à ${owner}`,
    next: 'Et maintenant ?',
  },
  open: {
    title: 'Ouvrir une application ou un formulaire',
    intro: 'Vos fichiers restent sur cet ordinateur.',
    drop: 'Déposez des fichiers ici, ou choisissez-les :',
    dropNow: 'Relâchez pour ajouter les fichiers',
    chooseApp: 'Choisir une application ou un formulaire',
    chooseRestore: 'Choisir les dossiers',
    appHint: 'Une application CommCare (.ccz) ou un seul XForm (.xml)',
    restoreHint: 'Avec une application : le restore de l’utilisateur (.xml)',
    chooseFolder: 'Choisir un dossier de fichiers',
    folderHint: 'qui contient une application décompressée',
    addressLabel: 'Ou indiquez l’adresse d’une application',
    addressError: 'Indiquez une adresse qui commence par https://',
    addAddress: 'Ajouter l’adresse',
    given: 'Prêt à ouvrir',
    app: 'Application',
    folder: 'Dossier de fichiers avec une application',
    address: 'Récupéré à cette adresse à l’ouverture',
    form: 'Formulaire',
    restore: 'Dossiers et utilisateur',
    unknown: 'Ni application, ni formulaire, ni restore',
    size: (bytes) => fileSize('fr', bytes),
    remove: (name) => `Retirer ${name}`,
    open: 'Ouvrir',
    busy: 'Ouverture…',
    needsApp:
      'Un restore contient un utilisateur et des dossiers, mais aucun formulaire. Ajoutez l’application correspondante.',
    unreadable: (name) =>
      `${name} n’est ni une application (.ccz), ni un formulaire (.xml), ni un restore (.xml). Retirez-le et choisissez un autre fichier.`,
    problem: (count) =>
      plural('fr', count, 'Ouverture impossible', `${n(count)} obstacles à l’ouverture`),
    place: (file, line) => (line === undefined ? file : `${file}, ligne ${n(line)}`),
  },
  problem: {
    title: 'Un problème est survenu',
    details: 'Détails pour l’assistance',
    retry: 'Réessayer',
    back: 'Retour',
    safe: 'Vos réponses sont enregistrées sur cet ordinateur.',
  },
  ago: (seconds) => ago('fr', seconds),
  copied: 'Copié',
  user: 'Connecté :',
};

function changeFr(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `Le formulaire est plus récent (version ${change.now}, commencé avec ${change.before}).`;
    case 'caseGone':
      return `${change.caseName} n’est plus sur cet ordinateur.`;
    case 'caseClosed':
      return `${change.caseName} a été fermé.`;
    case 'property':
      return `${change.caseName}, ${change.property} : « ${change.before} » est devenu « ${change.now} ».`;
  }
}
