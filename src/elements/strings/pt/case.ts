import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number, plural } from '../words.ts';

const n = (value: number) => number('pt', value);
const and = (items: readonly string[]) => list('pt', items);
const forms = (count: number) =>
  plural('pt', count, `${n(count)} formulário`, `${n(count)} formulários`);
const agree = (count: number, word: string) => plural('pt', count, word, `${word}s`);

/** Portuguese for case work. */
export const casePt: CaseStrings = {
  signIn: {
    title: 'Entrar',
    username: 'Nome de usuário',
    password: 'Senha',
    showPassword: 'Mostrar a senha',
    hidePassword: 'Ocultar a senha',
    submit: 'Entrar',
    busy: 'A entrar…',
    problem: 'Não entrou',
    enterUsername: 'Escreva o seu nome de usuário',
    enterPassword: 'Escreva a sua senha',
  },
  frame: {
    skip: 'Ir para a página',
    breadcrumbs: 'Onde está',
    menu: 'Menu do aplicativo',
    bar: 'Projeto',
  },
  menu: {
    empty: 'Este aplicativo não tem nada para abrir aqui. Avise quem o fez.',
    whatToDo: 'Ver o que pode fazer',
    leftOut: (count) => plural('pt', count, `Falta ${n(count)} opção`, `Faltam ${n(count)} opções`),
    missingTables: (names) =>
      `Lê ${and(names.map((name) => `“${name}”`))}, que não está neste computador.`,
  },
  list: {
    search: 'Procurar',
    searchHint: 'Todas as palavras têm de corresponder, em qualquer coluna',
    pageSize: 'Linhas por página',
    moreOfTile: 'Mais sobre este caso',
    clear: 'Limpar a procura',
    shown: (shown, total) =>
      shown === total
        ? `${n(total)} nesta lista`
        : `${n(shown)} de ${n(total)} ${plural('pt', shown, 'corresponde', 'correspondem')}`,
    emptyTitle: 'Nada ainda',
    empty: (owners) =>
      owners.length === 0
        ? 'O que registar aparece aqui.'
        : `O que for registado por si ou por ${and(owners)} aparece aqui.`,
    noMatch: (search) => `Nada corresponde a “${search}”.`,
    sortBy: (column) => `Ordenar por ${column}`,
    open: 'Abrir',
    pages: 'Páginas desta lista',
    previous: 'Anterior',
    next: 'Seguinte',
    page: (page, total) => `Página ${n(page)} de ${n(total)}`,
    unnamed: 'Sem nome',
    continueWith: (count) => (count === 0 ? 'Continuar' : `Continuar com ${n(count)}`),
    chosen: (count) => `${n(count)} ${agree(count, 'escolhido')}`,
    chooseAll: (count) => plural('pt', count, 'Escolher este', `Escolher estes ${n(count)}`),
    chooseNone: 'Não escolher nenhum destes',
    export: 'Guardar como tabela (CSV)',
    orderBy: 'Ordem',
    ownOrder: 'A do aplicativo',
    order: (column, descending) => (descending ? `${column}, decrescente` : `${column}, crescente`),
    nothingFound: 'Nada foi encontrado',
    notFound: 'Volte atrás e procure com outras palavras.',
    chosenTile: 'Escolhido',
    most: (count) => `Podem ser escolhidos ${n(count)} no máximo. Retire um antes de juntar outro.`,
  },
  query: {
    title: 'Procurar em todos os casos',
    search: 'Procurar',
    clear: 'Apagar as respostas',
    back: 'Voltar',
    stop: 'Parar a procura',
    busy: 'A procurar…',
    earlier: 'A lista ainda mostra o que se encontrou antes.',
    faulty: 'Verifique primeiro estas respostas',
    required: 'obrigatória',
    missing: 'Dê uma resposta',
    invalid: 'Isto não pode ser procurado',
    choose: 'Escolher',
    any: 'Qualquer',
    noChoices: 'Ainda não há nada para escolher aqui.',
    blankToo: 'Também onde isto não se sabe',
    from: 'De',
    to: 'Até',
  },
  remote: {
    offline: {
      title: 'Não é possível chegar ao servidor',
      body: 'Procurar casos de outros precisa de ligação. As suas listas e formulários funcionam sem ela.',
    },
    signIn: {
      title: 'A sua sessão terminou',
      body: 'Entre de novo e tente mais uma vez.',
    },
    retry: {
      title: 'O servidor está ocupado',
      body: 'Tente de novo daqui a pouco.',
    },
    refused: {
      title: 'O servidor não fez isto',
      body: 'Tentar de novo não ajuda. Mude o que pede ou avise quem fez o aplicativo.',
    },
    noServer: {
      title: 'Não há servidor para isto',
      body: 'Este aplicativo pergunta a um servidor ao qual não está ligado aqui. As suas listas e formulários funcionam.',
    },
  },
  post: {
    title: 'A trazer este caso para si',
    busy: 'Pede-se ao servidor que partilhe este caso consigo…',
  },
  detail: {
    continue: 'Continuar',
    print: 'Imprimir',
    cancel: 'Voltar à lista',
    tabs: 'Detalhes',
    table: 'Tabela',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner}: ${people.join(', ')}`),
    nobody: 'Não pertence a ninguém',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `Também visível para ${who}, através de “${through}”`;
    },
    empty: 'Não há nada para mostrar.',
    noValue: 'Vazio',
    graph: 'Gráfico',
    numbers: 'Como tabela',
  },
  sync: {
    now: 'Sincronizar agora',
    syncing: 'A sincronizar…',
    allSent: 'Tudo enviado',
    waiting: (count) => `${forms(count)} em espera`,
    offline: 'Sem ligação: guardado neste computador',
    offlineWaiting: (count) =>
      `Sem ligação: ${forms(count)} ${agree(count, 'guardado')} neste computador`,
    rejected: (count) => `${forms(count)} não ${agree(count, 'aceite')}`,
    signedOut: 'Sessão terminada',
    signIn: 'Entre de novo para enviar',
    last: (time) => `Última sincronização ${time}`,
    never: 'Ainda não sincronizado',
  },
  outbox: {
    title: 'Formulários neste computador',
    empty: 'Todos os formulários estão enviados. Os que faltarem enviar aparecem aqui.',
    rejectedTitle: (count) => `${forms(count)} não ${agree(count, 'aceite')}`,
    rejectedHelp: 'O servidor não os aceitou tal como estão. Ficam aqui até que decida.',
    waitingTitle: (count) => `${forms(count)} por enviar`,
    waitingHelp: 'São enviados sozinhos assim que se chegar ao servidor.',
    sending: 'A enviar agora…',
    waiting: 'Em espera',
    filled: (time) => `Terminado ${time}`,
    reason: 'Motivo:',
    retry: 'Enviar de novo',
    keep: 'Guardar uma cópia num arquivo',
    remove: 'Eliminar',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `Eliminar “${form}” para sempre?`,
    confirm:
      'As suas respostas nunca foram enviadas e só existem neste computador. Na dúvida, guarde antes uma cópia.',
    cancel: 'Conservar',
  },
  drafts: {
    title: 'Rascunhos',
    empty: 'Não há rascunhos. Os formulários que deixar antes de os enviar ficam guardados aqui.',
    ownerPending: 'Preenchido. Espera até ser claro a quem pertence.',
    changed: (time) => `Alterado ${time}`,
    answered: (percent) => `${percent} respondido`,
    changedSince: 'Algo mudou desde que começou',
    changedTitle: 'Algo mudou desde que começou este formulário',
    changedMeaning: 'As suas respostas estão como as deixou. Verifique as que isto possa afetar.',
    change: changePt,
    moreChanges: (count) => plural('pt', count, `e mais ${count}`, `e mais ${count}`),
    oldForm:
      'O aplicativo foi atualizado desde que começou. Aqui continua com as perguntas de então.',
    newQuestions: 'As perguntas de então já não estão guardadas. Aqui continua com as de hoje.',
    begun: 'Já começou este formulário',
    begunOf: (name) => `Já começou este formulário para ${name}`,
    startAnew: 'Começar de novo',
    keptUntilSent:
      'Se começar de novo, as respostas acima ficam entre os seus rascunhos até que o novo formulário seja enviado.',
    keptBeside: 'Se começar de novo, as respostas acima ficam entre os seus rascunhos.',
    resume: 'Continuar',
    remove: 'Eliminar',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `Eliminar o rascunho “${form}”?`,
    confirm: 'As suas respostas só existem neste computador e serão perdidas.',
    cancel: 'Conservar',
  },
  submitted: {
    sent: 'Formulário enviado',
    sentBody: (form) => `“${form}” está no servidor.`,
    saved: 'Guardado neste computador',
    savedBody: (form) => `“${form}” será enviado sozinho quando se chegar ao servidor.`,
    rejected: 'Formulário não aceite',
    rejectedBody: (form) =>
      `O servidor não aceitou “${form}”. Nada se perde: está guardado neste computador.`,
    ownedBy: (owner, people) => `Pertence a ${owner}: visível para ${and(people)}`,
    ownedByNobodyElse: (owner) => `Pertence a ${owner}`,
    next: 'E agora?',
  },
  open: {
    title: 'Abrir um aplicativo ou um formulário',
    intro: 'Os seus arquivos ficam neste computador.',
    drop: 'Largue arquivos aqui ou escolha-os:',
    dropNow: 'Largue para juntar os arquivos',
    chooseApp: 'Escolher aplicativo ou formulário',
    chooseRestore: 'Escolher os casos',
    chooseFolder: 'Escolher uma pasta',
    folderHint: 'com um aplicativo descompactado',
    addressLabel: 'Ou dê o endereço de um aplicativo',
    addressError: 'Escreva um endereço que comece por https://',
    addAddress: 'Juntar endereço',
    appHint: 'Um aplicativo CommCare (.ccz) ou um único XForm (.xml)',
    restoreHint: 'Com um aplicativo: o restore do usuário (.xml)',
    given: 'Pronto para abrir',
    app: 'Aplicativo',
    form: 'Formulário',
    restore: 'Casos e usuário',
    folder: 'Pasta com um aplicativo',
    address: 'É trazido de lá ao abrir',
    unknown: 'Nem aplicativo, nem formulário, nem restore',
    size: (bytes) => fileSize('pt', bytes),
    remove: (name) => `Remover ${name}`,
    open: 'Abrir',
    busy: 'A abrir…',
    needsApp:
      'Um restore contém um usuário e casos, mas nenhum formulário. Junte o aplicativo que trabalha com eles.',
    unreadable: (name) =>
      `${name} não é um aplicativo (.ccz), nem um formulário (.xml), nem um restore (.xml). Remova-o e escolha outro arquivo.`,
    problem: (count) =>
      plural('pt', count, 'Não foi possível abrir', `${n(count)} coisas impedem a abertura`),
    place: (file, line) => (line === undefined ? file : `${file}, linha ${n(line)}`),
  },
  problem: {
    title: 'Algo correu mal',
    details: 'Detalhes para o suporte',
    retry: 'Tentar de novo',
    back: 'Voltar',
    safe: 'As suas respostas estão guardadas neste computador.',
  },
  ago: (seconds) => ago('pt', seconds),
  copied: 'Copiado',
  user: 'Sessão de',
};

function changePt(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `O formulário é mais novo (versão ${change.now}, começado com ${change.before}).`;
    case 'caseGone':
      return `${change.caseName} já não está neste computador.`;
    case 'caseClosed':
      return `${change.caseName} foi fechado.`;
    case 'property':
      return `${change.caseName}, ${change.property}: “${change.before}” é agora “${change.now}”.`;
  }
}
