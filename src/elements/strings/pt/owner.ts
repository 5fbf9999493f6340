import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const KINDS = { group: 'grupo', location: 'local' } as const;

const and = (items: readonly string[]) => list('pt', items);
const quoted = (text: string) => `“${text}”`;
const named = (names: readonly string[]) =>
  names.length === 0 ? 'um local' : and(names.map(quoted));
const levels = (names: readonly string[]) =>
  names.length === 0
    ? 'no seu nível de organização'
    : `no nível de organização ${and(names.map(quoted))}`;

const GIVES = 'Este formulário atribui o que cria';
const SHARES = 'O que este formulário cria é partilhado com um grupo ou um local';

const SENTENCES: OwnerSentences = {
  code: 'pt',
  case: 'caso',
  me: 'a minha conta',
  thisUser: 'esta pessoa',
  title: (things) => `Ainda não pode registar: ${and(things)}`,
  meanwhile: () => 'O que já está registado continua a poder ser aberto e alterado.',
  why: {
    noMembership: () => `${SHARES}, e ainda não pertence a nenhum.`,
    onlyNonSharingGroups: (groups) =>
      `${SHARES}. Pertence apenas a ${named(groups)}, onde nada é partilhado.`,
    onlyNonOwningLocations: (locations) =>
      `${SHARES}. Trabalha para ${named(locations)}, onde nada pode ser guardado.`,
    viewOnlyWithoutChildren: (locations) =>
      `${SHARES}. Trabalha para ${named(locations)}, de onde só se vê o que têm os locais abaixo, e ainda não há nenhum.`,
    many: (memberships) =>
      `Esta conta ${memberships}, e este formulário atribui o que cria a um só.`,
    belongs: (count, shown) => `pertence ${counted(count, 'ao grupo', 'a', 'grupos', shown)}`,
    works: (count, shown) => `trabalha ${counted(count, 'no local', 'em', 'locais', shown)}`,
    sees: (count, shown) =>
      `vê os casos ${counted(count, 'do local', 'de', 'locais', shown)} abaixo do seu`,
    others: (count) => `outros ${count}`,
    notAtLevel: (level) =>
      `${GIVES} ao seu lugar do nível “${level}”, e não trabalha num assim nem abaixo de um.`,
    notComputed: (found) =>
      `${GIVES} a um proprietário que o aplicativo descobre por si, e encontrou ${found === 0 ? 'nenhum' : found}.`,
  },
  ask: {
    join: 'Peça ao seu supervisor que o junte ao grupo ou ao local para o qual trabalha. O texto abaixo diz como.',
    one: 'Peça ao seu supervisor que mude isto, para que seja claro quem é o proprietário. O texto abaixo diz como.',
    owner:
      'Peça ao seu supervisor que mude isto, para que haja um proprietário. O texto abaixo diz como.',
  },
  situation: {
    noMembership: 'Não estou em nenhum grupo de partilha de casos, nem num local que possua casos.',
    onlyNonSharingGroups: (groups) =>
      `Estou em ${named(groups)}, onde a partilha de casos (case sharing) está desligada.`,
    onlyNonOwningLocations: (locations, names) =>
      `Estou atribuído a ${named(locations)}, e “Owns Cases” não está marcado ${levels(names)}.`,
    viewOnlyWithoutChildren: (locations, names) =>
      `Estou atribuído a ${named(locations)}. “View Child Data” está marcado ${levels(names)} e “Owns Cases” não, e nenhum local abaixo possui casos.`,
    many: (count) => `Para a partilha de casos conto para ${count}:`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${KINDS[kind]})`
        : `- ${name} (${KINDS[kind]}, por “View Child Data” de ${through})`,
    level: (level, found) =>
      `O aplicativo tira o proprietário do nível de organização “${level}”, e ${finds(found)}.`,
    expression: (found) => `O aplicativo tira o proprietário desta expressão, e ${finds(found)}:`,
  },
  fix: {
    joinGroup: (whom) =>
      `Juntar ${whom} a um grupo que tenha a partilha de casos (case sharing) ligada.`,
    assignLocation: (whom) =>
      `Atribuir ${whom} a um local cujo nível de organização tenha “Owns Cases” marcado.`,
    shareGroups: (groups) => `Ligar a partilha de casos (case sharing) em ${named(groups)}.`,
    ownCases: (names) =>
      `Marcar “Owns Cases” ${levels(names)}. Vale para todos os locais do nível.`,
    addLocationBelow: (locations) =>
      `Criar abaixo de ${named(locations)} um local que possua casos.`,
    keepOne: (whom) => `Deixar ${whom} em apenas um destes.`,
    whenLocationsCount: 'Um local conta quando o seu nível tem “Owns Cases” marcado.',
    stopViewing: (locations) =>
      `Desmarcar “View Child Data” no nível de organização de ${named(locations)}. O que os locais abaixo possuem deixa então de ser visto ali.`,
    assignLevel: (whom, level) =>
      `Atribuir ${whom}, como local principal, a um local do nível de organização “${level}” ou a um abaixo dele.`,
    mendLevel: (level) =>
      `Fazer o aplicativo tirar o proprietário de outro nível de organização que não “${level}” (“case_owners” em app.json), ou perguntar por ele (“owner_policy”).`,
    mendExpression:
      'Mudar a expressão do aplicativo para que dê um só proprietário (“case_owners” em app.json), ou fazê-lo perguntar (“owner_policy”).',
    ask: 'Fazer o formulário perguntar pelo proprietário: uma pergunta cuja resposta é guardada na propriedade owner_id, para cada caso que o formulário cria.',
  },
  report: {
    cannot: (things, app) =>
      `Não consigo registar (${and(things)})${app === '' ? '' : ` no aplicativo “${app}”`}, porque não é claro que grupo ou local seria o proprietário.`,
    user: (name) => `O meu nome de usuário: ${name}`,
    fixes: 'Qualquer uma destas mudanças resolveria:',
    thenSync: 'Depois só preciso de sincronizar.',
  },
};

/** Portuguese about owners. Written so that the gender of a case type's name need not be known. */
export const ownerPt: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'O que pode fazer',
  fixesTitle: 'O que resolveria',
  settings: 'Mudar isto',
  fixesHint: 'Pode mudar estas configurações. Basta uma das mudanças.',
  fillInFirst:
    'Ou preencha o formulário agora. Fica guardado neste computador como rascunho e pode ser enviado assim que houver um proprietário.',
  fillIn: 'Preencher agora, enviar depois',
  chooseTitle: (caseTypes) => `A quem deve pertencer o que regista (${and(caseTypes)})?`,
  chooseHint: 'Todas as pessoas do grupo ou do local que escolher podem vê-lo e trabalhar com ele.',
  choose: 'Continuar',
  chooseMissing: 'Escolha um destes',
  dontKnow: 'Se não tem a certeza',
  group: 'grupo',
  location: 'local',
  reportTitle: 'Texto para o seu supervisor',
  reportHint: 'Copie-o para uma mensagem. Diz o que tem de ser mudado e onde.',
  copy: 'Copiar o texto',
  copied: 'Copiado. Cole-o numa mensagem ao seu supervisor.',
  copyFailed: 'Este navegador não permite copiar. O texto está selecionado: prima Ctrl+C.',
  checkAgain: 'Sincronizar e verificar',
  checking: 'A verificar…',
  back: 'Voltar',
  details: 'Mensagem nas palavras do CommCare',
  reviewTitle: 'Quem vai ver isto?',
  reviewNew: 'novo',
  reviewOwner: (owner, people) =>
    people.length === 0
      ? `Pertence a ${owner}.`
      : `Pertence a ${owner}: visível para ${and(people)}.`,
  reviewUnknownOwner: 'Pertence a alguém fora dos seus grupos e locais.',
  reviewNobody: 'Ninguém o verá: nenhum proprietário pode.',
  reviewClosed: 'Está fechado e sai das listas de todos.',
  reviewUnseen: 'Já não o verá nas suas listas.',
  reviewUnseenNew: 'Não o verá nas suas listas.',
  confirm: 'Enviar formulário',
  backToForm: 'Voltar às perguntas',
};

function counted(
  count: number,
  one: string,
  before: string,
  many: string,
  shown: readonly string[],
): string {
  return count === 1 ? `${one} ${shown[0] ?? ''}` : `${before} ${count} ${many}, ${and(shown)}`;
}

function finds(found: readonly string[]): string {
  return found.length === 0
    ? 'não encontra nenhum para mim'
    : `encontra ${found.length} para mim (${found.join(', ')})`;
}
