import { number, plural } from '../strings/words.ts';
import type { CaseStrings } from './case-strings.ts';

const count = (value: number, one: string, other: string) =>
  `${number('fr', value)} ${plural('fr', value, one, other)}`;

export const casesFr: CaseStrings = {
  hint: 'Tous les dossiers du projet, quel que soit leur détenteur. Ceux que personne ne voit peuvent être donnés à quelqu’un.',
  text: 'Nom ou identifiant',
  type: 'Type',
  anyType: 'Tout type',
  status: 'État',
  any: 'Ouvert ou fermé',
  open: 'Ouvert',
  closed: 'Fermé',
  owner: 'Propriétaire',
  anyOwner: 'N’importe qui',
  nobody: 'Personne ne le voit',
  unnamed: 'Sans nom',
  changed: 'Dernier changement',
  none: 'Aucun dossier ne correspond.',
  more: 'Plus de dossiers',
  select: (name) => `Choisir ${name}`,
  selectAll: 'Choisir tous ceux qui sont montrés',
  give: (cases) => `Donner ${count(cases, 'dossier', 'dossiers')}`,
  giveTo: 'Nouveau propriétaire',
  given: (cases, owner) => `${count(cases, 'dossier donné', 'dossiers donnés')} à ${owner}.`,
  people: 'Personnes',
  groups: 'Groupes',
  locations: 'Sites',
  properties: 'Ce qui est connu',
  property: 'Propriété',
  value: 'Valeur',
  history: 'Chaque formulaire qui l’a touché',
  form: (name, username) => `${name}, par ${username}`,
  project: 'le projet lui-même',
  filledIn: (when) => `rempli le ${when}`,
  created: 'a ouvert le dossier',
  closing: 'a fermé le dossier',
  afterClosing: 'est venu après la fermeture : le dossier reste fermé',
  unseen: (username, form) =>
    `Remplace ce que ${username} avait saisi (${form}), qui n’était pas encore arrivé quand ce formulaire a été rempli.`,
  holds: 'Ce que reçoivent les appareils de cette personne',
  holdsHint: 'Comme la prochaine synchronisation l’apporterait. Le regarder ne change rien.',
  holdsCases: (cases) => count(cases, 'dossier', 'dossiers'),
  userData: 'Données de session',
  tables: 'Tables de référence',
  rowCount: (rows) => count(rows, 'ligne', 'lignes'),
};
