import { list, number, plural } from '../strings/words.ts';
import type { AdminStrings } from './admin-strings.ts';
import { describeChange } from './describe-change.ts';
import { appsFr } from './fr-apps.ts';
import { casesFr } from './fr-cases.ts';
import { concernsFr } from './fr-concerns.ts';
import { sheetsFr } from './fr-sheets.ts';

const count = (value: number, one: string, other: string) =>
  `${number('fr', value)} ${plural('fr', value, one, other)}`;
const all = (items: readonly string[]) => list('fr', items);

/** Three of them, and the number of the others. */
function some(names: readonly string[]): string {
  const rest = names.length - 3;
  return all(rest > 1 ? [...names.slice(0, 3), `${rest} autres`] : names);
}

export const fr: AdminStrings = {
  title: 'Paramètres du projet',
  sections: {
    people: 'Personnes',
    groups: 'Groupes',
    levels: 'Niveaux d’organisation',
    locations: 'Sites',
    fields: 'Données des utilisateurs',
    tables: 'Tables de référence',
    apps: 'Applications',
    cases: 'Dossiers',
    concerns: 'À vérifier',
    import: 'Importer et exporter',
    settings: 'Projet',
    history: 'Historique',
  },
  toApp: 'Vers les applications',
  signOut: 'Se déconnecter',
  loading: 'Lecture des paramètres…',
  passwords: (done, total) =>
    `Tout le reste est enregistré. Mots de passe : ${number('fr', done)} sur ${number('fr', total)}. Laissez cette page ouverte.`,
  notAllowed:
    'Seuls les administrateurs du projet peuvent en changer les paramètres. Connectez-vous comme l’un d’eux, ou demandez-leur ce droit.',
  problem: 'Cela n’a pas pu se faire',
  notThere: 'Il n’y a rien à cette adresse : c’est peut-être supprimé.',
  save: 'Enregistrer',
  cancel: 'Annuler',
  add: 'Ajouter',
  search: 'Rechercher',
  none: 'Encore rien.',
  name: 'Nom',
  saved: (name) => `${name} : enregistré.`,
  deleted: (name) => `${name} : supprimé.`,
  remove: 'Retirer',
  removeOf: (name) => `Retirer ${name}`,
  people: {
    hint: 'Qui travaille dans ce projet, et à qui vont les dossiers que chacun enregistre dans une application qui les partage.',
    add: 'Ajouter une personne',
    username: 'Nom d’utilisateur',
    usernameHint: 'Pour se connecter : minuscules, chiffres, point, tiret et tiret bas.',
    firstName: 'Prénom',
    lastName: 'Nom de famille',
    password: 'Mot de passe',
    newPassword: 'Nouveau mot de passe',
    passwordHint: 'Au moins 8 caractères.',
    newPasswordHint:
      'Laissez vide pour garder l’ancien. Un nouveau déconnecte la personne partout.',
    kind: 'Type d’utilisateur',
    mobile: 'Agent mobile : partage par les groupes et les sites',
    web: 'Utilisateur web : partage par les sites seulement',
    role: 'Peut',
    worker: 'Travailler dans les applications',
    admin: 'Aussi changer ces paramètres',
    active: 'Actif',
    activeHint:
      'Qui n’est pas actif ne peut pas se connecter. Rien de ce qui a été envoyé ne se perd.',
    inactive: 'inactif',
    groups: 'Groupes',
    groupsHint: 'Un groupe qui partage les dossiers possède ce que ses membres enregistrent.',
    locations: 'Sites',
    locationsHint: 'Le premier est le site principal.',
    primary: 'principal',
    sharing: 'Les nouveaux dossiers vont à',
    sharesWith: (owner) => owner,
    hasToChoose: (owners) =>
      `${count(owners.length, 'propriétaire possible', 'propriétaires possibles')} : ${some(owners)}`,
    nobody: (reason) =>
      ({
        noMembership: 'Personne : aucun groupe, aucun site',
        onlyNonOwningLocations: 'Personne : le niveau du site ne possède pas de dossiers',
        viewOnlyWithoutChildren: 'Personne : rien sous le site ne possède de dossiers',
        onlyNonSharingGroups: 'Personne : les groupes ne partagent pas les dossiers',
      })[reason],
    notNeeded: 'Inutile : ses applications ne créent aucun dossier à partager',
    onlyTrouble: 'Seulement les personnes qui ne peuvent pas enregistrer sans question',
    trouble: (people) =>
      `${count(people, 'personne n’a', 'personnes n’ont')} pas exactement un propriétaire possible. Les applications qui partagent les dossiers les arrêtent ou leur posent la question ; qui ne fait que du suivi n’est pas concerné.`,
  },
  groups: {
    hint: 'Un groupe qui partage les dossiers possède ce que ses membres enregistrent : tous le voient.',
    add: 'Ajouter un groupe',
    caseSharing: 'Partage des dossiers',
    caseSharingHint:
      'Ses membres partagent les dossiers qu’ils enregistrent. Sans cela, le groupe ne sert qu’aux rapports.',
    sharing: 'partage les dossiers',
    reporting: 'pour les rapports seulement',
    members: 'Membres',
    memberCount: (members) => count(members, 'membre', 'membres'),
    delete: 'Supprimer ce groupe',
    deleteHint:
      'Ses dossiers sont gardés ; personne ne les voit avant qu’ils soient donnés à quelqu’un d’autre.',
  },
  levels: {
    hint: 'Ce que peuvent les sites de chaque niveau. Un changement touche tous les sites du niveau.',
    add: 'Ajouter un niveau',
    code: 'Code',
    codeHint: 'Minuscules, chiffres, tiret et tiret bas. Il ne change plus ensuite.',
    ownsCases: 'Possède des dossiers',
    ownsCasesHint:
      'Qui est affecté à un site de ce niveau partage les dossiers avec tous ceux du site.',
    viewDescendants: 'Voit les données en dessous',
    viewDescendantsHint:
      'Qui est affecté à un site de ce niveau voit les dossiers de tous les sites en dessous.',
    yes: 'oui',
    no: 'non',
    locationCount: (places) => count(places, 'site', 'sites'),
    delete: 'Supprimer ce niveau',
  },
  locations: {
    hint: 'Où l’on travaille. Qu’un site possède des dossiers dépend de son niveau.',
    add: 'Ajouter un site',
    needsLevel: 'Créez d’abord un niveau d’organisation : chaque site en a un.',
    siteCode: 'Code du site',
    siteCodeHint: 'Minuscules, chiffres, point, tiret et tiret bas.',
    level: 'Niveau d’organisation',
    parent: 'Sous',
    top: 'Rien : il est au sommet',
    people: 'Personnes affectées ici',
    archived: 'archivé',
    archive: 'Archiver ce site',
    archiveHint:
      'Tous les sites en dessous sont archivés avec lui, et personne n’y reste affecté. Les dossiers sont gardés.',
    unarchive: 'Le sortir des archives',
  },
  fields: {
    hint: 'Ce que ce projet veut savoir de ses personnes. Les formulaires le lisent dans session/user/data, et la page de chacun le demande.',
    add: 'Ajouter une question',
    field: (position) => `Question ${position}`,
    label: 'Libellé',
    name: 'Nom dans les formulaires',
    nameHint: 'Lettres, chiffres, tiret et tiret bas.',
    choices: 'Choix',
    choicesHint: 'Un par ligne. Laissez vide si tout peut être répondu.',
    required: 'Réponse obligatoire',
  },
  tables: {
    hint: 'Des listes où les formulaires cherchent, comme des villes ou des médicaments. Tout le monde les reçoit à la prochaine synchronisation.',
    add: 'Ajouter une table',
    codeHint: 'Lettres, chiffres, tiret et tiret bas. Il ne change plus ensuite.',
    use: (code) =>
      `Dans les formulaires et applications : jr://fixture/item-list:${code}, lignes /${code}_list/${code}.`,
    receivers: 'Qui la reçoit',
    everybody: 'tout le monde',
    owners: 'chaque ligne ses destinataires',
    forEverybody: 'Tout le monde reçoit toutes les lignes',
    forEverybodyHint:
      'Sinon chaque ligne va aux utilisateurs, groupes et sites qu’elle nomme ; celle d’un site aussi à tous ceux en dessous.',
    columns: 'Colonnes',
    columnsHint: 'Une colonne indexée se trouve plus vite dans une longue table.',
    column: (position) => `Colonne ${position}`,
    addColumn: 'Ajouter une colonne',
    indexed: 'Indexée',
    attribute: 'Écrite comme attribut',
    rows: (rows) => count(rows, 'ligne', 'lignes'),
    rowsHint: 'Les lignes se changent dans un tableur :',
    shown: (rows) => `Les ${number('fr', rows)} premières sont montrées ; l’export les a toutes.`,
    delete: 'Supprimer cette table',
    deleteHint: 'Les formulaires qui y cherchent ne trouveront rien.',
  },
  settings: {
    hint: 'Ce qui vaut pour tout le projet.',
    policy: 'Formulaires qui touchent plus que leur auteur ne peut',
    policyHint:
      'Un formulaire qui modifie un dossier que son auteur ne détient pas, s’y rattache, ou en donne un à personne. Ce qu’un appareil avait à sa dernière synchronisation compte comme détenu.',
    policies: {
      flag: 'Les enregistrer et les montrer sous « À vérifier »',
      reject: 'Les refuser : l’auteur apprend pourquoi',
      allow: 'Les enregistrer sans regarder',
    },
    closesExtensions: 'Fermer avec un dossier ce qui en dépend',
    closesExtensionsHint:
      'Quand un dossier est fermé, ses extensions ouvertes le sont aussi, quel que soit leur propriétaire.',
    caseSearch: 'Types de dossiers que chacun peut rechercher',
    caseSearchHint:
      'Un par ligne. Chacun dans le projet peut trouver et réclamer les dossiers de ces types, quel que soit leur propriétaire.',
    saved: 'Les paramètres du projet sont enregistrés.',
  },
  apps: appsFr,
  cases: casesFr,
  concerns: concernsFr,
  sheets: sheetsFr,
  history: {
    hint: 'Qui a changé ces paramètres, et quand.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    details: 'Détails',
    older: 'Changements plus anciens',
    before: 'Avant',
    after: 'Après',
    describe: describeChange(
      {
        'group.save': (name) => `Groupe ${name} enregistré`,
        'group.delete': (name) => `Groupe ${name} supprimé`,
        'member.add': (name, other) => `${other} ajouté au groupe ${name}`,
        'member.remove': (name, other) => `${other} retiré du groupe ${name}`,
        'level.save': (name) => `Niveau ${name} enregistré`,
        'level.delete': (name) => `Niveau ${name} supprimé`,
        'location.save': (name) => `Site ${name} enregistré`,
        'location.archive': (name) => `Site ${name} archivé`,
        'location.unarchive': (name) => `Site ${name} sorti des archives`,
        'assignments.set': (name, other) =>
          other === '' ? `${name} retiré de tous les sites` : `${name} affecté à ${other}`,
        'user.save': (name) => `${name} enregistré`,
        logInAs: (name) => `A travaillé en tant que ${name}`,
        'cases.reassign': (owner, cases) => `${cases} à ${owner}`,
        'user.password': (name) => `Nouveau mot de passe pour ${name}`,
        'userFields.set': (names) => `Demandé aux personnes : ${names === '' ? 'rien' : names}`,
        'table.save': (name) => `Table ${name} enregistrée`,
        'table.delete': (name) => `Table ${name} supprimée`,
        'settings.set': () => 'Réglages du projet modifiés',
        'app.upload': (name, version) => `${name} téléversée, version ${version}`,
        'app.save': (name) => `Réglages de l’application ${name} modifiés`,
        'app.delete': (name) => `Application ${name} retirée`,
        'table.rows': (name) => `Lignes de la table ${name} modifiées`,
      },
      all,
      (cases) => count(cases, 'dossier donné', 'dossiers donnés'),
    ),
  },
  impact: {
    title: (people) => `Ce changement touche ${count(people, 'personne', 'personnes')}`,
    registration: {
      blocked: 'ne peut plus enregistrer sans question, ou pas du tout',
      unblocked: 'peut enregistrer désormais',
      moved: 'enregistre pour un autre propriétaire',
      same: 'voit d’autres dossiers',
    },
    gains: (owners) => `rejoint ${all(owners)}`,
    loses: (owners) => `quitte ${all(owners)}`,
    cases: (appear, disappear) =>
      [
        ...(appear === 0 ? [] : [count(appear, 'dossier apparaît', 'dossiers apparaissent')]),
        ...(disappear === 0
          ? []
          : [count(disappear, 'dossier disparaît', 'dossiers disparaissent')]),
      ].join(', '),
    confirm: 'Faire le changement',
    cancel: 'Laisser comme c’est',
  },
};
