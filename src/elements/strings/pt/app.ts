import type { AppStrings } from '../app-strings.ts';
import { plural } from '../words.ts';

/** Portuguese for the page around case work. */
export const appPt: AppStrings = {
  loading: 'Um momento…',
  appNotes: {
    problems: (count) =>
      count === 1
        ? 'Uma parte deste aplicativo não funciona tal como está. O resto sim.'
        : `${count} partes deste aplicativo não funcionam tal como estão. O resto sim.`,
    practise: 'Praticar',
    practiceMeaning: 'Com casos inventados. Nada do que fizer ali é enviado nem guardado.',
    practising: 'Prática: nada é enviado nem guardado',
    endPractice: 'Terminar a prática',
  },
  interfaceLanguage: { label: 'Idioma desta página', automatic: 'Automático' },
  loadingCases: {
    title: 'Os seus casos estão a caminho',
    preparing: 'O servidor está a prepará-los…',
    prepared: (percent) => `O servidor está a prepará-los: ${percent}% pronto`,
    received: (size) => `${size} recebidos`,
    read: (percent) => `${percent}% lido`,
    saving: 'A guardar neste computador…',
    once: 'A primeira vez demora um momento.',
    cancel: 'Cancelar',
  },
  signOut: 'Terminar sessão',
  close: 'Fechar o aplicativo',
  inspect: 'Inspecionar',
  fromFiles: 'Aberto a partir de arquivos: nada sai deste computador',
  unsent: (count) =>
    plural('pt', count, `${count} formulário por enviar`, `${count} formulários por enviar`),
  drafts: (count) => plural('pt', count, `${count} rascunho`, `${count} rascunhos`),
  goOn: 'Continuar',
  saveCopy: 'Guardar uma cópia do formulário',
  saveAndLeave: 'Guardar e sair',
  formTitle: 'Este formulário não pode ser aberto',
  formMeaning: 'O próprio formulário tem um defeito. Nada do que escreveu foi afetado.',
  formRemedy: 'Envie o texto abaixo a quem fez o aplicativo.',
  screenTitle: 'Esta página não pode ser mostrada',
  screenMeaning: 'O aplicativo tem um defeito neste lugar. O resto funciona.',
  screenRemedy: 'Volte atrás e envie o texto abaixo a quem fez o aplicativo.',
  assertionTitle: 'Não pode continuar a partir daqui',
  assertionRemedy: 'Volte atrás ou pergunte ao seu supervisor.',
  saveTitle: 'Não foi possível guardar o formulário',
  saveMeaning: 'Tudo o que escreveu ainda está aqui, nesta página.',
  saveRemedy: 'Leia o motivo abaixo e tente de novo. Não feche esta página antes disso.',
  syncTitle: 'Não foi possível buscar as novidades',
  syncRemedy:
    'Os seus formulários estão seguros neste computador. Sincronize de novo ou avise o seu supervisor.',
  signInAgain: 'Entrar de novo',
  later: 'Agora não',
  faults: (count) =>
    plural('pt', count, 'Este formulário tem um defeito', `Este formulário tem ${count} defeitos`),
  faultsMeaning:
    'Pode preenchê-lo e enviá-lo, mas o que ele devia calcular ali fica vazio. Envie os detalhes a quem o fez.',
  sessionEnded:
    'A sua sessão terminou. Entre de novo para enviar os seus formulários; esta página fica como está.',
  ownerPending:
    'O que escreveu fica guardado como rascunho. Pode enviá-lo quando as configurações forem alteradas.',
  apps: {
    title: 'Escolha um aplicativo',
    all: 'Todos os aplicativos',
    empty: 'Este projeto ainda não tem um aplicativo para si. Pergunte ao seu supervisor.',
    problem: 'Isso não funcionou',
    notOffered: (id) =>
      `O endereço que seguiu leva a um aplicativo, “${id}”, que não lhe é oferecido aqui.`,
  },
  link: {
    title: 'Isto leva a outro aplicativo',
    leadsTo: (host) => `Fica em ${host}. O que fez aqui é conservado.`,
    go: 'Ir para lá',
    refused: 'Isto não é um endereço da web, por isso não é aberto. Avise quem fez o aplicativo.',
  },
  actAs: {
    open: 'Trabalhar como…',
    title: 'Trabalhar como outro usuário',
    meaning:
      'Vê o que esse usuário vê, e os formulários que enviar contam como dele. Isso fica registado.',
    search: 'Procurar por nome, grupo ou local',
    nobody: 'Ninguém tem este nome nem pertence a um grupo ou local assim.',
    more: (count) =>
      count === 1 ? 'Mais um: escreva mais do nome.' : `Mais ${count}: escreva mais do nome.`,
    unknown: 'Não é possível chegar ao servidor. Verifique a ligação e tente de novo.',
    found: (count) => (count === 1 ? 'Uma pessoa encontrada' : `${count} pessoas encontradas`),
    end: (name) => `Voltar a ${name}`,
  },
  movedRead: 'Não mostrar mais',
  movedMore: (count) =>
    plural(
      'pt',
      count,
      'Mais um já não está na sua lista.',
      `Mais ${count} já não estão na sua lista.`,
    ),
  moved: (name, owner) =>
    owner === undefined
      ? `${name} já não está na sua lista.`
      : `${name} pertence agora a ${owner} e já não está na sua lista.`,
};
